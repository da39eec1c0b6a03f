"""The journal: what was written is read, and whatever a crash or a disk does to its end, what stands before it holds."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.batch.journal import Journal, Record

records = st.builds(Record, *[st.binary(max_size=40)] * 4)


def fill(path: Path, found: list[Record]) -> list[int]:
    with Journal(path) as journal:
        journal.clear()
        return [journal.append(r) for r in found]


def scan(path: Path) -> list[Record]:
    with Journal(path) as journal:
        return [record for _, record in journal.scan()]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journal") / "journal"


@given(st.lists(records, max_size=8))
def test_what_was_written_is_read(path: Path, found: list[Record]) -> None:
    offsets = fill(path, found)
    assert scan(path) == found
    with Journal(path) as journal:
        assert [journal.at(o) for o in offsets] == found
        assert [o for o, _ in journal.scan()] == offsets


@given(st.lists(records, min_size=1, max_size=8), st.data())
def test_cut_anywhere_the_records_before_the_cut_hold_and_writing_goes_on(path: Path, found: list[Record], data: st.DataObject) -> None:
    ends = [*fill(path, found)[1:], path.stat().st_size]
    cut = data.draw(st.integers(0, path.stat().st_size))
    with path.open("r+b") as file:
        file.truncate(cut)
    kept = scan(path)
    assert kept == found[: len(kept)]
    assert len(kept) == sum(end <= cut for end in ends)
    with Journal(path) as journal:
        list(journal.scan())
        journal.append(found[0])
    assert scan(path) == [*kept, found[0]]


@given(st.lists(records, min_size=1, max_size=6), st.data())
def test_a_damaged_byte_never_makes_a_record(path: Path, found: list[Record], data: st.DataObject) -> None:
    fill(path, found)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    kept = scan(path)
    assert kept == found[: len(kept)]
    assert len(kept) < len(found)


@pytest.mark.parametrize("taken", [0, 1, 30])
def test_a_write_that_fails_leaves_nothing(tmp_path: Path, taken: int) -> None:
    record = Record(b"key", b"digest", b"row", b"line" * 50, b"text")

    class Full:
        """A disk with room for a few bytes more."""

        def __init__(self, file: object) -> None:
            self.file = file
            self.left = taken

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

        def write(self, data: bytes) -> int:
            if not self.left:
                raise OSError(errno.ENOSPC, "No space left on device")
            size = self.file.write(data[: self.left])
            self.left -= size
            return size

    with Journal(tmp_path / "journal") as journal:
        journal.append(record)
        whole = journal._file
        journal._file = Full(whole)
        with pytest.raises(OSError, match="No space"):
            journal.append(record)
        journal._file = whole
        journal.append(record)
    assert scan(tmp_path / "journal") == [record, record]
