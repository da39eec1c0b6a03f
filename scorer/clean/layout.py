"""How a text is laid out in lines: whether a program broke them at one length, and how paragraphs begin."""

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct

MARK = (
    r"[一二三四五六七八九十]{1,3}(?:[、.．]|是|要)|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:、|[.．](?!\d))|[①-⑳]"
    r"|第[一二三四五六七八九十]{1,3}[章节部条编，、]|其[一二三四五六]|——|[●◆■★☆▲➢·]"
)
"""What opens a heading or an item of a list."""
_ENDS = "。；！？：…"
_CLOSERS = "”’」』）》\"'"
_HANGING = frozenset(_ENDS + _CLOSERS + "，、")
"""Marks that programs leave hanging over the end of a line rather than begin the next with them."""
_INSIDE = frozenset("，。、；：")
SHORTEST, LONGEST = 18, 62
"""Lengths at which programs break lines."""
PLAY = 3
"""How much shorter a full line may be: numbers and foreign words are not broken."""
FEWEST_LINES = 6
FEWEST_FULL = 4
FULL_SHARE = 0.65
"""Share of full lines among those that end in the middle of a sentence: hardly one but the full lines does."""
PROSE_SHARE = 0.5
"""Share of full lines with a mark inside: prose has one every ten characters, a list of names has none."""
LONGER_SHARE = 0.05
BASE_SHARE = 0.15


class Line(Struct, frozen=True):
    """A line and what it looks like; `size` in characters, or in widths of a Chinese character."""

    start: int
    end: int
    indent: int
    size: int
    closed: bool
    marked: bool
    prose: bool


class Layout(Struct, frozen=True):
    """Of a hard-wrapped text: how alike lines are, the least size of a full one, the usual indent, whether paragraphs begin deeper."""

    lines: tuple[Line, ...]
    alike: float
    least: int
    base: int
    indents: bool


def find_layout(text: str) -> Layout | None:
    """The layout of a hard-wrapped text, by the measure that fits its lines better; None for any other text."""
    rows = text.split("\n")
    too_long = sum(len(row) > 2 * LONGEST + 20 for row in rows)
    if len(rows) < FEWEST_LINES or too_long > max(LONGER_SHARE * len(rows), 1):
        return None
    found = [layout for by_width in (False, True) if (layout := _measure(_read(rows, by_width)))]
    return max(found, key=lambda layout: layout.alike, default=None) or _by_indent(text, _read(rows, by_width=True))


def _by_indent(text: str, lines: list[Line]) -> Layout | None:
    """Lines of uneven length are one paragraph too where every paragraph is indented and the lines between stop mid-sentence."""
    followers = [(a, b) for a, b in pairwise(lines) if b.indent == 0 and text.count("\n", a.end, b.start) == 1 and not b.marked]
    broken = [a for a, _ in followers if not a.closed and SHORTEST <= a.size <= LONGEST and a.prose]
    indented = sum(x.indent >= 2 and x.size >= SHORTEST for x in lines)
    if indented < FEWEST_FULL or len(broken) < max(FULL_SHARE * len(followers), FEWEST_LINES):
        return None
    return Layout(tuple(lines), 0.0, SHORTEST, 0, indents=True)


def _read(rows: list[str], by_width: bool) -> list[Line]:
    lines, at = [], 0
    for row in rows:
        words = row.strip(" \t")
        if words:
            indent = len(row) - len(row.lstrip(" \t"))
            size = (_columns(words) + 1) // 2 if by_width else len(words)
            size += min(indent, 2) - (words[-1] in _HANGING)
            closed = words.rstrip(_CLOSERS)[-1:] in _ENDS
            marked = re.match(MARK, words) is not None
            lines.append(Line(at, at + len(row.rstrip(" \t")), indent, size, closed, marked, not _INSIDE.isdisjoint(words)))
        at += len(row) + 1
    return lines


def _columns(words: str) -> int:
    return sum(1 if c < "\u0100" else 2 for c in words)


def _measure(lines: list[Line]) -> Layout | None:
    if len(lines) < FEWEST_LINES:
        return None
    sizes = Counter(x.size for x in lines if not x.closed)
    top = max(range(SHORTEST, LONGEST + 1), key=lambda size: (sum(sizes[size - i] for i in range(PLAY + 1)), size))
    while not sizes[top] and top > SHORTEST:
        top -= 1
    least = top - PLAY
    if sum(x.size > top for x in lines) > max(LONGER_SHARE * len(lines), 1):
        return None
    broken = [x for x in lines if not x.closed and x.size > SHORTEST // 2 and x.indent < top // 4 and (x.size >= least or not x.marked)]
    full = [x for x in broken if x.size >= least]
    if len(full) < max(FULL_SHARE * len(broken), FEWEST_FULL) or sum(x.prose for x in full) < PROSE_SHARE * len(full):
        return None
    indents = Counter(x.indent for x in lines)
    base = min(i for i, n in indents.items() if n >= BASE_SHARE * len(lines) or n == max(indents.values()))
    openers = [b for a, b in pairwise(lines) if a.closed and a.size < least]
    opened = sum(b.indent >= base + 2 for b in openers)
    return Layout(tuple(lines), max(sizes.values()) / len(broken), least, base, opened >= 2 and opened >= 0.5 * len(openers))
