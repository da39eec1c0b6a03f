"""Tables as XLSX, for people who work in a spreadsheet: no cell is a formula, whatever it begins with."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from msgspec import Struct

from scorer.render.visible import visible

LONGEST = 32_000
"""Characters in a cell; the format ends at 32,767."""
LAST_ROW = 1_048_576
_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TITLE_LIMIT = 31
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


class Column(Struct, frozen=True):
    """A column: its head, its width in characters, the words that may be chosen in it."""

    head: str
    width: int
    hidden: bool = False
    choices: tuple[str, ...] = ()


class Cell(Struct, frozen=True):
    """A value with a background colour (RRGGBB) or a link: to a cell as `#'sheet'!A1`, or to a file."""

    value: str | int | float
    fill: str = ""
    link: str = ""


Value = str | int | float | Cell


class Sheet(Struct, frozen=True):
    """A table: its head stays in view, and with it so many columns on the left."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    frozen: int = 0


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a file; their titles must differ (see `titles`)."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    data = BytesIO()
    book.save(data)
    return _without_clock(data)


def _without_clock(saved: BytesIO) -> bytes:
    """The same file whenever it is made: no times of its parts, none in its properties."""
    data = BytesIO()
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        for part in made.infolist():
            content = made.read(part)
            out.writestr(zipfile.ZipInfo(part.filename), _TIME.sub(b"1980-01-01T00:00:00Z", content) if part.filename == _PROPERTIES else content)
    return data.getvalue()


def titles(wanted: Sequence[str]) -> list[str]:
    """Titles that a workbook can have: short, without its own signs, no two alike."""
    found: list[str] = []
    for title in wanted:
        clean = visible(title).translate(_NOT_IN_TITLES)[:_TITLE_LIMIT].strip() or "_"
        number = 1
        while clean.lower() in (f.lower() for f in found):
            number += 1
            clean = f"{clean[: _TITLE_LIMIT - 6].split(' (')[0]} ({number})"
        found.append(clean)
    return found


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    letters = _letters(len(sheet.columns) + sheet.frozen + 1)
    page.freeze_panes = f"{letters[sheet.frozen]}2"
    for column, letter in zip(sheet.columns, letters, strict=False):
        _shape(page, column, letter)
    heads = [_put(WriteOnlyCell(page), column.head) for column in sheet.columns]
    for cell in heads:
        cell.font = Font(bold=True)
    page.append(heads)
    top, wrapped = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
    last = 1
    for values in sheet.rows:
        cells = [_put(WriteOnlyCell(page), value) for value in values]
        for cell, column in zip(cells, sheet.columns, strict=True):
            cell.alignment = wrapped if column.width > 20 else top
        page.append(cells)
        last += 1
    page.auto_filter.ref = f"A1:{letters[len(sheet.columns) - 1]}{last}"


def _put(cell: Any, value: Value) -> Any:
    """Text as text: the type keeps it from being a formula in the file, the prefix keeps it so when somebody edits the cell."""
    if isinstance(value, Cell):
        _put(cell, value.value)
        _adorn(cell, value)
    elif not isinstance(value, str):
        cell.value = value
    elif value:
        cell.value = "\n".join(map(visible, value.split("\n")))[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = value[0] in "=+-@"
    return cell


def _adorn(cell: Any, value: Cell) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    if value.fill:
        cell.fill = _paint(value.fill)
    if value.link:
        inside = value.link.startswith("#")
        cell._hyperlink = Hyperlink(ref="", location=value.link[1:]) if inside else Hyperlink(ref="", target=value.link)
        cell.font = Font(color="0563C1", underline="single")


@cache
def _paint(colour: str) -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour)


def _shape(page: Any, column: Column, letter: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    page.column_dimensions[letter].width = column.width
    page.column_dimensions[letter].hidden = column.hidden
    if column.choices:
        rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showErrorMessage=True)
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        page.data_validations.append(rule)


def _letters(count: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(i) for i in range(1, count + 1)]
