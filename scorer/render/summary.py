"""`summary.csv`: one line per input, for people with a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from scorer.render.cells import cell
from scorer.render.columns import Column, Row


def write_summary(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """UTF-8 with a byte-order mark, without which Excel takes it for another encoding."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow([cell(column.title) for column in columns])
    for row in rows:
        writer.writerow([_said(column, row) for column in columns])
    text.detach()


def _said(column: Column, row: Row) -> object:
    value = column.value(row)
    return "" if value is None else cell(column.say(value))
