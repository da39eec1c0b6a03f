"""Figures that stand small above the base of a row: the row's own, not a row between two others."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from statistics import median

from msgspec import Struct

from scorer.ingest.layout.glyph import Glyph
from scorer.ingest.raised import raised

_SMALL = 0.9
"""Height of a raised figure, in heights of its row's characters."""
_LEAST, _MOST = 0.1, 0.75
"""How far up it stands, in the same measure."""
_NEAR = 1.0
"""How far right of the character before it, in heights."""


class _Words(Struct, frozen=True):
    """The characters of a row that are no figures: where they stand, in order, and how high they are."""

    places: list[tuple[float, float]]
    base: float
    height: float

    def find_mark(self, glyph: Glyph) -> Glyph | None:
        """The glyph as a raised figure of this row, standing on its base; None where it is none."""
        if not _is_figure(glyph) or glyph.height > _SMALL * self.height:
            return None
        if not _LEAST * self.height <= glyph.base - self.base <= _MOST * self.height:
            return None
        before = bisect(self.places, (glyph.left, glyph.left)) - 1
        if before < 0 or glyph.left - self.places[before][1] > _NEAR * self.height:
            return None
        return glyph._replace(char=raised(glyph.char), base=self.base)


def lower_raised(groups: Iterable[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Rows from the top down, with the figures raised above one put into it, marked as raised."""
    above: list[Glyph] = []
    for group in groups:
        words = _read_words(group)
        if words is None:
            lowered: list[Glyph | None] = [None]
        else:
            lowered = [words.find_mark(g) for g in above]
            group = [words.find_mark(g) or g for g in group]
        if all(lowered):
            group += filter(None, lowered)
        elif above:
            yield above
        above = group
    if above:
        yield above


def _read_words(row: list[Glyph]) -> _Words | None:
    words = [g for g in row if not _is_figure(g) and not g.char.isspace()]
    if not words:
        return None
    return _Words(sorted((g.left, g.right) for g in words), median(g.base for g in words), median(g.height for g in words))


def _is_figure(glyph: Glyph) -> bool:
    return glyph.char.isascii() and glyph.char.isdigit()
