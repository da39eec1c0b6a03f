"""A table as rows of text, with the number of each row: CSV as Excel writes it in China, and XLSX."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from scorer.ingest.decode import decode
from scorer.ingest.files import read_bytes
from scorer.ingest.refusals import damaged
from scorer.ingest.zipped import Archive

Rows = Iterator[tuple[int, list[str]]]

KIND = "XLSX 文件"
LONGEST = 1000
"""Characters of a cell; what lies beyond is no name and no group."""
_SEPARATORS = ",\t;"


def read_rows(path: str) -> Rows:
    """The rows that hold anything, numbered from 1; raises `InputError` where the file cannot be read."""
    data = read_bytes(path)
    rows = _read_xlsx(path, data) if Path(path).suffix.lower() == ".xlsx" else _read_csv(path, data)
    for number, row in rows:
        cells = [cell.strip()[:LONGEST] for cell in row]
        if any(cells):
            yield number, cells


def _read_csv(path: str, data: bytes) -> Rows:
    text, _ = decode(data)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise damaged(path, "CSV 文件", f"第{reader.line_num}行") from error


def _read_xlsx(path: str, data: bytes) -> Rows:
    """The first sheet; every part is unpacked once before, within the limits, since openpyxl knows none."""
    archive = Archive(path, data, KIND)
    for name in archive.names():
        for _ in archive.chunks(name):
            pass
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, [_text(value) for value in row]
    except Exception as error:  # it documents none of what damaged files make it raise
        raise damaged(path, KIND, type(error).__name__) from error


def _text(value: object) -> str:
    """A cell as one reads it: no `.0` after whole numbers, no midnight after days."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.date().isoformat() if isinstance(value, datetime) else str(value)
