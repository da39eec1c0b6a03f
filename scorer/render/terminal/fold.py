"""Lines of mixed Chinese and Latin text folded to a width in cells: Chinese breaks anywhere, except before or after
certain marks; rich alone would break it at spaces only and leave half-empty lines."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

GLUE = "\u00a0"
"""A blank at which no line ends; shown as a blank."""
NEVER_FIRST = frozenset(GLUE + "，。、；：！？）》】」』”’…％%,.;:!?)]}·—")
NEVER_LAST = frozenset(GLUE + "（《【「『“‘([{")
_NARROW_MAX = "\u2e80"
"""Characters below this belong to words that are not broken."""


class Folded:
    """A rich renderable: `text` folded, every line indented by `indent` cells, continuation lines by `hang` more."""

    def __init__(self, text: Text, indent: int = 0, hang: int = 0) -> None:
        self.text = text
        self.indent = indent
        self.hang = hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        plain = self.text.plain
        for start, end, hanging in folds(plain, options.max_width - self.indent, self.hang):
            pad = self.indent + (self.hang if hanging else 0)
            if console.color_system is None:  # pipes and files: nothing of the styles would be shown
                yield Segment(" " * pad + plain[start:end].rstrip().replace(GLUE, " ") + "\n")
                continue
            line = self.text[start:end]
            line.rstrip()
            line.plain = line.plain.replace(GLUE, " ")
            line.pad_left(pad)
            # as segments: rich would wrap once more, at a multiple of the cost, a line that fits; `render` leaves the line's own style to us
            line.stylize_before(line.style)
            yield from line.render(console, end="\n")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = max((cell_len(line) for line in self.text.plain.split("\n")), default=0)
        return Measurement(min(8, options.max_width), min(widest + self.indent, options.max_width))


def folds(text: str, width: int, hang: int = 0) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each line, and whether it is a continuation; nothing but spaces at line ends is left out."""
    start = 0
    for line in text.split("\n"):
        yield from _fold_line(text, start, start + len(line), width, hang)
        start += len(line) + 1


def _fold_line(text: str, start: int, end: int, width: int, hang: int) -> Iterator[tuple[int, int, bool]]:
    hanging = False
    while True:
        room = max(width - (hang if hanging else 0), 2)
        at = _fits(text, start, end, room)
        if at >= end:
            yield start, end, hanging
            return
        cut = _break_before(text, start, at)
        yield start, cut, hanging
        start, hanging = cut, True
        while start < end and text[start] == " ":
            start += 1


def _fits(text: str, start: int, end: int, room: int) -> int:
    """The first offset whose character no longer fits."""
    if cell_len(text[start:end]) <= room:
        return end
    used = 0
    for at in range(start, end):
        used += cell_len(text[at])
        if used > room:
            return max(at, start + 1)
    return end


def _break_before(text: str, start: int, at: int) -> int:
    """The last good place to break in `start`..`at`; `at` itself where there is none."""
    for cut in range(at, max(start, at - 24), -1):
        if _may_break(text[cut - 1], text[cut]):
            return cut
    return at


def _may_break(left: str, right: str) -> bool:
    if right == " " or left == " ":
        return right not in NEVER_FIRST
    if right in NEVER_FIRST or left in NEVER_LAST:
        return False
    return left >= _NARROW_MAX or right >= _NARROW_MAX or left in "，。；"
