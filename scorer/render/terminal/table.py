"""Columns side by side, without lines between them; cells are folded to the width of their column."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from scorer.render.terminal.cells import cell_len
from scorer.render.terminal.console import Console, fold
from scorer.render.terminal.marks import QUIET
from scorer.render.terminal.styled import Text

_BETWEEN = "   "


class Column(NamedTuple):
    """A title and a width; without one the column takes what the others leave. Figures stand `right`."""

    title: str
    width: int | None = None
    right: bool = False


def print_titles(columns: Sequence[Column], console: Console) -> None:
    """The titles with a line below."""
    print_row(columns, [Text(column.title, QUIET) for column in columns], console)
    console.put(Text("─" * console.width))


def print_row(columns: Sequence[Column], cells: Sequence[Text], console: Console) -> None:
    """A cell for each column."""
    left = console.width - len(_BETWEEN) * (len(columns) - 1) - sum(column.width or 0 for column in columns)
    widths = [left if column.width is None else column.width for column in columns]
    folded = [list(fold(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*folded, fillvalue=Text()):
        line = Text()
        for i, (column, width, part) in enumerate(zip(columns, widths, parts, strict=True)):
            room = " " * (width - cell_len(part.plain))
            line.append(_BETWEEN if i else "").append(room if column.right else "").append_text(part).append("" if column.right else room)
        console.put(line)
