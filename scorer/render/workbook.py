"""Tables as XLSX, for people who work in a spreadsheet: no cell is a formula, whatever it begins with."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from copy import copy
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
    letters = _letters(len(sheet.columns) + sheet.frozen + 1)
    page.freeze_panes = f"{letters[sheet.frozen]}2"
    for column, letter in zip(sheet.columns, letters, strict=False):
        _shape(page, column, letter)
    looks = _Looks(page)
    page.append([looks.cell(column.head, bold=True) for column in sheet.columns])
    wraps = [column.width > 20 for column in sheet.columns]
    last = 1
    for values in sheet.rows:
        page.append([looks.cell(value, wrap=wrap) for value, wrap in zip(values, wraps, strict=True)])
        last += 1
    page.auto_filter.ref = f"A1:{letters[len(sheet.columns) - 1]}{last}"


class _Looks:
    """Cells of a page; each way that one may look is made once, since openpyxl looks up every part of a style for every cell."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._styles: dict[tuple[object, ...], Any] = {}

    def cell(self, value: Value, *, bold: bool = False, wrap: bool | None = None) -> Any:
        """A cell; `wrap` says whether long text is broken, None where it stands as it comes."""
        from openpyxl.cell import WriteOnlyCell

        plain, fill, link = (value.value, value.fill, value.link) if isinstance(value, Cell) else (value, "", "")
        cell = WriteOnlyCell(self._page)
        is_formula = _put(cell, plain)
        look = (bold, wrap, fill, bool(link), is_formula)
        if look not in self._styles:
            _dress(cell, *look)
            self._styles[look] = cell._style
        cell._style = copy(self._styles[look])
        if link:
            cell._hyperlink = _link(link)
        return cell


def _put(cell: Any, value: str | int | float) -> bool:
    """Text as text: the type keeps it from being a formula in the file; whether it would be one when somebody edits the cell."""
    if not isinstance(value, str):
        cell.value = value
        return False
    if not value:
        return False
    cell.value = "\n".join(map(visible, value.split("\n")))[:LONGEST]
    cell.data_type = "s"
    return value[0] in "=+-@"


def _dress(cell: Any, bold: bool, wrap: bool | None, fill: str, link: bool, is_formula: bool) -> None:
    """The prefix keeps what looks like a formula from becoming one."""
    from openpyxl.styles import Alignment, Font, PatternFill

    if bold:
        cell.font = Font(bold=True)
    if wrap is not None:
        cell.alignment = Alignment(vertical="top", wrap_text=True) if wrap else Alignment(vertical="top")
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)
    if link:
        cell.font = Font(color="0563C1", underline="single")
    cell.quotePrefix = is_formula


def _link(target: str) -> Any:
    from openpyxl.worksheet.hyperlink import Hyperlink

    return Hyperlink(ref="", location=target[1:]) if target.startswith("#") else Hyperlink(ref="", target=target)


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
