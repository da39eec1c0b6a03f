"""Where a scorecard is printed: how wide that is, and whether it shows styles and colours.

Drawn here and not by rich, whose tables take longer to load than a report takes to score.
"""

import os
import re
from collections.abc import Iterator

from scorer.patterns import pattern
from scorer.render.terminal.fold import GLUE, folds
from scorer.render.terminal.styled import Text

NARROWEST = 40
"""Below this nothing Chinese can be laid out; such widths come from broken environments."""
_USUAL_WIDTH = 80
_BLANK_END = pattern(r" +$", re.MULTILINE)
_BLANK = Text()


class Console:
    """Lines printed one after another, kept until they are complete."""

    def __init__(self, is_terminal: bool, width: int | None = None) -> None:
        self._codes = _shows_styles(is_terminal)
        self._colours = not os.environ.get("NO_COLOR")
        self.width = max(width or _find_width(is_terminal), NARROWEST)
        self._lines: list[str] = []

    def print(self, text: Text = _BLANK, indent: int = 0, hang: int = 0) -> None:
        """Print `text` folded, every line indented by `indent` columns, lines that go on by `hang` more."""
        for line in fold(text, self.width, indent, hang):
            self.put(line)

    def put(self, line: Text) -> None:
        """Print a line as it is."""
        self._lines.append(line.written(self._codes, self._colours))

    def text(self) -> str:
        """Everything printed, without blanks at line ends."""
        return _BLANK_END.sub("", "".join(f"{line}\n" for line in self._lines).replace(GLUE, " "))


def fold(text: Text, width: int, indent: int = 0, hang: int = 0) -> Iterator[Text]:
    """The lines of `text` in `width` columns."""
    plain = text.plain
    for start, end, hanging in folds(plain, width - indent, hang):
        kept = start + len(plain[start:end].rstrip())
        yield Text(" " * (indent + (hang if hanging else 0))).append_text(text.part(start, kept))


def _shows_styles(is_terminal: bool) -> bool:
    """As rich decides it, so that what people have set for other programs holds here, too."""
    if (forced := os.environ.get("FORCE_COLOR")) is not None:
        is_terminal = forced != ""
    return is_terminal and not _is_dumb()


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def _find_width(is_terminal: bool) -> int:
    """`COLUMNS`, else that of the terminal at any standard stream."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    for stream in () if is_terminal and _is_dumb() else (0, 1, 2):
        try:
            return os.get_terminal_size(stream).columns or _USUAL_WIDTH
        except OSError:
            continue
    return _USUAL_WIDTH
