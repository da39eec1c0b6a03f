"""Repairs of what a page adds to the text: page numbers and running headers on lines of their own."""

import re
from collections import defaultdict
from itertools import pairwise

from msgspec import Struct

from scorer.clean.edit import Cuts, Edit, cut
from scorer.hanzi.numerals import parse_numeral
from scorer.patterns import pattern

_DASH = r"[-—–―─~～·]"
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_PAGE = pattern(
    rf"{_DASH}{{1,3}} *(?P<dashed>\d{{1,3}}) *{_DASH}{{1,3}}"
    rf"|第 *(?P<page>{_COUNT}) *页(?:[ ，,/／]*共 *{_COUNT} *页)?|共 *{_COUNT} *页[ ，,/／]*第 *(?P<last>{_COUNT}) *页"
    r"|[Pp]age *(?P<english>\d{1,3})(?: *(?:of|/) *\d{1,3})?|(?P<at>\d{1,3}) */ *(?P<of>\d{1,3})|(?P<bare>\d{1,3})"
)
_SHORT_LINE = pattern(r"^(?=[^\n]{1,30}$)[^\d\n]*\d[^\n]*$|^[ \t]*[第共][^\n]{1,20}页[ \t]*$", re.MULTILINE)
_LONG = 10
"""Letters in the line before a bare number that make it a page number, not the next cell of a table written downwards."""
_MARKED = pattern(
    rf"^(?:第 *{_COUNT} *页|{_DASH} *\d{{1,3}} *{_DASH})[ \t]*|[ \t]*(?:第 *{_COUNT} *页(?:.{{0,3}}共 *{_COUNT} *页)?|{_DASH} *\d{{1,3}} *{_DASH})$"
)
"""A page number in the same line as a running header."""
_MARKING = frozenset("页-—–―─~～·")
"""Signs without any of which a line has no such number; most reports have no such line, and need not compile the pattern."""
HEADER = (5, 45)
"""Length of a running header."""
APART = 90
"""Characters between two occurrences of a running header, or two bare page numbers: they stand on different pages."""
_HEADER_NOT = pattern(r"[。；：:，,！？]$|^(?:[一二三四五六七八九十]+[、.]|（|\(|\d+[.、．]|[●◆■★·])")
_CLOSED = "。；：！？…”’」』）》.;:!?"
_BLANKS = " \n\t"


class _Number(Struct, frozen=True):
    """A line that may hold a page number; `bare` where nothing but its place tells."""

    start: int
    end: int
    value: int
    bare: bool


def page_numbers(text: str) -> Edit:
    r"""Lines that hold nothing but a page number, with the blank lines around them.

    >>> page_numbers("由镇长办公会集体研\n\n   — 1 —\n\n究决定。").result
    '由镇长办公会集体研\n究决定。'
    >>> page_numbers("全年办理的行政处罚案件总数\n58\n其中经过法制审核的案件数\n57").result
    '全年办理的行政处罚案件总数\n58\n其中经过法制审核的案件数\n57'
    """
    found = [n for line in _SHORT_LINE.finditer(text) if (m := _PAGE.fullmatch(line[0].strip())) and (n := _number(m, line.span()))]
    cuts: Cuts = []
    for i, number in enumerate(found):
        if not number.bare or (_is_below_prose(text, number.start) and _counts_pages(text, found, i)):
            _take_line(text, number.start, number.end, cuts)
    return cut(text, cuts)


def _number(m: re.Match[str], line: tuple[int, int]) -> _Number | None:
    if m["at"] and not 0 < int(m["at"]) <= int(m["of"]):
        return None
    said = next(v for name, v in m.groupdict().items() if v and name != "of")
    return _Number(*line, int(said) if said.isdigit() else int(parse_numeral(said) or 0), bool(m["bare"]))


def _is_below_prose(text: str, start: int) -> bool:
    low, high = _above(text, start)
    return high - low >= _LONG


def _counts_pages(text: str, found: list[_Number], i: int) -> bool:
    """A bare number goes on from one that is surely a page's, or from a bare one a page away, or stands inside a sentence."""
    number = found[i]
    for other, step in ((found[i - 1 : i], 1), (found[i + 1 : i + 2], -1)):
        if any(o.value + step == number.value and (not o.bare or abs(o.start - number.start) >= APART) for o in other):
            return True
    return _cuts_sentence(text, number.start) and number.end < len(text)


def _above(text: str, start: int) -> tuple[int, int]:
    """Where the nearest line above that is not blank begins and ends."""
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    return text.rfind("\n", 0, start) + 1, start


def _cuts_sentence(text: str, start: int) -> bool:
    """Whether a line stands below prose that stops short."""
    low, high = _above(text, start)
    return high - low >= 2 * _LONG and text[high - 1] not in _CLOSED and any(mark in text[low:high] for mark in "，、；")


def page_headers(text: str) -> Edit:
    """A short line that comes back page after page is said once; page numbers in it may count on.

    It names the report, or comes between the halves of a sentence: headings that chapters share do neither.
    """
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    at = 0
    for line in text.split("\n"):
        if HEADER[0] <= len(line) <= 2 * HEADER[1]:
            words = line.strip(_BLANKS)
            seen[words if _MARKING.isdisjoint(words) else _MARKED.sub("", words)].append((at, at + len(line)))
        at += len(line) + 1
    again = [place for words, places in seen.items() if len(places) >= 3 and _is_header(text, words, places) for place in places[1:]]
    cuts: Cuts = []
    for start, end in sorted(again):
        _take_line(text, start, end, cuts)
    return cut(text, cuts)


def _is_header(text: str, words: str, places: list[tuple[int, int]]) -> bool:
    if not HEADER[0] <= len(words) <= HEADER[1] or _HEADER_NOT.search(words) or any(b[0] - a[0] < APART for a, b in pairwise(places)):
        return False
    title = text[:400].lstrip(_BLANKS).split("\n")[:2]
    return (words in "".join(title) and words != title[-1]) or sum(_cuts_sentence(text, start) for start, _ in places[1:]) * 3 >= len(places) - 1


def _take_line(text: str, start: int, end: int, cuts: Cuts) -> None:
    """Cut a line and the blank ones around it; one line end stays, unless it is the first or the last line."""
    low = start
    while low > 0 and text[low - 1] in _BLANKS:
        low -= 1
    high = end
    while high < len(text) and text[high] in _BLANKS:
        high += 1
    while high > end and text[high - 1] != "\n":
        high -= 1
    if low > 0 and high < len(text):
        low += text[low:start].index("\n") + 1
    elif low > 0:
        high = len(text)
    if cuts and cuts[-1][1] >= low:
        low = cuts.pop()[0]
    cuts.append((low, high))
