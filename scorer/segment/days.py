"""What year a report is on and when it was signed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from scorer.hanzi.dates import YEAR, find_dates, read_year
from scorer.model.document import Found
from scorer.model.text import Span
from scorer.patterns import pattern
from scorer.segment.head import Head
from scorer.segment.published import BRACKETED, read_written

_REPORTED = pattern(r"现将[^。]{0,20}?(20\d\d)年度?[^。]{0,20}?(?:法治|依法行政)[^。]{0,24}?如下")
_ON = pattern(r"(20\d\d)年度?[^。，]{0,12}(?:法治|依法行政)")
_CITED = pattern(r"《[^《》]*》|（[^（）]*）|〔[^〔〕]*〕")
LAST_MONTHS = 11
"""Month from which a report may be signed within the year it is on."""


def read_year_of(head: Head, page_title: str, days: Iterable[date | None] = ()) -> int | None:
    """The year reported on: the title's, else the one the opening names, else what the first of `days` implies."""
    for title in (head.title, page_title):
        if m := YEAR.search(title):
            return read_year(m["y"])
        if m := re.search(r"(?<!\d)20\d\d(?!\d)", title):
            return int(m[0])
    opening = _CITED.sub("", head.opening)
    if m := _REPORTED.search(opening) or _ON.search(opening):
        return int(m[1])
    if m := re.search(rf"{YEAR.pattern}(?!\d{{1,2}}月)", opening):
        return read_year(m["y"])
    return next((day.year - (day.month < LAST_MONTHS) for day in days if day), None)


def names_other_year(head: Head, year: int) -> bool:
    """Whether the opening says in so many words that the report is on another year than `year`."""
    m = _REPORTED.search(head.opening)
    return m is not None and int(m[1]) != year


def read_signed(head: Head) -> Found[date] | None:
    """The date under the signature: a short line of its own near the end; else the one under the title, or the page's date of writing."""
    return next(_signatures(head), None) or next(_under_title(head), None) or read_written(head)


def _signatures(head: Head) -> Iterator[Found[date]]:
    for i in head.last_lines():
        text, span = head.line(i), head.lines[i].span
        hit = next(find_dates(head.text, span.start, span.end), None)
        if hit and len(text) <= 45 and hit[2] >= span.end - 2:
            yield Found(hit[0], Span(hit[1], hit[2]))


def _under_title(head: Head) -> Iterator[Found[date]]:
    title = head.extent.title
    for i in range(title[1] + 1, min(title[1] + 4, len(head.lines))) if title else ():
        span = head.lines[i].span
        if BRACKETED.fullmatch(head.line(i)) and (hit := next(find_dates(head.text, span.start, span.end), None)) and hit[2] == span.end - 1:
            yield Found(hit[0], Span(hit[1], hit[2]))


def dates_clash(year: int | None, signed: date | None, published: date | None) -> bool:
    """Whether a report came out before it was signed, or before the year it is on."""
    first = min(filter(None, (published, signed)), default=None)
    return bool(published and signed and published < signed) or bool(first and year and first.year < year)
