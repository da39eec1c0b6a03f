"""How many columns of a terminal characters take: two for Chinese ones, none for those that sit on the one before."""

import unicodedata
from functools import cache


@cache
def _cells_of(character: str) -> int:
    if "\U00020000" <= character < "\U00040000":
        return 2  # Chinese ones, also those that this Python does not know yet
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if category != "Cn" and unicodedata.east_asian_width(character) in "WF" else 1


def cell_len(text: str) -> int:
    """Columns that `text` takes.

    >>> cell_len("法治 100%"), cell_len("✓"), cell_len("…")
    (9, 1, 1)
    """
    return sum(map(_cells_of, text))
