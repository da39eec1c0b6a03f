"""`summary.csv`: one line per input, for people with a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from scorer.render import messages
from scorer.render.cells import cell
from scorer.render.columns import Column, Row
from scorer.render.words import Lang


def write_summary(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row], lang: Lang) -> None:
    """UTF-8 with a byte-order mark, without which Excel takes it for another encoding.

    What a verdict is not stands as the head of a last, empty column, where neither sorting nor filtering loses it.
    """
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow([*(cell(column.title) for column in columns), messages.DISCLAIMER[lang is Lang.EN]])
    for row in rows:
        writer.writerow([*(_said(column, row) for column in columns), ""])
    text.detach()


def _said(column: Column, row: Row) -> object:
    value = column.value(row)
    return "" if value is None else cell(column.say(value))
