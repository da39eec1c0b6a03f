"""How much of a machine one report may take: enough for any report that we know, little enough for a machine with 2 GiB."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct

MIB = 1024 * 1024


class Limits(Struct, frozen=True):
    """Bounds for one file; what lies beyond is refused with a reason."""

    bytes: int = 20 * MIB
    """Of the file; the longest report that we know has 0.2 MB of text, its pictures seldom take more."""
    characters: int = 500_000
    """Of the text read; the longest report that we know has some 70,000."""
    pages: int = 500
    """Of a PDF or OFD."""
    seconds: float = 60.0
    """On the clock, for a reader in a child process."""
    memory_mb: int = 400
    """For a child process, its libraries included."""
    ratio: int = 200
    """Unpacked to packed size of one part of a zip; XML of office programs comes to 30."""
    depth: int = 200
    """Of nested XML elements; tables within tables within text boxes come to 60."""
    uncompressed: int = 200 * MIB
    """Of all parts of a zip that are read, together."""


DEFAULTS = Limits()
_CURRENT: ContextVar[Limits] = ContextVar("limits", default=DEFAULTS)


def allow(mb: int | None, pages: int | None, seconds: float | None) -> Limits:
    """The usual limits where the caller names no others; a larger file may hold text and take memory in proportion."""
    size = DEFAULTS.bytes if mb is None else mb * MIB
    share = max(size / DEFAULTS.bytes, 1.0)
    return Limits(
        bytes=size,
        characters=round(DEFAULTS.characters * share),
        pages=DEFAULTS.pages if pages is None else pages,
        seconds=DEFAULTS.seconds if seconds is None else seconds,
        memory_mb=round(DEFAULTS.memory_mb * share),
        uncompressed=round(DEFAULTS.uncompressed * share),
    )


def current() -> Limits:
    """The limits that hold for the file being read: readers take a path and bytes, so these come to them from here."""
    return _CURRENT.get()


@contextmanager
def using(limits: Limits) -> Iterator[None]:
    """Let `limits` hold for what is read inside."""
    token = _CURRENT.set(limits)
    try:
        yield
    finally:
        _CURRENT.reset(token)
