"""The parts of a report that say who reports, on what year and when: title, opening, signature, and the page around them."""

from collections.abc import Iterator

from msgspec import Struct

from scorer.segment.furniture import Extent
from scorer.segment.lines import Line

OPENING_LENGTH = 400
"""Characters after the title in which the year is named."""
SIGNATURE_LINES = 8
"""How many lines from the end of the report the signature and its date may stand."""


class Head(Struct, frozen=True):
    """Text lines of a report, with where it begins and ends."""

    text: str
    lines: list[Line]
    extent: Extent

    def line(self, i: int) -> str:
        """Text of line `i`."""
        s = self.lines[i].span
        return self.text[s.start : s.end]

    @property
    def title(self) -> str:
        """The report's title, joined where it is wrapped."""
        t = self.extent.title
        return "".join(self.line(i) for i in range(t[0], t[1] + 1)) if t else ""

    @property
    def report(self) -> str:
        """The text from where the report begins, after its title."""
        first = self.lines[self.extent.begin : self.extent.begin + 1]
        return self.text[first[0].span.start :] if first else ""

    @property
    def opening(self) -> str:
        """What the report begins with, after its title."""
        return self.report[:OPENING_LENGTH]

    def last_lines(self) -> Iterator[int]:
        """Indices of the lines among which the signature stands, from the last one up."""
        last = self.extent.end
        return iter(range(last - 1, max(last - SIGNATURE_LINES, self.extent.begin) - 1, -1))

    def around(self) -> list[int]:
        """Indices of the lines of the page outside the report."""
        return [i for i in range(len(self.lines)) if i < self.extent.begin or i >= self.extent.end]
