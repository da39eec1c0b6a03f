"""Results as they come, one after another in a file that only grows: what a killed run has done is not done again."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple

from scorer.batch import frames


class Record(Struct, frozen=True):
    """A result: of which item, for which content, its row of tables, and compressed its line and its text."""

    key: bytes
    digest: bytes
    row: bytes
    line: bytes
    text: bytes


class Journal:
    """Records at their offsets; a record that a crash cut short is taken for the end of the file."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._file = path.open("r+b", buffering=0)
        self._end = 0

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def clear(self) -> None:
        """Forget every record."""
        self._file.truncate(0)
        self._end = 0

    def scan(self) -> Iterator[tuple[int, Record]]:
        """Every record with its offset; what lies behind the last whole one is cut off."""
        with open(self._file.fileno(), "rb", closefd=False) as file:
            file.seek(0)
            self._end = 0
            while (parts := frames.read(file)) is not None and len(parts) == len(Record.__struct_fields__):
                yield self._end, Record(*parts)
                self._end = file.tell()
        self._file.truncate(self._end)

    def append(self, record: Record) -> int:
        """Write a record behind the others and return its offset; where that fails nothing of it stays."""
        data = frames.pack(astuple(record))
        start = self._end
        self._file.seek(start)
        try:
            rest = memoryview(data)
            while rest:  # an unbuffered file may take less than it is given
                rest = rest[self._file.write(rest) :]
        except OSError:
            self._file.truncate(start)
            raise
        self._end = start + len(data)
        return start

    def at(self, offset: int) -> Record:
        """The record at an offset that `append` or `scan` gave."""
        with open(self._file.fileno(), "rb", closefd=False) as file:
            file.seek(offset)
            parts = frames.read(file)
        if parts is None:
            raise OSError(f"journal damaged at {offset}")
        return Record(*parts)

    def sync(self) -> None:
        """See to it that a power cut loses nothing written so far."""
        os.fsync(self._file.fileno())
