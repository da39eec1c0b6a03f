"""The journal in the order of the inputs: the file of results, and the rows that tables are made of."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec.json import Decoder

from scorer.batch.copied import Found
from scorer.batch.folder import Folder, replacing
from scorer.batch.journal import Journal
from scorer.batch.plan import Plan
from scorer.model.copying import Origin

Mark = Callable[[bytes, Sequence[Origin]], tuple[bytes, bytes]]
"""Makes of a line of results the line and the row that say where its words stand as well."""


def write_texts(folder: Folder, plan: Plan, journal: Journal) -> None:
    """Write `texts.jsonl`, one object per report that was scored, in their order."""
    with replacing(folder.texts) as texts:
        for offset in plan.offsets:
            if text := journal.at(offset).text:
                texts.write(zlib.decompress(text) + b"\n")


def write_results(folder: Folder, plan: Plan, journal: Journal, copied: Iterator[Found], mark: Mark) -> None:
    """Write `results.jsonl`, one object per input, and the rows of the tables, in their order; `copied` goes by the texts."""
    text, following = -1, next(copied, None)
    with replacing(folder.rows) as rows, replacing(folder.results) as results:
        for offset in plan.offsets:
            record = journal.at(offset)
            line, row = zlib.decompress(record.line), record.row
            text += bool(record.text)
            if following and record.text and following[0] == text:
                line, row = mark(line, following[1])
                following = next(copied, None)
            results.write(line + b"\n")
            rows.write(row + b"\n")


def read_rows(folder: Folder) -> Iterator[dict[str, Any]]:
    """The row of every input, in their order."""
    decoder = Decoder(dict[str, Any])
    with folder.rows.open("rb") as rows:
        yield from map(decoder.decode, rows)
