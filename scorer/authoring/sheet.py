"""Rows of a spreadsheet that people have worked on: columns by their heads, wherever they stand and whatever was added."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct

from scorer.errors import InputError, Place, Problem
from scorer.ingest.files import read_bytes
from scorer.ingest.zipped import Archive
from scorer.yamlio.write import one_line

HEAD_WITHIN = 20
"""Rows in which the heads are looked for; people put titles above them."""
WIDEST = 200
"""Columns that are looked at."""
MOST_ROWS = 200_000

Cells = tuple[Any, ...]


class Row(Struct, frozen=True):
    """A row with its number and its cells by key; cells without text are missing."""

    number: int
    cells: dict[str, str]
    uncomputed: bool
    """A cell is a formula whose value is an error or was never computed."""


def read_rows(path: str, heads: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """Rows below the heads, of the first sheet that has all of them; raises `InputError` where there is none."""
    data = _checked(path)
    values, formulas = _sheets(path, data, computed=True), _sheets(path, data, computed=False)
    missing: list[str] = []
    for name, sheet in values.items():
        top, places, lacking = _find_heads(sheet, heads)
        if not lacking:
            yield from _rows(sheet, formulas[name], top, places)
            return
        missing = lacking if not missing or len(lacking) < len(missing) else missing
    advice = "请用 scorer review export 写出的表，列可以换位置、可以增加，但表头不能改"
    raise InputError(Problem("R286", f"表里没有这几列：{'、'.join(missing) or '（空表）'}", advice, Place(path)))


def _checked(path: str) -> bytes:
    """The bytes of a file whose parts keep the limits on unpacked size."""
    data = read_bytes(path)
    archive = Archive(path, data, "XLSX")
    for name in archive.names():
        for _ in archive.chunks(name):
            pass
    return data


def _sheets(path: str, data: bytes, *, computed: bool) -> dict[str, list[Cells]]:
    """The cells of every sheet: what formulas came to, or the formulas themselves."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what other programs put in, such as styles, and openpyxl leaves out
            book = load_workbook(BytesIO(data), read_only=True, data_only=computed)
            return {s.title: list(s.iter_rows(max_row=MOST_ROWS, max_col=WIDEST, values_only=True)) for s in book.worksheets}
    except Exception as error:  # openpyxl documents none of the many things it raises over damaged files
        problem = Problem("R287", f"不是能读的 XLSX 表格（{type(error).__name__}）", "请用 Excel、WPS 或 LibreOffice 另存为 .xlsx", Place(path))
        raise InputError(problem) from error


def _find_heads(sheet: Sequence[Cells], heads: Mapping[str, Sequence[str]]) -> tuple[int, dict[str, int], list[str]]:
    """The row of the heads, the column of each key, and the heads that no row has all of."""
    best: tuple[int, dict[str, int], list[str]] = (0, {}, [names[0] for names in heads.values()])
    for number, row in enumerate(sheet[:HEAD_WITHIN]):
        said = [_text(row, at) for at in range(len(row))]
        places = {key: next((said.index(n) for n in names if n in said), -1) for key, names in heads.items()}
        lacking = [heads[key][0] for key, place in places.items() if place < 0]
        if len(lacking) < len(best[2]):
            best = number, places, lacking
    return best


def _rows(sheet: Sequence[Cells], formulas: Sequence[Cells], top: int, places: Mapping[str, int]) -> Iterator[Row]:
    for number in range(top + 1, len(sheet)):
        texts = {key: _text(sheet[number], at) for key, at in places.items()}
        uncomputed = any(_text(formulas[number], at).startswith("=") and texts[key][:1] in ("", "#") for key, at in places.items())
        if uncomputed or any(texts.values()):
            yield Row(number + 1, {key: text for key, text in texts.items() if text}, uncomputed)


def _text(cells: Cells, at: int) -> str:
    return one_line(str(cells[at])) if at < len(cells) and cells[at] is not None else ""
