"""Text with styles: runs of characters, each in a style such as `bold green`.

Styles are names of attributes and of one colour; of several colours the last holds.
"""

_CODES = {"bold": 1, "dim": 2, "underline": 4, "red": 31, "green": 32, "yellow": 33, "magenta": 35, "cyan": 36}
_FIRST_COLOUR = 30


class Text:
    """Characters with styles. `style` lies under everything that is appended."""

    def __init__(self, words: str = "", style: str = "") -> None:
        self._style = style
        self._runs: list[tuple[str, str]] = []
        self.append(words)

    @property
    def plain(self) -> str:
        """The characters alone."""
        return "".join(words for words, _ in self._runs)

    def append(self, words: str, style: str = "") -> "Text":
        """Add characters in a style of their own."""
        if words:
            self._runs.append((words, f"{self._style} {style}".strip()))
        return self

    def append_text(self, other: "Text") -> "Text":
        """Add another text with its styles."""
        for words, style in other._runs:
            self.append(words, style)
        return self

    def pad_right(self, cells: int) -> "Text":
        """Add blanks."""
        return self.append(" " * cells)

    def __bool__(self) -> bool:
        return bool(self._runs)

    def part(self, start: int, end: int) -> "Text":
        """The characters from `start` to `end`, in their styles."""
        found, at = Text(), 0
        for words, style in self._runs:
            found.append(words[max(start - at, 0) : max(end - at, 0)], style)
            at += len(words)
        return found

    def written(self, codes: bool, colours: bool) -> str:
        """What a terminal is sent: with or without codes for styles, and colours among them."""
        return "".join(_in_style(words, style, colours) if codes and style else words for words, style in self._runs)


def _in_style(words: str, style: str, colours: bool) -> str:
    codes = [_CODES[name] for name in style.split()]
    attributes = sorted({code for code in codes if code < _FIRST_COLOUR})
    last = [code for code in codes if code > _FIRST_COLOUR][-1:] if colours else []
    shown = ";".join(map(str, attributes + last))
    return f"\x1b[{shown}m{words}\x1b[0m" if shown else words
