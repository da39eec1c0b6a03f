"""PDF files made in memory: characters at places on pages, without fonts, as small as can be read."""

import re
import zlib
from collections.abc import Iterable
from itertools import count

from tests.ingest.ofd_maker import Piece, paged, width

POINTS = 72 / 25.4
A4 = (595, 842)
_CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange 256 beginbfrange %s endbfrange endcmap end end"
    % b" ".join(b"<%02X00> <%02XFF> <%02X00>" % (i, i, i) for i in range(256))
)


def build(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for i, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """An object that holds `content`, packed."""
    packed = zlib.compress(content)
    return packed_stream(packed, b"/Filter/FlateDecode" + entries)


def packed_stream(packed: bytes, entries: bytes) -> bytes:
    """An object that holds what is packed already."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def of_contents(*contents: bytes, entries: bytes = b"", title: str = "", trailer: bytes = b"", more: list[bytes] | None = None) -> bytes:
    """A file whose pages have these contents; `entries` are added to each page, `more` objects follow, the first numbered 8 + 2 * pages."""
    font = b"<</Font<</F 3 0 R>>>>"
    pages = count(8)
    kids, objects = [], []
    for content in contents:
        number = next(pages)
        kids.append(b"%d 0 R" % number)
        objects += [b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>" % (next(pages), entries), stream(content)]
    fixed = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 %d %d]/Resources%s>>" % (b" ".join(kids), len(kids), *A4, font),
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/DW 1000/W[0 11903 500]/FontDescriptor 5 0 R>>",
        b"<</Type/FontDescriptor/FontName/X/Flags 4/Ascent 880/Descent -120/CapHeight 700/ItalicAngle 0/StemV 80/FontBBox[0 -120 1000 880]>>",
        stream(_CMAP),
        b"<</Title<FEFF%s>>>" % title.encode("utf-16-be").hex().encode(),
    ]
    return build(fixed + objects + (more or []), b"/Info 7 0 R" + trailer)


def show(piece: Piece) -> bytes:
    """What draws a piece of text; its place counts from the page's top."""
    x, y, size = piece.x * POINTS, A4[1] - piece.y * POINTS, piece.size * POINTS
    return b"BT /F %.3f Tf 1 0 0 1 %.3f %.3f Tm <%s> Tj ET\n" % (size, x, y, piece.text.encode("utf-16-be").hex().encode())


def spread(piece: Piece, steps: Iterable[float]) -> bytes:
    """The same with so many widths of a character between each two."""
    codes = [c.encode("utf-16-be").hex() for c in piece.text]
    shown = "".join(f"<{code}>{-1000 * step:g}" for code, step in zip(codes, [*steps, 0.0], strict=True))
    return re.sub(rb"<.*> Tj", f"[{shown}] TJ".encode(), show(piece))


def rule(x: float, y: float, to_x: float, to_y: float) -> bytes:
    """What draws a line, in millimetres from the page's top left corner."""
    return b"%.3f %.3f m %.3f %.3f l S\n" % (x * POINTS, A4[1] - y * POINTS, to_x * POINTS, A4[1] - to_y * POINTS)


def pdf(*pages: Iterable[Piece], title: str = "", entries: bytes = b"") -> bytes:
    """A file with these pieces on its pages."""
    return of_contents(*(b"".join(map(show, pieces)) for pieces in pages), title=title, entries=entries)


def pdf_of(lines: Iterable[str], header: str = "内部资料") -> bytes:
    """Lines as paragraphs on pages."""
    return pdf(*paged(lines, header))


def column(lines: Iterable[str], x: float, y: float, pitch: float = 8.0, size: float = 4.0) -> list[Piece]:
    """Lines one under the other."""
    return [Piece(x, y + i * pitch, line, size) for i, line in enumerate(lines)]


def table(rows: list[list[list[str]]], x: float, y: float, wide: float, pitch: float = 7.0, size: float = 4.0) -> bytes:
    """A ruled table; a cell is a list of lines."""
    out, top = b"", y
    for row in rows:
        high = max(map(len, row)) * pitch
        for i, cell in enumerate(row):
            assert all(sum(map(width, line)) * size <= wide for line in cell)
            out += b"".join(map(show, column(cell, x + i * wide + 1, top + pitch - 2, pitch, size)))
        out += rule(x, top, x + wide * len(row), top)
        top += high
    out += rule(x, top, x + wide * len(rows[0]), top)
    return out + b"".join(rule(x + i * wide, y, x + i * wide, top) for i in range(len(rows[0]) + 1))
