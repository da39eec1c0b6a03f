"""The same work on a Dask cluster: batches of asks go out as tasks, their answers come back to the one writer.

Workers read the inputs themselves, by a path on a folder that all share, or by address. Each thread of theirs has the local engine
with one process, so that an item that dies, hangs or takes all memory is dealt with there as on one machine, and the worker lives on.
A worker that is killed is the scheduler's to replace; a batch over which several died is taken apart, and an item that goes on killing
workers is one failure.
"""

import logging
import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

from scorer.batch.engine import Pool
from scorer.batch.items import Answer, Ask, decode
from scorer.batch.problems import stop
from scorer.batch.work import Work, died

BATCH = 50
"""Asks in one task: seconds of work, against milliseconds that a task costs the scheduler."""
AHEAD = 2
"""Tasks for each thread of the cluster: one at work, one waiting."""

_here = threading.local()
"""What a thread of a worker keeps from batch to batch."""


class Cluster:
    """A cluster at an address; without one, `jobs` workers on this machine."""

    def __init__(self, work: Work, settings: str, jobs: int, address: str | None) -> None:
        self._work = work
        self._settings = settings
        logging.getLogger("distributed").setLevel(logging.ERROR)  # it warns of lost workers, which are made good
        try:
            self._client = Client(address or LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None))
        except (OSError, ValueError) as error:
            raise stop("B508", f"连不上 Dask 调度器（{type(error).__name__}）", "请检查 --scheduler 的地址和网络", address or "") from error

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_: object) -> None:
        cluster = self._client.cluster
        self._client.close()
        if cluster is not None:
            cluster.close()

    def run(self, asks: Iterable[Ask], total: int) -> Iterator[Answer]:
        """One answer for each of `total` asks, in the order in which they come."""
        waiting, running = iter(asks), dict[Future, list[Ask]]()
        finished: Any = as_completed()
        while total:
            for batch in self._next(waiting, len(running)):
                self._submit(batch, running, finished)
            future = next(finished)
            for answer in self._collect(future, running.pop(future), running, finished):
                total -= 1
                yield answer

    def _next(self, waiting: Iterator[Ask], running: int) -> Iterator[list[Ask]]:
        """As many batches as the cluster should have besides those that run."""
        for _ in range(AHEAD * max(1, sum(self._client.nthreads().values())) - running):
            if not (batch := list(islice(waiting, BATCH))):
                return
            yield batch

    def _submit(self, batch: list[Ask], running: dict[Future, list[Ask]], finished: Any) -> None:
        future = self._client.submit(score_batch, self._work, self._settings, batch, pure=False)
        running[future] = batch
        finished.add(future)

    def _collect(self, future: Future, batch: list[Ask], running: dict[Future, list[Ask]], finished: Any) -> Iterator[Answer]:
        try:
            yield from future.result()
        except KilledWorker:
            if len(batch) == 1:
                yield self._work.lost(batch[0], died("进程退出", decode(batch[0].item).path))
            else:
                for ask in batch:
                    self._submit([ask], running, finished)


def score_batch(work: Work, settings: str, asks: list[Ask]) -> list[Answer]:
    """What runs on a worker of the cluster."""
    pool = _opened(work, settings)
    try:
        return list(pool.run(asks, len(asks)))
    except BaseException:  # what it was asked meanwhile would be taken for answers to the next batch
        _close()
        raise


def _opened(work: Work, settings: str) -> Pool:
    """The engine of this thread; one that was for other work ends."""
    if getattr(_here, "work", None) != (work, settings):
        _close()
        _here.pool, _here.work = Pool(work, settings, 1), (work, settings)
    pool: Pool = _here.pool
    return pool


def _close() -> None:
    if pool := getattr(_here, "pool", None):
        pool.__exit__()
    _here.pool = _here.work = None
