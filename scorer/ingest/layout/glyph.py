"""What a page is made of."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A character on a page: x grows to the right, `base` upwards, in points."""

    char: str
    left: float
    right: float
    base: float
    height: float
