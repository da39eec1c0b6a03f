"""OFD files made in memory: paragraphs broken into lines on pages with header and page number, as programs print them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import accumulate, zip_longest

from tests.ingest.makers import grouped, zipped

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.0
LEFT, TOP, PITCH, PER_LINE, PER_PAGE = 27.0, 40.0, 9.0, 31, 24
_HANGING = "，。、；：？！）》”’」"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text at a place on the page, in millimetres."""

    x: float
    y: float
    text: str
    size: float = SIZE


def width(char: str) -> float:
    """Of a character, in Chinese ones."""
    return 0.5 if char < "\u2e80" else 1.0


def text_object(piece: Piece, attributes: str = "") -> str:
    """One piece of text, with the distance between each two characters."""
    steps = " ".join(f"{width(c) * piece.size:g}" for c in piece.text[:-1])
    box = f"{piece.x:g} {piece.y - piece.size:g} {sum(map(width, piece.text)) * piece.size:g} {piece.size:g}"
    code = f'<ofd:TextCode X="0" Y="{piece.size:g}" DeltaX="{steps}">{escape(piece.text)}</ofd:TextCode>'
    return f'<ofd:TextObject ID="9" Boundary="{box}" Font="1" Size="{piece.size:g}" {attributes}>{code}</ofd:TextObject>'


def page(content: str) -> str:
    """A page of objects."""
    layer = f'<ofd:Layer ID="7" Type="Body">{content}</ofd:Layer>'
    return f"<ofd:Page {_SPACE}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content>{layer}</ofd:Content></ofd:Page>"


def ofd_parts(pages: Iterable[str], title: str = "") -> dict[str, str | bytes]:
    """The parts of an OFD with these pages."""
    named = {f"Doc_0/Pages/Page_{i}/Content.xml": content for i, content in enumerate(pages)}
    listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="{name.removeprefix("Doc_0/")}"/>' for i, name in enumerate(named))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    return {
        "OFD.xml": f'<ofd:OFD {_SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>{escape(title)}</ofd:Title></ofd:DocInfo>'
        f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        **named,
    }


def ofd(*pages: Iterable[Piece], title: str = "") -> bytes:
    """An OFD with these pieces on its pages."""
    return zipped(ofd_parts([page("".join(map(text_object, pieces))) for pieces in pages], title))


def ofd_of(lines: Iterable[str], header: str = "内部资料") -> bytes:
    """Lines as paragraphs on pages."""
    return ofd(*paged(lines, header))


def paged(lines: Iterable[str], header: str = "内部资料") -> list[list[Piece]]:
    """Lines as paragraphs on pages with header and page number; those with tabs as rows of a table."""
    rows: list[list[Piece]] = []
    for is_table, group in grouped(lines):
        rows += _table(group) if is_table else [[piece] for line in group for piece in _paragraph(line)]
    pages = []
    for start in range(0, len(rows), PER_PAGE):
        number = start // PER_PAGE + 1
        body = [replace(piece, y=TOP + i * PITCH) for i, row in enumerate(rows[start : start + PER_PAGE]) for piece in row]
        pages.append([Piece(LEFT, 20, header), *body, Piece(100, 285, f"— {number} —")])
    return pages


def _paragraph(line: str) -> Iterator[Piece]:
    words = line.strip()
    indent = len(line) - len(line.lstrip(" \u3000")) or 2
    for i, text in enumerate(break_line(words, indent)):
        yield Piece(LEFT + (indent if i == 0 else 0) * SIZE, 0, text)


def _table(lines: list[str]) -> list[list[Piece]]:
    """Columns as wide as their longest cell, in a smaller size where the page is too narrow for them."""
    cells = [line.strip().split("\t") for line in lines]
    columns = [max(sum(map(width, cell)) for cell in column) + 2 for column in zip_longest(*cells, fillvalue="")]
    size = min(SIZE, PER_LINE * SIZE / sum(columns))
    starts = list(accumulate(columns, initial=0.0))
    return [[Piece(LEFT + starts[i] * size, 0, cell, size) for i, cell in enumerate(row) if cell] for row in cells]


def break_line(words: str, indent: float) -> Iterator[str]:
    """Lines that begin with no closing mark; figures are not broken."""
    line, used = "", indent
    for token in _tokens(words):
        size = sum(map(width, token))
        if used + size > PER_LINE and line and token not in _HANGING:
            yield line
            line, used = "", 0.0
        line += token
        used += size
    if line:
        yield line


def _tokens(words: str) -> Iterator[str]:
    token = ""
    for char in words:
        if char < "\u2e80" and not char.isspace():
            token += char
            continue
        if token:
            yield token
        token = ""
        yield char
    if token:
        yield token
