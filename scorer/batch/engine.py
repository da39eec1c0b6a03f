"""Workers in processes of their own: one that dies or hangs costs one item at most, and is replaced.

They are started afresh, not forked, so that it is the same on every system and whatever threads the caller has; `-P` keeps the folder
of the reports out of their modules. One thread for each listens to its answers; everything else happens in the caller's thread.
"""

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from io import BufferedReader
from queue import Empty, SimpleQueue

from scorer.batch import frames, problems
from scorer.batch.items import Answer, Ask, decode
from scorer.batch.problems import stop
from scorer.batch.waiting import Waiting
from scorer.batch.work import Work, died, hung
from scorer.batch.worker import pack_ask, pack_start, unpack_answer

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from scorer.batch.worker import main; main()"
_TICK = 0.5
"""Seconds between two looks at the clock of workers."""
_STILLBORN = 3
"""Workers that die one after another before they are ready: then it is not the items."""
_GRACE = 3
"""Times what one reader may take: two may follow one another (conversion, then reading), then comes scoring."""


class Pool:
    """At most `jobs` workers, started when there is something for them to do."""

    def __init__(self, work: Work, settings: str, jobs: int) -> None:
        self._work = work
        self._start = pack_start(work, settings)
        self._jobs = jobs
        self._seconds = _GRACE * work.limits.seconds
        self._workers: list[_Worker] = []
        self._inbox: SimpleQueue[tuple[_Worker, frames.Parts | None]] = SimpleQueue()
        self._stillborn = 0

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def run(self, asks: Iterable[Ask], total: int) -> Iterator[Answer]:
        """One answer for each of `total` asks, in the order in which they come; asks are taken from their iterator when needed."""
        waiting = Waiting(asks, total, self._jobs)
        while waiting.owed:
            self._feed(waiting)
            for answer in (*self._listen(waiting), *self._end_slow(waiting)):
                waiting.owed -= 1
                yield answer

    def _feed(self, waiting: Waiting) -> None:
        for worker in self._workers:
            if worker.idle and (chunk := waiting.chunk()):
                worker.send(chunk)
        while len(self._workers) < min(self._jobs, waiting.owed):
            self._workers.append(_Worker(self._start, self._inbox))

    def _listen(self, waiting: Waiting) -> Iterator[Answer]:
        try:
            worker, parts = self._inbox.get(timeout=_TICK)
        except Empty:
            return
        if worker not in self._workers:
            return
        if parts is None:
            yield from self._bury(worker, waiting)
        elif not parts:
            worker.ready, self._stillborn = True, 0
        elif len(parts) == 1:
            raise problems.decode(parts[0])
        else:
            yield worker.take(unpack_answer(parts))

    def _bury(self, worker: "_Worker", waiting: Waiting) -> Iterator[Answer]:
        self._workers.remove(worker)
        code = worker.end()
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise stop("B506", f"工作进程无法启动（{code}）", "请检查内存和安装是否完整，或减少 --jobs")
        elif worker.asked and (given_up := waiting.take_back(worker.asked)):
            yield self._work.lost(given_up, died(f"进程退出：{code}", decode(given_up.item).path))

    def _end_slow(self, waiting: Waiting) -> Iterator[Answer]:
        for worker in [w for w in self._workers if w.asked and time.monotonic() - w.since > self._seconds]:
            self._workers.remove(worker)
            worker.end()
            slow = worker.asked.popleft()
            waiting.give_back(worker.asked)
            yield self._work.lost(slow, hung(self._seconds, decode(slow.item).path))


class _Worker:
    """A process, and the asks it has not answered yet; it answers in their order."""

    def __init__(self, start: bytes, inbox: "SimpleQueue[tuple[_Worker, frames.Parts | None]]") -> None:
        command = [sys.executable, "-P", "-c", _START, json.dumps(sys.path)]
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError as error:
            raise stop("B506", f"工作进程无法启动（{error.strerror or error}）", "请检查内存和安装是否完整，或减少 --jobs") from error
        self.ready = False
        self.asked: deque[Ask] = deque()
        self.since = 0.0
        """When it began with the first of them."""
        self._write(start)
        threading.Thread(target=self._listen, args=(inbox,), daemon=True).start()

    @property
    def idle(self) -> bool:
        """Whether it waits for something to do."""
        return self.ready and not self.asked

    def send(self, asks: list[Ask]) -> None:
        """Give an idle worker its next asks: as it waits for them, the pipe never fills up."""
        self.asked.extend(asks)
        self.since = time.monotonic()
        self._write(b"".join(map(pack_ask, asks)))

    def take(self, answer: Answer) -> Answer:
        """Note that the first ask has its answer."""
        assert answer.index == self.asked.popleft().index
        self.since = time.monotonic()
        return answer

    def end(self) -> int:
        """Stop the process, whatever it is at; its exit code."""
        self._process.kill()
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        return self._process.wait()

    def _write(self, data: bytes) -> None:
        """To a process that has died nothing can be written; its listener says so."""
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def _listen(self, inbox: "SimpleQueue[tuple[_Worker, frames.Parts | None]]") -> None:
        answers = self._process.stdout
        assert isinstance(answers, BufferedReader)
        with answers:
            while (parts := frames.read(answers)) is not None:
                inbox.put((self, parts))
        inbox.put((self, None))
