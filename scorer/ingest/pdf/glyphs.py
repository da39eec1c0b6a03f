"""A page of a PDF -> its characters and where each stands, upright whichever way the page was turned."""

import ctypes
import math
from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium

from scorer.ingest.layout.glyph import Glyph

_QUARTER = math.pi / 2
SKEW = 0.09
"""Radians off upright from which a character belongs to a watermark."""
_HYPHEN = "\x02"
"""How pdfium gives the hyphen of a word that goes on in the next line."""


def read_glyphs(textpage: Any) -> tuple[int, list[Glyph]]:
    """The characters that run the way most of the page does, and by how many quarters that is turned: others are stamps and watermarks."""
    turned: list[tuple[int, Glyph]] = []
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if not code or code in (0xFFFE, 0xFFFF) or pdfium.FPDFText_IsGenerated(textpage, i) == 1:
            continue
        char = chr(code) if chr(code) != _HYPHEN else "-"
        angle = -pdfium.FPDFText_GetCharAngle(textpage, i)
        quarter = round(angle / _QUARTER)
        if abs(angle - quarter * _QUARTER) > SKEW or not pdfium.FPDFText_GetLooseCharBox(textpage, i, box):
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        turned.append((quarter % 4, _upright(char, quarter % 4, box, x.value, y.value)))
    if not turned:
        return 0, []
    usual = Counter(quarter for quarter, _ in turned).most_common(1)[0][0]
    return usual, [glyph for quarter, glyph in turned if quarter == usual and all(map(math.isfinite, glyph[1:]))]


def count_unknown(textpage: Any) -> int:
    """Characters of which the file tells the shape only: what pdfium gives for them is a guess."""
    return sum(pdfium.FPDFText_HasUnicodeMapError(textpage, i) == 1 for i in range(textpage.count_chars()))


def turn(quarter: int, x: float, y: float) -> tuple[float, float]:
    """A place on the page once the page is turned back by so many quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _upright(char: str, quarter: int, box: Any, x: float, y: float) -> Glyph:
    ends = turn(quarter, box.left, box.bottom), turn(quarter, box.right, box.top)
    (left, right), (low, high) = (sorted(pair) for pair in zip(*ends, strict=True))
    return Glyph(char, left, right, turn(quarter, x, y)[1], high - low)
