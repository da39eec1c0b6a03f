"""Characters of a page -> rows of text, each parted where it has a gap as between columns or cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from scorer.ingest.pdf.glyphs import Glyph

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\u3001-\u3011\uff00-\uff60]")
_SAME_BASE = 0.3
"""How far two characters of one row may stand off each other, in heights of a character: superscripts do."""
_CELL_GAP = 1.2
"""Gap between columns or cells, in widths of a Chinese character."""
_WIDE_GAP, _LATIN_GAP = 0.6, 0.2
"""Gap that a reader sees as a space: programs set a quarter between Chinese and figures, and stretch lines."""
_ALIKE = 0.3
"""How far apart the same character may stand to be one that is printed twice, for boldness."""
_EM_OF_HEIGHT = 0.9


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a row without gaps; `em` is the width of a Chinese character in it. A space at its end is one in the file."""

    text: str
    left: float
    right: float
    base: float
    em: float


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one base line, from left to right."""

    segments: tuple[Segment, ...]

    @property
    def base(self) -> float:
        """Height above the page's foot."""
        return self.segments[0].base

    @property
    def em(self) -> float:
        """Width of a Chinese character."""
        return max(s.em for s in self.segments)

    @property
    def text(self) -> str:
        """Cells parted by tabs, as in the text of web pages."""
        return "\t".join(s.text.rstrip() for s in self.segments)


def find_rows(glyphs: list[Glyph]) -> list[Row]:
    """Rows from the top of the page down."""
    rows = []
    for group in _by_base(glyphs):
        segments = tuple(filter(None, map(_to_segment, _parts(sorted(group, key=lambda g: g.left)))))
        if segments:
            rows.append(Row(segments))
    return rows


def _by_base(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: -g.base):
        if group and group[0].base - glyph.base > _SAME_BASE * max(group[0].height, glyph.height):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _em(glyphs: list[Glyph]) -> float:
    wide = [g.right - g.left for g in glyphs if _HAN.match(g.char)]
    return max(median(wide) if wide else _EM_OF_HEIGHT * median(g.height for g in glyphs), 1.0)


def _parts(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    em = _em(glyphs)
    part = glyphs[:1]
    for glyph in glyphs[1:]:
        last = part[-1]
        if glyph.char == last.char and not glyph.char.isspace() and glyph.left - last.left < _ALIKE * (last.right - last.left):
            continue
        if glyph.left - last.right > _CELL_GAP * em:
            yield part
            part = []
        part.append(glyph)
    yield part


def _to_segment(glyphs: list[Glyph]) -> Segment | None:
    seen = [g for g in glyphs if not g.char.isspace()]
    if not seen:
        return None
    em = _em(seen)
    chars: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last and _is_gap(last, glyph, em):
            chars.append(" ")
        chars.append(" " if glyph.char in "\xa0\t\r\n" else glyph.char)
        last = glyph
    text = "".join(chars)
    end = " " if text[-1].isspace() else ""
    return Segment(text.strip() + end, seen[0].left, max(g.right for g in seen), median(g.base for g in seen), em)


def _is_gap(a: Glyph, b: Glyph, em: float) -> bool:
    if a.char.isspace() or b.char.isspace():
        return False
    both_latin = not _HAN.match(a.char) and not _HAN.match(b.char)
    return b.left - a.right > (_LATIN_GAP if both_latin else _WIDE_GAP) * em
