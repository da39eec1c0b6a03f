"""Tables as XLSX, for people who work in a spreadsheet: every cell is text, whatever it begins with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from scorer.render.visible import visible

LONGEST = 32_000
"""Characters in a cell; the format ends at 32,767."""
LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, the words that may be chosen in it."""

    head: str
    width: int
    hidden: bool = False
    choices: tuple[str, ...] = ()


def workbook(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> bytes:
    """One sheet with a head that stays in view."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    top, wrapped = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
    for i, values in enumerate([[c.head for c in columns], *rows], 1):
        for j, value in enumerate(values, 1):
            cell = _put(sheet.cell(i, j), value)
            cell.alignment = wrapped if columns[j - 1].width > 20 else top
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, letter in zip(columns, _letters(len(columns)), strict=True):
        _shape(sheet, column, letter)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _put(cell: Any, value: str) -> Any:
    """Text as text: the type keeps it from being a formula in the file, the prefix keeps it so when somebody edits the cell."""
    if value:
        cell.value = "\n".join(map(visible, value.split("\n")))[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = value[0] in "=+-@"
    return cell


def _shape(sheet: Any, column: Column, letter: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.column_dimensions[letter].width = column.width
    sheet.column_dimensions[letter].hidden = column.hidden
    if column.choices:
        rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showErrorMessage=True)
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(rule)


def _letters(count: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(i) for i in range(1, count + 1)]
