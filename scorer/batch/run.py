"""The order of a batch: list the inputs, ask for what is not known, write down what comes, merge."""

import time
from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from scorer.batch.items import Answer, Ask
from scorer.batch.journal import Journal, Record
from scorer.batch.plan import NOWHERE, Plan

SYNC = 1.0
"""Seconds of work that a power cut may cost; a killed process loses nothing."""


class Engine(Protocol):
    """Answers asks, wherever that happens; entered before, left after."""

    def run(self, asks: Iterable[Ask], total: int) -> Iterator[Answer]:
        """One answer for each of `total` asks, in any order."""
        ...


class Progress(Struct):
    """How far a run is."""

    total: int = 0
    done: int = 0
    kept: int = 0
    """Of those done, results of an earlier run that still hold."""
    failed: int = 0


def score_all(plan: Plan, journal: Journal, engine: Engine, progress: Progress) -> Iterator[Progress]:
    """Score what is to be scored; says after each input how far it is. The journal has everything that was said."""
    progress.total = plan.total
    synced = time.monotonic()
    for answer in engine.run(_asks(plan, journal), plan.total):
        if not answer.kept:
            plan.offsets[answer.index] = journal.append(Record(answer.key, answer.digest, answer.row, answer.line, answer.text))
        progress.done += 1
        progress.kept += answer.kept
        progress.failed += answer.failed
        if time.monotonic() - synced > SYNC:
            journal.sync()
            synced = time.monotonic()
        yield progress
    journal.sync()


def _asks(plan: Plan, journal: Journal) -> Iterator[Ask]:
    for index, item in enumerate(plan.lines()):
        offset = plan.offsets[index]
        yield Ask(index, item, journal.at(offset).digest if offset != NOWHERE else b"")
