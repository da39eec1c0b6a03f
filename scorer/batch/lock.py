"""One run at a time in a folder: a lock of the operating system, which ends with the process that holds it, however that ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scorer import system
from scorer.batch.problems import stop


@contextmanager
def locked(path: Path, folder: str) -> Iterator[None]:
    """Hold the lock file at `path`; raises `BatchError` B504 where another run holds it."""
    with path.open("wb") as file:
        try:
            system.lock(file.fileno())
        except OSError as error:
            raise stop("B504", "另一次运行正在写这个文件夹", "请等它结束，或换一个输出文件夹", folder) from error
        yield
