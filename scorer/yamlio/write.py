"""Text for the files that the program itself writes, such that the strict reader reads it back; files that appear whole."""

import os
from pathlib import Path

from scorer.yamlio.text import CONTROL


def one_line(text: str) -> str:
    """`text` on one line and without invisible control characters, as it can stand in a file that people edit."""
    return CONTROL.sub("", " ".join(text.split())).strip()


def quoted(text: str) -> str:
    """A single-quoted scalar, which reads back as `one_line(text)`."""
    return "'" + one_line(text).replace("'", "''") + "'"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write beside and rename: a crash at any moment leaves the old file or the new one. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
