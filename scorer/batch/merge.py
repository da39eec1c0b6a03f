"""The journal in the order of the inputs: the file of results, and the rows that tables are made of."""

import json
import zlib
from collections.abc import Iterator
from typing import Any

from scorer.batch.folder import Folder, replacing
from scorer.batch.journal import Journal
from scorer.batch.plan import Plan


def write_results(folder: Folder, plan: Plan, journal: Journal) -> None:
    """Write `results.jsonl`, one object per input, and `texts.jsonl`, one per report that was scored, in their order."""
    with replacing(folder.texts) as texts, replacing(folder.results) as results:
        for offset in plan.offsets:
            line, _, text = zlib.decompress(journal.at(offset).line).partition(b"\n")
            results.write(line + b"\n")
            texts.write(text + b"\n" if text else b"")


def read_rows(plan: Plan, journal: Journal) -> Iterator[dict[str, Any]]:
    """The row of every input, in their order."""
    for offset in plan.offsets:
        yield json.loads(journal.at(offset).row)
