"""A page of a PDF -> its characters and where each stands, upright whichever way the page was turned."""

import ctypes
import math
from collections import Counter
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_QUARTER = math.pi / 2
SKEW = 0.09
"""Radians off upright from which a character belongs to a watermark."""
_HYPHEN = "\x02"
"""How pdfium gives the hyphen of a word that goes on in the next line."""


class Glyph(NamedTuple):
    """A character on a page: x grows to the right, y upwards, in points."""

    char: str
    left: float
    right: float
    base: float
    height: float


def read_glyphs(textpage: Any) -> list[Glyph]:
    """The characters that run the way most of the page does: turned ones are stamps and watermarks."""
    turned: list[tuple[int, Glyph]] = []
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if not code or code in (0xFFFE, 0xFFFF) or pdfium.FPDFText_IsGenerated(textpage, i) == 1:
            continue
        char = chr(code) if chr(code) != _HYPHEN else "-"
        angle = pdfium.FPDFText_GetCharAngle(textpage, i)
        quarter = round(angle / _QUARTER)
        if abs(angle - quarter * _QUARTER) > SKEW or not pdfium.FPDFText_GetLooseCharBox(textpage, i, box):
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        turned.append((quarter % 4, _upright(char, quarter % 4, box, x.value, y.value)))
    if not turned:
        return []
    usual = Counter(quarter for quarter, _ in turned).most_common(1)[0][0]
    return [glyph for quarter, glyph in turned if quarter == usual and all(map(math.isfinite, glyph[1:]))]


def _upright(char: str, quarter: int, box: Any, x: float, y: float) -> Glyph:
    """Turn the page back by as many quarters as the character is turned."""
    low, high, left, right = box.bottom, box.top, box.left, box.right
    if quarter == 0:
        return Glyph(char, left, right, y, high - low)
    if quarter == 1:
        return Glyph(char, low, high, -x, right - left)
    if quarter == 2:
        return Glyph(char, -right, -left, -y, high - low)
    return Glyph(char, -high, -low, x, right - left)
