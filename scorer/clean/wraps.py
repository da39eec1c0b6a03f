"""Repair of hard line breaks: text that a program broke into lines of equal length, whatever the sentences."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from scorer.clean.edit import Cuts, Edit

_MARK = (
    r"[一二三四五六七八九十]{1,3}(?:[、.．]|是|要)|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:、|[.．](?!\d))|[①-⑳]"
    r"|第[一二三四五六七八九十]{1,3}[章节部条编，、]|其[一二三四五六]|——|[●◆■★☆▲➢·]"
)
_ENDS = "。；！？：…"
_INSIDE = frozenset("，。、；：")
_CLOSERS = "”’」』）》\"'"
_DATE = r"(?:20\d\d|二[〇○零]\S{2}) *年[ \d一二三四五六七八九十]+月[ \d一二三四五六七八九十]+日"
SHORTEST, LONGEST = 18, 62
"""Lengths at which programs break lines."""
PLAY = 3
"""How much shorter a full line may be: no line begins with a comma, no number is broken."""
FEWEST_LINES = 6
FULL_SHARE = 0.65
"""Share of full lines among those that end in the middle of a sentence: hardly one but the full lines does."""
PROSE_SHARE = 0.5
"""Share of full lines with a mark inside: prose has one every ten characters, a list of names has none."""
LONGER_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    size: int
    closed: bool
    blank: bool
    prose: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    least: int
    wide: bool
    base: int
    indents: bool


def hard_breaks(text: str) -> Edit:
    """Join the lines of a paragraph again.

    Two lines are one where the first is as long as lines get here and the second does not open a paragraph.
    """
    rows = text.split("\n")
    if len(rows) < FEWEST_LINES or sum(len(x) > 2 * LONGEST + 20 for x in rows) > max(LONGER_SHARE * len(rows), 1):
        return Edit(text)
    for wide in (False, True):
        lines = _read(rows, wide)
        if layout := _layout(lines, wide):
            return _join(text, lines, layout)
    return Edit(text)


def _read(rows: list[str], wide: bool) -> list[_Line]:
    lines, at = [], 0
    for raw in rows:
        body = raw.strip(" \t")
        indent = len(raw) - len(raw.lstrip(" \t"))
        size = (_columns(body) + 1) // 2 if wide and len(body) <= 2 * LONGEST else len(body)
        closed = not body or body.rstrip(_CLOSERS)[-1:] in _ENDS
        marked = re.match(_MARK, body) is not None
        lines.append(_Line(at, at + len(raw.rstrip(" \t")), indent, size + min(indent, 2), closed, not body, not _INSIDE.isdisjoint(body), marked))
        at += len(raw) + 1
    return lines


def _columns(body: str) -> int:
    return sum(1 if c < "\u0100" else 2 for c in body)


def _layout(lines: list[_Line], wide: bool) -> _Layout | None:
    """The line length of a hard-wrapped text, None for any other."""
    sizes = Counter(x.size for x in lines if not x.blank)
    total = sizes.total()
    if total < FEWEST_LINES or sum(n for s, n in sizes.items() if s > LONGEST) > max(LONGER_SHARE * total, 1):
        return None
    best = max(range(SHORTEST, LONGEST + 1), key=lambda top: (sum(sizes[top - i] for i in range(PLAY + 1)), -top))
    if sum(n for s, n in sizes.items() if s > best) > max(LONGER_SHARE * total, 1):
        return None
    broken = [x for x in lines if not x.closed and x.size > SHORTEST // 2 and not (x.marked and x.size < best - PLAY) and x.indent < best // 4]
    full = [x for x in broken if x.size >= best - PLAY]
    prose = sum(x.prose for x in full)
    if len(full) < max(FULL_SHARE * len(broken), 4) or prose < PROSE_SHARE * len(full):
        return None
    base = Counter(x.indent for x in full).most_common(1)[0][0]
    after_end = [b for a, b in pairwise(lines) if a.closed and not b.blank]
    indented = sum(b.indent >= base + 2 for b in after_end)
    return _Layout(best - PLAY, wide, base, indented >= 2 and indented >= 0.5 * len(after_end))


def _join(text: str, lines: list[_Line], layout: _Layout) -> Edit:
    cuts: Cuts = []
    spaces: list[int] = []
    for a, b in pairwise(lines):
        if a.blank or b.blank or not _continues(text, a, b, layout):
            continue
        start, stop = a.end, b.start + b.indent
        if _is_letter(text[start - 1]) and _is_letter(text[stop]):
            spaces.append(start)
            start += 1
        if stop > start:
            cuts.append((start, stop))
    return Edit(_put_spaces(text, spaces), tuple(cuts), len(cuts) + len(spaces))


def _continues(text: str, a: _Line, b: _Line, layout: _Layout) -> bool:
    if a.size < layout.least or b.indent >= layout.base + 2:
        return False
    follower = text[b.start + b.indent : b.end]
    if re.fullmatch(_DATE, follower):
        return False
    if layout.indents:
        return True
    return not a.closed and not (re.match(_MARK, follower) and text[a.end - 1] not in "，、")


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _put_spaces(text: str, places: list[int]) -> str:
    if not places:
        return text
    chars = list(text)
    for at in places:
        chars[at] = " "
    return "".join(chars)
