"""The output folder: results for people on top, what a run needs to go on in a hidden folder below."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from scorer.batch.lock import locked


class Folder(Struct, frozen=True):
    """Where everything is; only one run at a time holds it."""

    path: Path

    @property
    def results(self) -> Path:
        """One JSON object per input, in their order."""
        return self.path / "results.jsonl"

    @property
    def texts(self) -> Path:
        """The text of every report scored, by which copies are found."""
        return self.path / "texts.jsonl"

    @property
    def state(self) -> Path:
        """The folder of what is below."""
        return self.path / ".batch"

    @property
    def inputs(self) -> Path:
        """The items of the run, one a line."""
        return self.state / "inputs.jsonl"

    @property
    def run(self) -> Path:
        """What the run is: its inputs and settings."""
        return self.state / "run.json"

    @property
    def rows(self) -> Path:
        """The rows of tables of all inputs, in their order."""
        return self.state / "rows.jsonl"

    @property
    def journal(self) -> Path:
        """Results as they came."""
        return self.state / "journal"


@contextmanager
def claim(path: str) -> Iterator[Folder]:
    """Make the folder where there is none, and hold it against other runs."""
    folder = Folder(Path(path))
    folder.state.mkdir(parents=True, exist_ok=True)
    with locked(folder.state / "lock", path):
        yield folder


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` once it is whole: no reader and no crash ever meets half of it."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
