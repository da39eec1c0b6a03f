"""What is still to be done: asks handed out in chunks, and taken back from workers that died over them."""

from collections import deque
from collections.abc import Iterable
from itertools import islice

from scorer.batch.items import Ask

MOST = 16
"""Asks in one chunk: enough that a worker never waits for the next, few enough that nobody waits for the last."""
TRIES = 2
"""A worker may be killed from outside, so that the ask it was at deserves another; an ask that kills two is given up."""


class Waiting:
    """Asks not yet answered; nothing of them is held but the few that came back."""

    def __init__(self, asks: Iterable[Ask], total: int, jobs: int) -> None:
        self._asks = iter(asks)
        self._ahead = total
        self._share = 4 * jobs
        self._back: deque[Ask] = deque()
        self._alone: deque[Ask] = deque()
        self._deaths: dict[int, int] = {}
        self.owed = total
        """Answers that are still to come."""

    def chunk(self) -> list[Ask]:
        """The next asks for one worker, fewer towards the end; none where all are handed out."""
        if self._back:
            return [self._back.popleft()]
        if self._alone:
            return [self._alone.popleft()]
        size = max(1, min(MOST, self._ahead // self._share))
        found = list(islice(self._asks, size))
        self._ahead -= len(found)
        return found

    def give_back(self, asks: Iterable[Ask]) -> None:
        """Asks that were handed out and not begun."""
        self._back.extend(asks)

    def take_back(self, asks: Iterable[Ask]) -> Ask | None:
        """Asks of a worker that died over the first of them; that one is returned where it has had its tries."""
        first, *rest = asks
        self.give_back(rest)
        self._deaths[first.index] = self._deaths.get(first.index, 0) + 1
        if self._deaths[first.index] >= TRIES:
            return first
        self._alone.append(first)
        return None
