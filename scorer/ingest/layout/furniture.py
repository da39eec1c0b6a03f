"""What stands on every page and belongs to none: headers, footers, page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from scorer.ingest.layout.rows import Row

DEPTH = 3
"""How many rows from the edge of a page furniture may stand."""
APART = 2
"""Pages between two that share a header: left and right pages have headers of their own."""
LEVEL = 0.15
"""How far from each other's height on the paper they may stand, in widths of a character."""
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"\d+")
_DASH = r"[-—–―─~～·•]"
_PAGE = re.compile(
    rf"{_DASH}{{1,3}}\d{{1,4}}{_DASH}{{1,3}}|第\d{{1,4}}页(?:[，,/／]*共\d{{1,4}}页)?|共\d{{1,4}}页[，,/／]*第\d{{1,4}}页"
    r"|[Pp]age\d{1,4}(?:(?:of|/)\d{1,4})?"
)
_BARE = re.compile(r"(\d{1,4})(?:/\d{1,4})?")
_PRINTED = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4},?(?:上午|下午)?\d{1,2}:\d\d(?:[AP]M)?.*")
_ADDRESS = re.compile(r"(?:https?|file):\S*?\d{1,4}/\d{1,4}")
"""What browsers print over a page (when it was printed, the title of its window) and under it."""


class Page(Struct, frozen=True):
    """A page as read; rows from the top down."""

    width: float
    height: float
    rows: tuple[Row, ...]


class _Edge(Struct, frozen=True):
    """A row near the top or the foot of a page."""

    page: int
    row: Row
    words: str
    numbers: tuple[int, ...]


def drop_furniture(pages: list[Page]) -> list[Page]:
    """The pages without the outermost rows that come back page after page or can only be page numbers."""
    tops = [_edges(i, page.rows[:DEPTH]) for i, page in enumerate(pages)]
    feet = [_edges(i, page.rows[: -DEPTH - 1 : -1]) for i, page in enumerate(pages)]
    kept = []
    again = {"top": _recurring(tops), "foot": _recurring(feet)}
    for page, top, foot in zip(pages, tops, feet, strict=True):
        first = _count(top, again["top"], page)
        last = len(page.rows) - _count(foot, again["foot"], page)
        kept.append(Page(page.width, page.height, page.rows[first : max(first, last)]))
    return kept


def _edges(page: int, rows: Iterable[Row]) -> list[_Edge]:
    found = []
    for row in rows:
        words = _SPACE.sub("", row.text)
        found.append(_Edge(page, row, words, tuple(int(n) for n in _NUMBER.findall(words) if len(n) <= 9)))
    return found


def _recurring(edges: list[list[_Edge]]) -> set[int]:
    """Ids of the rows that several pages have at the same height: alike, or but for numbers that count pages."""
    groups: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for page in edges:
        for edge in page:
            groups[_NUMBER.sub("#", edge.words), len(edge.numbers)].append(edge)
    found: set[int] = set()
    for group in groups.values():
        for edge in group:
            if any(_is_near(edge, other) and _is_same(edge, other) for other in group):
                found.add(id(edge.row))
    return found


def _is_near(a: _Edge, b: _Edge) -> bool:
    return 0 < abs(a.page - b.page) <= APART and abs(a.row.base - b.row.base) <= LEVEL * a.row.em


def _is_same(a: _Edge, b: _Edge) -> bool:
    """Whether every number is the same on both pages or has grown by the pages between them; bare ones must have grown."""
    grown = [y - x == b.page - a.page for x, y in zip(a.numbers, b.numbers, strict=True)]
    if all(grown) and grown:
        return True
    same = [x == y for x, y in zip(a.numbers, b.numbers, strict=True)]
    return bool(_NUMBER.sub("", a.words)) and all(g or s for g, s in zip(grown, same, strict=True))


def _count(edges: list[_Edge], again: set[int], page: Page) -> int:
    """How many rows from the edge inwards are furniture."""
    for n, edge in enumerate(edges):
        if id(edge.row) not in again and not _is_number(edge, page):
            return n
    return len(edges)


def _is_number(edge: _Edge, page: Page) -> bool:
    """Whether a row that stands once only is a page number, or the line that a browser prints."""
    if _PAGE.fullmatch(edge.words) or _ADDRESS.fullmatch(edge.words):
        return True
    if _PRINTED.fullmatch(edge.words):
        return _ADDRESS.fullmatch(_SPACE.sub("", page.rows[-1].text)) is not None
    bare = _BARE.fullmatch(edge.words)
    height = edge.row.base / page.height if page.height else 0.5
    return bool(bare and int(bare[1]) == edge.page + 1 and not 0.1 < height < 0.9)
