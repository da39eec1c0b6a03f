"""Rows of a page -> blocks of lines in reading order: the left column before the right one."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from scorer.ingest.layout.furniture import Page
from scorer.ingest.layout.rows import Row, Segment

WHOLE, LEFT, RIGHT = 0, 1, 2
"""Where on the page a block stands."""
_MIDDLE = (0.25, 0.75)
"""Shares of the page's width between which its right column may begin."""
_GUTTER = 0.8
"""Width of the gap between columns, in widths of a Chinese character."""
_NARROWEST = 8
"""Characters in a line of a column: what is narrower is a cell of a table."""
_FEWEST = 3
_FILLED, _FILL = 0.4, 0.8
"""Share of lines that must fill their column, and how much of its width that is: cells of a table seldom do."""


class Line(Struct, frozen=True):
    """A row of a block; lines stand under one another where `block`, in the same column of the paper where `column` is the same."""

    row: Row
    text: str
    block: tuple[int, int]
    column: tuple[int, int]
    width: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.row.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.row.segments[-1].right


def find_lines(pages: list[Page]) -> list[Line]:
    """Every line of the document in reading order."""
    lines = []
    for p, page in enumerate(pages):
        for b, (place, rows) in enumerate(_blocks(page)):
            lines += [Line(row, row.text, (p, b), (place, round(page.width)), page.width) for row in rows]
    return lines


def _blocks(page: Page) -> Iterator[tuple[int, list[Row]]]:
    best: list[tuple[int, list[Row]]] = [(WHOLE, list(page.rows))]
    most = 0
    for x in _gutters(page):
        blocks = list(_split(page.rows, x))
        count = sum(len(rows) for place, rows in blocks if place != WHOLE)
        if count > most:
            best, most = blocks, count
    return ((place, rows) for place, rows in best if rows)


def _gutters(page: Page) -> list[float]:
    """Where several pieces of text begin in the middle of the page."""
    low, high = (share * page.width for share in _MIDDLE)
    starts = sorted(s.left for row in page.rows for s in row.segments if low < s.left < high)
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] <= 3:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [g[0] for g in groups if len(g) >= _FEWEST]


def _split(rows: tuple[Row, ...], x: float) -> Iterator[tuple[int, list[Row]]]:
    """Blocks for a right column that begins at `x`; rows across it stand alone."""
    for across, band in groupby(rows, key=lambda row: any(_crosses(s, x) for s in row.segments)):
        whole = list(band)
        left = [replace(row, segments=part) for row in whole if (part := tuple(s for s in row.segments if s.left < x - s.em / 2))]
        right = [replace(row, segments=part) for row in whole if (part := tuple(s for s in row.segments if s.left >= x - s.em / 2))]
        if across or not _is_column(left) or not _is_column(right):
            yield WHOLE, whole
        else:
            yield LEFT, left
            yield RIGHT, right


def _crosses(s: Segment, x: float) -> bool:
    return s.left < x - s.em / 2 and s.right > x - _GUTTER * s.em


def _is_column(rows: list[Row]) -> bool:
    if len(rows) < _FEWEST:
        return False
    start = min(row.segments[0].left for row in rows)
    width = max(row.segments[-1].right for row in rows) - start
    if width < _NARROWEST * max(row.em for row in rows):
        return False
    filled = sum(len(row.segments) == 1 and row.segments[0].right - start >= _FILL * width for row in rows)
    return filled >= _FILLED * len(rows)
