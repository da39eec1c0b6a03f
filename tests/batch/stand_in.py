"""Work that does what an item's path says: to see what the engine makes of workers that die, hang or fail."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from scorer.batch.items import Answer, Ask, decode, key_of
from scorer.batch.work import Score
from scorer.errors import PackError, Problem
from scorer.ingest.limits import Limits

QUICK = Limits(seconds=0.5)


@dataclass(frozen=True, slots=True)
class StandIn:
    """In place of `Work`: `die`, `hang`, `die-once:FILE`, `stop`; any other path is answered with itself."""

    limits: Limits = QUICK
    stillborn: bool = False

    def open(self, settings: str) -> Score:
        if self.stillborn:
            os._exit(7)
        return lambda ask: _answer(ask, settings)

    def lost(self, ask: Ask, problem: Problem) -> Answer:
        return Answer(ask.index, key_of(ask.item), b"", problem.code.encode(), problem.message.encode())


def _answer(ask: Ask, settings: str) -> Answer:
    path = decode(ask.item).path
    verb, _, mark = path.partition(":")
    if verb == "die" or (verb == "die-once" and not Path(mark).exists()):
        Path(mark or os.devnull).touch()
        os._exit(9)
    if verb == "hang":
        time.sleep(600)
    if verb == "print":
        print("noise")  # noqa: T201
        os.write(1, b"noise")
    if verb == "stop":
        raise PackError(Problem("R201", "规则读不了", "请检查"))
    return Answer(ask.index, key_of(ask.item), settings.encode(), path.encode(), b"line")
