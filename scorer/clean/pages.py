"""Repairs of what a page adds to the text: page numbers and running headers on lines of their own."""

import re
from collections import defaultdict
from itertools import pairwise

from scorer.clean.edit import Cuts, Edit, cut
from scorer.patterns import pattern

_DASH = r"[-—–―─~～·]"
_PAGE = pattern(
    rf"{_DASH}{{1,3}} *\d{{1,3}} *{_DASH}{{1,3}}"
    r"|第 *\d{1,3} *页(?:[ ，,/／]*共 *\d{1,3} *页)?|共 *\d{1,3} *页[ ，,/／]*第 *\d{1,3} *页"
    r"|[Pp]age *\d{1,3}(?: *(?:of|/) *\d{1,3})?|(?P<at>\d{1,3}) */ *(?P<of>\d{1,3})|(?P<bare>\d{1,3})"
)
_DIGIT_LINE = pattern(r"^(?=[^\n]{1,30}$)[^\d\n]*\d[^\n]*$", re.MULTILINE)
_LONG = 10
"""Letters in the line before a bare number that make it a page number, not the next cell of a table written downwards."""
HEADER = (5, 45)
"""Length of a running header."""
APART = 90
"""Characters between two occurrences of a running header: they stand on different pages."""
_HEADER_NOT = pattern(r"[。；：:，,！？]$|^(?:[一二三四五六七八九十]+[、.]|（|\(|\d+[.、．]|[●◆■★·])")
_BLANKS = " \n\t"


def page_numbers(text: str) -> Edit:
    r"""Lines that hold nothing but a page number, with the blank lines around them.

    >>> page_numbers("由镇长办公会集体研\n\n   — 1 —\n\n究决定。").result
    '由镇长办公会集体研\n究决定。'
    """
    cuts: Cuts = []
    for line in _DIGIT_LINE.finditer(text):
        m = _PAGE.fullmatch(line[0].strip())
        if m and _is_number(m, text, line.start()):
            _take_line(text, line.start(), line.end(), cuts)
    return cut(text, cuts)


def _is_number(m: re.Match[str], text: str, start: int) -> bool:
    if m["at"]:
        return 0 < int(m["at"]) <= int(m["of"])
    if m["bare"]:
        end = start
        while end > 0 and text[end - 1] in _BLANKS:
            end -= 1
        return end - text.rfind("\n", 0, end) > _LONG
    return True


def page_headers(text: str) -> Edit:
    """A short line that comes back page after page is said once."""
    seen: dict[str, list[int]] = defaultdict(list)
    at = 0
    for line in text.split("\n"):
        if len(line) >= HEADER[0]:
            seen[line].append(at)
        at += len(line) + 1
    again: list[tuple[int, int]] = []
    for line, starts in seen.items():
        if len(starts) >= 3 and _is_header(line, starts):
            again += [(s, s + len(line)) for s in starts[1:]]
    cuts: Cuts = []
    for start, end in sorted(again):
        _take_line(text, start, end, cuts)
    return cut(text, cuts)


def _is_header(line: str, starts: list[int]) -> bool:
    words = line.strip()
    if not HEADER[0] <= len(words) <= HEADER[1] or _HEADER_NOT.search(words):
        return False
    return all(b - a >= APART for a, b in pairwise(starts))


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
