"""Where two lines meet: what belongs between their words."""

import re

_FIRST_WIDE = "\u2e80"
"""From here on characters are Chinese and need no spaces."""
_NUMBER_ENDS = re.compile(r"(?<![\d:/.-])\d+$")
_NUMBER_BEGINS = re.compile(r"\d+(?![\d:/.-])")


def joint(a: str, b: str) -> str:
    """A space between foreign words and parts of dates; nothing beside Chinese, nor inside a number.

    >>> joint("Open", "Data"), joint("2020-04-01", "16:50"), joint("全年", "58件"), joint("自20", "22年起")
    (' ', ' ', '', '')
    """
    last, first = a[-1:], b[:1]
    if not (last.isalnum() and first.isalnum()) or max(last, first) >= _FIRST_WIDE:
        return ""
    return "" if _NUMBER_ENDS.search(a) and _NUMBER_BEGINS.match(b) else " "
