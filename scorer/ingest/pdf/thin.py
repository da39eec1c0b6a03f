"""Text that pdfium would pass over, since it takes what has no width for nothing."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

_NO_WIDTH = 0.01
"""Points up to which pdfium leaves out an object."""
_NESTED = 12
"""Groups within groups; programs write one or two."""


def give_width(page: Any) -> None:
    """Give every piece of text a width, before the text of the page is collected.

    Where a font is neither in the file nor on the machine, its glyphs are empty; a piece of one such character, as programs
    write that place characters one by one, is then no wider than a point. Drawn as an outline, it is as wide as the pen.
    """
    left, right, other = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    for piece in _texts(_members(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject), 0):
        if pdfium.FPDFPageObj_GetBounds(piece, left, other, right, other) and right.value - left.value <= _NO_WIDTH:
            pdfium.FPDFTextObj_SetTextRenderMode(piece, pdfium.FPDF_TEXTRENDERMODE_STROKE)
            pdfium.FPDFPageObj_SetStrokeWidth(piece, 1.0)
            # pdfium measures a piece again when it is moved
            pdfium.FPDFPageObj_Transform(piece, 1, 0, 0, 1, 0, 0)


def _texts(objects: Iterator[Any], depth: int) -> Iterator[Any]:
    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _NESTED:
            yield from _texts(_members(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject), depth + 1)


def _members(group: Any, count: Any, get: Any) -> Iterator[Any]:
    return (get(group, i) for i in range(max(count(group), 0)))
