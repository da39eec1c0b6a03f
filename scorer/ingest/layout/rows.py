"""Characters of a page -> rows of text, each parted where it has a gap as between columns or cells."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from msgspec import Struct

from scorer.ingest.layout.glyph import Glyph
from scorer.ingest.layout.superscripts import lower_raised

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\u3001-\u3011\uff00-\uff60]")
_SAME_BASE = 0.3
"""How far two characters of one row may stand off each other, in heights of a character: superscripts do."""
_CELL_GAP, _SPACED_GAP = 1.2, 2.5
"""Gap between columns or cells, in widths of a Chinese character; after a space, which programs stretch, it must be wider."""
_ALIGNED = ((1, 0.35), (5, 0.65))
"""So many rows up or down, what follows a gap so wide begins at the same place: then both are gaps between cells."""
_ALIGN_PLAY = 0.15
_SPACE_GAP = 0.45
"""Gap that a reader takes for a space between Chinese characters."""
_WORD_GAP = 0.2
"""Gap between foreign words; programs set a quarter between Chinese and figures."""
_ALIKE = 0.3
"""How far apart the same character may stand to be one that is printed twice, for boldness; at one place they are one sign."""
_EM_OF_HEIGHT = 0.9
_NUMBERING = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节条]|[①-⑳●◆■★▲➢·•-]")
"""What stands apart before a heading or an item of a list, and is no cell."""
_CORE = "(?:[!-~\u00a0-\u024f]+|.(?:[!),.:;?%\\]}][!-~]*)?)[，。、；：！？”’」』）》】…％]*"
_TOKEN = re.compile(f"[“‘「『（《【(\\[{{]*{_CORE}(?:[“”‘’]+{_CORE})*")
"""What programs do not break at the end of a line: figures, foreign words, a character with the marks around it."""


class Segment(Struct, frozen=True):
    """A piece of a row without gaps; a space at its end is one in the file.

    `em` is the width of a Chinese character in it, `lead` that of what cannot be parted from its first character.
    """

    text: str
    left: float
    right: float
    base: float
    em: float
    lead: float


class Row(Struct, frozen=True):
    """What stands on one base line, from left to right."""

    segments: tuple[Segment, ...]
    is_table: bool = False

    @property
    def base(self) -> float:
        """Height above the page's foot."""
        return self.segments[0].base

    @property
    def em(self) -> float:
        """Width of a Chinese character."""
        return max(s.em for s in self.segments)

    @property
    def cells(self) -> int:
        """How many pieces a reader sees."""
        return max(len(self.segments) - self._is_numbered, 1 + self.is_table)

    @property
    def text(self) -> str:
        """Cells parted by tabs, as in the text of web pages."""
        first, *others = (s.text.rstrip() for s in self.segments)
        return first + ("" if self._is_numbered else "\t" * bool(others)) + "\t".join(others)

    @property
    def _is_numbered(self) -> bool:
        return not self.is_table and len(self.segments) > 1 and _NUMBERING.fullmatch(self.segments[0].text.strip()) is not None


def find_rows(glyphs: list[Glyph]) -> list[Row]:
    """Rows from the top of the page down."""
    groups = [_once(sorted(group, key=lambda g: g.left)) for group in lower_raised(_by_base(glyphs))]
    em = _em(glyphs, 0.0) if glyphs else 0.0
    rows = []
    for group, cells in zip(groups, _find_cells(groups, em), strict=True):
        if segments := tuple(s for part in _parts(group, cells) if (s := _to_segment(part, em))):
            rows.append(Row(segments))
    return rows


def _find_cells(groups: list[list[Glyph]], em: float) -> list[set[float]]:
    """Where in each row something begins that is a cell or stands in another column."""
    starts = [set(_starts(group, _CELL_GAP, _SPACED_GAP, em)) for group in groups]
    for distance, gap in _ALIGNED:
        gaps = [set(_starts(group, gap, gap, em)) for group in groups]
        for i, own in enumerate(gaps):
            near = [x for other in gaps[max(i - distance, 0) : i] + gaps[i + 1 : i + 1 + distance] for x in other]
            starts[i] |= {x for x in own if any(abs(x - y) <= _ALIGN_PLAY * em for y in near)}
    return starts


def _by_base(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: -g.base):
        if group and group[0].base - glyph.base > _SAME_BASE * max(group[0].height, glyph.height):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _em(glyphs: list[Glyph], usual: float) -> float:
    """The width of a Chinese character here; where there is none, the page's usual, or what the height makes likely."""
    wide = [g.right - g.left for g in glyphs if _HAN.match(g.char)]
    return max(median(wide) if wide else usual or _EM_OF_HEIGHT * median(g.height for g in glyphs), 1.0)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Programs print a character twice to make it bold."""
    kept = glyphs[:1]
    for glyph in glyphs[1:]:
        last = kept[-1]
        if glyph.char != last.char or not 0 < glyph.left - last.left < _ALIKE * (last.right - last.left):
            kept.append(glyph)
    return kept


def _starts(glyphs: list[Glyph], least: float, spaced: float, usual: float) -> Iterator[float]:
    """Where something begins after a gap of so many characters, or, after a space, of so many."""
    em, apart = _em(glyphs, usual), _spacing(glyphs)
    for last, glyph in pairwise(glyphs):
        if glyph.left - last.right - apart > (spaced if last.char.isspace() else least) * em:
            yield glyph.left


def _parts(glyphs: list[Glyph], starts: set[float]) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    for glyph in glyphs:
        if part and glyph.left in starts:
            yield part
            part = []
        part.append(glyph)
    yield part


def _spacing(glyphs: list[Glyph]) -> float:
    """How far apart nearly all characters of a row are set, as in titles."""
    gaps = sorted(b.left - a.right for a, b in pairwise(glyphs))
    return max(gaps[len(gaps) // 5], 0.0) if gaps else 0.0


def _to_segment(glyphs: list[Glyph], usual: float) -> Segment | None:
    seen = [g for g in glyphs if not g.char.isspace()]
    if not seen:
        return None
    em, apart = _em(seen, usual), _spacing(glyphs)
    chars = [glyphs[0].char]
    for last, glyph in pairwise(glyphs):
        if not last.char.isspace() and not glyph.char.isspace() and glyph.left - last.right - apart > _least(last, glyph) * em:
            chars.append(" ")
        chars.append(" " if glyph.char in "\xa0\t\r\n" else glyph.char)
    text = "".join(chars)
    end = " " if text[-1].isspace() else ""
    return Segment(text.strip() + end, seen[0].left, max(g.right for g in seen), median(g.base for g in seen), em, _lead(seen))


def _lead(seen: list[Glyph]) -> float:
    token = _TOKEN.match("".join(g.char for g in seen[:60]))
    return seen[(token.end() if token else 1) - 1].right - seen[0].left


def _least(a: Glyph, b: Glyph) -> float:
    return _SPACE_GAP if _HAN.match(a.char) or _HAN.match(b.char) else _WORD_GAP
