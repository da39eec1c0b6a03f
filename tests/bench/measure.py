"""Times compared within one run: rounds in turn, so that a slow moment of the machine falls on both."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import process_time


@dataclass(frozen=True)
class Figure:
    """`fast` against `plain`: medians in milliseconds of processor time, and the ratio of each round."""

    name: str
    asked: float
    plain: float
    fast: float
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median over the rounds."""
        return median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The middle half of the rounds."""
        low, _, high = quantiles(self.ratios, n=4)
        return low, high


def compare(name: str, asked: float, plain: Callable[[], object], fast: Callable[[], object], rounds: int, times: int = 1) -> Figure:
    """How many times as fast `fast` is; `times` is how often it does what `plain` does once."""
    plain_times, fast_times = [], []
    for _ in range(rounds):
        plain_times.append(_seconds(plain))
        fast_times.append(_seconds(fast) / times)
    ratios = tuple(p / f for p, f in zip(plain_times, fast_times, strict=True))
    return Figure(name, asked, 1000 * median(plain_times), 1000 * median(fast_times), ratios)


def _seconds(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


_LAUNCHER = """
import os, sys
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
_, status, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent), 0)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def run_process(command: Sequence[str]) -> tuple[float, float]:
    """Processor seconds of a process, and its greatest memory in MB.

    It is started by a small process, since on Linux the memory of the one that starts it counts as its own.
    """
    said = subprocess.run([sys.executable, "-S", "-c", _LAUNCHER, *command], stdout=subprocess.PIPE, check=True).stdout.split()
    if int(said[0]):
        raise RuntimeError(f"{' '.join(command)}: status {int(said[0])}")
    return float(said[1]), int(said[2]) / (1024 if sys.platform != "darwin" else 1024 * 1024)
