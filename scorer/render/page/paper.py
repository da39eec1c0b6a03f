"""The report as it reads, ready to be marked up: paragraphs, cut wherever a passage begins or ends.

Passages may overlap and nest; every piece knows all that cover it. Offsets are those of the source, as in the JSON.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scorer.model.document import Role
from scorer.model.result import Scorecard
from scorer.model.text import RawSpan
from scorer.render.passages import joined
from scorer.render.visible import visible_lines

_LINE_END = re.compile(r"\r\n|\r|\n")
_TITLE = re.compile(r"(?!.*[>›。]|.*\s{3})(?=.*[报報总總][告结結]$).{6,60}")
"""The line that names the report, in front of its first heading."""
_INDENT = 4
"""Spaces in front of a paragraph that are an indent; more of them put a line in its place on the page."""


class Piece(Struct, frozen=True):
    """Characters from `start` on, shown as `text`; `covers` are the passages it lies in, the shortest first."""

    start: int
    text: str
    covers: tuple[RawSpan, ...]


class Paragraph(Struct, frozen=True):
    """One or more lines of the source; `look` says how it is set, `line` counts from 1."""

    line: int
    look: str
    pieces: tuple[Piece, ...]


def paragraphs(card: Scorecard, passages: Sequence[RawSpan]) -> tuple[Paragraph, ...]:
    """The whole source; blank lines are left to the style sheet."""
    text = card.source.text
    cuts = sorted({offset for p in passages for offset in (p.start, p.end)})
    looks = _looks(card)
    found: list[Paragraph] = []
    for line, span in _blocks(card):
        content = text[span.start : span.end].strip()
        if not content:
            continue
        look = looks.get(line, "")
        if _TITLE.fullmatch(content) and all(p.look in ("", "placed", "furniture") for p in found):
            look = "title"
        indent = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
        inner = RawSpan(span.start + indent, span.end)
        found.append(Paragraph(line, look or ("placed" if indent > _INDENT else ""), tuple(_pieces(text, inner, cuts, passages))))
    return tuple(found)


def _blocks(card: Scorecard) -> Iterator[tuple[int, RawSpan]]:
    """First line and range of every paragraph: lines that cleaning joined are one."""
    text, clean = card.source.text, card.clean
    kept = {clean.offsets.raw(m.start()) for m in re.finditer("\n", clean.text)}
    start, first, line = 0, 1, 1
    for m in _LINE_END.finditer(text):
        line += 1
        blank = not text[start : m.start()].strip()
        if blank or any(offset in kept for offset in range(m.start(), m.end())) or _blank_follows(text, m.end()):
            yield first, RawSpan(start, m.start())
            start, first = m.end(), line
    yield first, RawSpan(start, len(text))


def _blank_follows(text: str, at: int) -> bool:
    end = _LINE_END.search(text, at)
    return not text[at : end.start() if end else len(text)].strip()


def _looks(card: Scorecard) -> dict[int, str]:
    """How the line on which a sentence begins is set: headings by level, page furniture small; the rest is not named."""
    starts = [0, *(m.end() for m in _LINE_END.finditer(card.source.text))]
    looks: dict[int, str] = {}
    for sentence in card.document.sentences:
        line = bisect_right(starts, card.clean.offsets.raw(sentence.span.start))
        if sentence.is_heading:
            looks.setdefault(line, f"h{min(len(sentence.headings), 2) + 1}" if _is_whole(sentence.span.end, card) else "")
        elif sentence.role is Role.BOILERPLATE:
            looks.setdefault(line, "furniture")
        else:
            looks.setdefault(line, "")
    return looks


def _is_whole(clean_end: int, card: Scorecard) -> bool:
    """True for a heading with its line to itself."""
    return card.clean.text[clean_end : clean_end + 1] in ("", "\n")


def _pieces(text: str, span: RawSpan, cuts: Sequence[int], passages: Sequence[RawSpan]) -> Iterator[Piece]:
    """The paragraph from cut to cut."""
    inner = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
    for start, end in zip((span.start, *inner), (*inner, span.end), strict=True):
        covers = [p for p in passages if p.start <= start and end <= p.end]
        covers.sort(key=lambda p: p.end - p.start)
        yield Piece(start, visible_lines(joined(text[start:end])), tuple(covers))
