"""What is drawn on a page of a PDF -> its straight lines, among them the rulings of tables."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from scorer.ingest.layout.grid import Stroke
from scorer.ingest.pdf.glyphs import turn

MOST = 20_000
"""Lines of a page; what has more is a drawing."""


def read_strokes(page: Any, quarter: int) -> Iterator[Stroke]:
    """Straight lines of all paths, turned as the text is."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    left = MOST
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetMatrix(shape, matrix):
            continue
        start = last = (0.0, 0.0)
        for k in range(max(pdfium.FPDFPath_CountSegments(shape), 0)):
            left -= 1
            if left < 0:
                return
            segment = pdfium.FPDFPath_GetPathSegment(shape, k)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = turn(quarter, *_place(matrix, x.value, y.value))
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_LINETO:
                yield (*last, *here)
            elif kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = here
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield (*here, *start)
            last = here


def _place(m: Any, x: float, y: float) -> tuple[float, float]:
    return m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
