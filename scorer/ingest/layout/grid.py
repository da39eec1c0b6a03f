"""The lines drawn on a page -> cells of tables: which box of the grid a place on the page lies in."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

_STRAIGHT = 0.5
"""Points by which a ruling may lean."""
_LEAST = 4.0
"""Points in length from which a stroke is a ruling, not a part of a drawing."""
_SAME = 3.0
"""Points within which two rulings are the two sides of one, or meet."""
_MOST_BOXES = 10_000
"""What has more is a drawing."""

Box = tuple[int, int]
Stroke = tuple[float, float, float, float]
"""From where to where, across and up the page."""
_Ruling = tuple[float, float, float]
"""Where it lies, and from where to where it runs."""


class Grid(Struct, frozen=True):
    """The page cut along its rulings; `cell_of` leads from a box to the first box of its cell, for boxes of tables only."""

    across: tuple[float, ...]
    up: tuple[float, ...]
    cell_of: dict[Box, Box]

    def find(self, x: float, y: float) -> Box | None:
        """The cell at a place, named by its place in the grid from the left and from the top."""
        return self.cell_of.get((bisect(self.across, x), len(self.up) - bisect(self.up, y)))


def find_grid(strokes: Iterable[Stroke]) -> Grid:
    """The tables of a page; cells are closed on all sides and have others beside them: a frame is no table."""
    upright: list[_Ruling] = []
    level: list[_Ruling] = []
    for x, y, to_x, to_y in strokes:
        if abs(x - to_x) <= _STRAIGHT and abs(y - to_y) >= _LEAST:
            upright.append((x, min(y, to_y), max(y, to_y)))
        elif abs(y - to_y) <= _STRAIGHT and abs(x - to_x) >= _LEAST:
            level.append((y, min(x, to_x), max(x, to_x)))
    across, walls = _lay(upright)
    up, floors = _lay(level)
    if not across or not up or len(across) * len(up) > _MOST_BOXES:
        return Grid((), (), {})
    return Grid(across, up, _find_cells(across, up, walls, floors))


def _lay(strokes: list[_Ruling]) -> tuple[tuple[float, ...], list[list[_Ruling]]]:
    """Where rulings lie, and the strokes of each."""
    places: list[float] = []
    groups: list[list[_Ruling]] = []
    for stroke in sorted(strokes):
        if groups and stroke[0] - groups[-1][-1][0] <= _SAME:
            groups[-1].append(stroke)
        else:
            places.append(stroke[0])
            groups.append([stroke])
    return tuple(places), groups


def _find_cells(across: tuple[float, ...], up: tuple[float, ...], walls: list[list[_Ruling]], floors: list[list[_Ruling]]) -> dict[Box, Box]:
    """Boxes that nothing parts are one; what is one with the page's edge is no cell."""
    wide, high = len(across), len(up)
    cell_of: dict[Box, Box] = {}
    for row in range(high + 1):
        for column in range(wide + 1):
            if (column, row) in cell_of:
                continue
            reached = _flood((column, row), across, up, walls, floors)
            cell_of |= dict.fromkeys(reached, (column, row))
    outside = cell_of[0, 0]
    beside: dict[Box, set[Box]] = defaultdict(set)
    for (column, row), cell in cell_of.items():
        other = cell_of.get((column + 1, row), outside)
        if cell != other and outside not in (cell, other):
            beside[cell].add(other)
            beside[other].add(cell)
    return {box: cell for box, cell in cell_of.items() if cell in beside}


def _flood(start: Box, across: tuple[float, ...], up: tuple[float, ...], walls: list[list[_Ruling]], floors: list[list[_Ruling]]) -> set[Box]:
    """All boxes that can be reached; row 0 is above the highest ruling, column 0 left of the first."""
    wide, high = len(across), len(up)
    reached, stack = {start}, [start]
    while stack:
        column, row = stack.pop()
        x, y = _middle(across, walls, column), _middle(up, floors, high - row)
        for to, gap, strokes, at in (
            ((column + 1, row), column < wide, walls[column : column + 1], y),
            ((column - 1, row), column > 0, walls[column - 1 : column] if column else [], y),
            ((column, row + 1), row < high, floors[high - row - 1 : high - row] if row < high else [], x),
            ((column, row - 1), row > 0, floors[high - row : high - row + 1], x),
        ):
            if gap and to not in reached and not any(low - _SAME <= at <= top + _SAME for _, low, top in strokes[0]):
                reached.add(to)
                stack.append(to)
    return reached


def _middle(places: tuple[float, ...], groups: list[list[_Ruling]], i: int) -> float:
    """Between two rulings; before the first and after the last, clear of every stroke of theirs."""
    if i == 0:
        return places[0] - 2 * _SAME
    return groups[-1][-1][0] + 2 * _SAME if i == len(places) else (places[i - 1] + places[i]) / 2
