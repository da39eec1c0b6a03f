"""Texts and places in them: a source, its cleaned copy, and the way back from one to the other."""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from msgspec import Struct


class RawSpan(NamedTuple):
    """A half-open range of code points in the source text."""

    start: int
    end: int


class Span(NamedTuple):
    """A half-open range of code points in the clean text."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """True where the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """True where `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


class Notice(Struct, frozen=True):
    """A warning for the reader of a scorecard: a stable code and the values its message needs."""

    code: str
    values: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """A report as read: the text that every offset indexes, and what the page says of itself."""

    path: str
    sha256: str
    text: str
    format: str = "text"
    title: str = ""
    published: date | None = None
    publisher: str = ""
    notices: tuple[Notice, ...] = ()


class OffsetMap(Struct, frozen=True):
    """The way from clean text back to the source; only deletions move offsets.

    `cuts[i]` is the clean offset from which `shifts[i]` deleted characters precede.
    """

    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def raw(self, offset: int) -> int:
        """Source offset of the clean character at `offset`."""
        i = bisect_right(self.cuts, offset)
        return offset + self.shifts[i - 1] if i else offset

    def to_raw(self, span: Span) -> RawSpan:
        """Source range from the first to the last character of `span`."""
        start = self.raw(span.start)
        return RawSpan(start, self.raw(span.end - 1) + 1 if len(span) else start)


class Step(Struct, frozen=True):
    """One repair and how many places it touched."""

    name: str
    count: int


class CleanText(Struct, frozen=True):
    """The text that rules are matched against, with its way back and what was done to it."""

    text: str
    offsets: OffsetMap
    steps: tuple[Step, ...] = ()
