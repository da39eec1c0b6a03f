"""What year a report is on, when it was published and when signed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from scorer.hanzi.dates import YEAR, find_dates, read_year
from scorer.model.document import Found
from scorer.model.text import Span
from scorer.patterns import pattern
from scorer.segment.head import Head

_PUBLISHED = pattern(r"(?:发布|公布|发文|公开|上网|更新|发稿|录入)(?:日期|时间)|(?<![成印签])(?:日期|时间)[：:]")
_WRITTEN = pattern(r"(?:成文|印发|签发)(?:日期|时间)")
_DATED = pattern(r"^（?.{0,4}\d{4}年\d{1,2}月\d{1,2}日(?:发布|公布|发文|公开)")
_BRACKETED = pattern(r"（[^（）]{8,16}）")
_CREATED = pattern(r"成文日期|印发日期|生成日期|签发日期|今天是|现在是|欢迎|星期|上一篇|下一篇")
_REPORTED = pattern(r"现将[^。]{0,20}?(20\d\d)年度?[^。]{0,20}?(?:法治|依法行政)[^。]{0,24}?如下")
_ON = pattern(r"(20\d\d)年度?[^。，]{0,12}(?:法治|依法行政)")
_CITED = pattern(r"《[^《》]*》|（[^（）]*）|〔[^〔〕]*〕")
SOURCE_LENGTH = 24
"""How much of what follows an unlabelled date is cited with it."""
LAST_MONTHS = 11
"""Month from which a report may be signed within the year it is on."""
ATTACHED = 6
"""Characters between a label, or the start of a line, and its date."""


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


def read_published(head: Head) -> Found[date] | None:
    """The publication date the page shows: never the date written, today's banner or a neighbour's."""
    title_line = head.extent.title[0] if head.extent.title else 0
    order = sorted(head.around(), key=lambda i: (i < title_line, abs(i - title_line)))
    labelled = (_labelled(head, i, _PUBLISHED) for i in order)
    bare = (_unlabelled(head, i) for i in order if title_line <= i < head.extent.end)
    return next(filter(None, labelled), None) or next(filter(None, bare), None)


def _labelled(head: Head, i: int, label: re.Pattern[str]) -> Found[date] | None:
    """A date after its label, on the same line or alone on the next one."""
    text, span = head.line(i), head.lines[i].span
    if len(text) > 160:
        return None
    starts = [m.span() for m in label.finditer(text)] + [(0, 0)] * bool(label is _PUBLISHED and _DATED.search(text))
    for start, at in starts:
        hit = next(find_dates(head.text, span.start + at, span.end, compact=True), None)
        if hit is None and not text[at:].strip("：: ") and i + 1 < len(head.lines):
            below = head.lines[i + 1].span
            hit = next((d for d in find_dates(head.text, below.start, below.end, compact=True) if d[1] == below.start), None)
        if hit and not (label is _PUBLISHED and _CREATED.search(text[max(at - 8, 0) : at])):
            return Found(hit[0], Span(span.start + start, hit[2]))
    return None


def _unlabelled(head: Head, i: int) -> Found[date] | None:
    """A date that opens its line, told by what follows it (来源 …)."""
    text, span = head.line(i), head.lines[i].span
    if len(text) > 160 or _CREATED.search(text) or _BRACKETED.fullmatch(text):
        return None
    hit = next(find_dates(head.text, span.start, span.end), None)
    if hit and hit[1] - span.start <= ATTACHED:
        return Found(hit[0], Span(span.start, min(span.end, hit[2] + SOURCE_LENGTH)))
    return None


def read_signed(head: Head) -> Found[date] | None:
    """The date under the signature: a short line of its own near the end; else the one under the title, or the page's date of writing."""
    return next(_signatures(head), None) or next(_under_title(head), None) or next(_written(head), None)


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
        if _BRACKETED.fullmatch(head.line(i)) and (hit := next(find_dates(head.text, span.start, span.end), None)) and hit[2] == span.end - 1:
            yield Found(hit[0], Span(hit[1], hit[2]))


def _written(head: Head) -> Iterator[Found[date]]:
    return filter(None, (_labelled(head, i, _WRITTEN) for i in head.around()))


def dates_clash(year: int | None, signed: date | None, published: date | None) -> bool:
    """Whether a report came out before it was signed, or before the year it is on."""
    first = min(filter(None, (published, signed)), default=None)
    return bool(published and signed and published < signed) or bool(first and year and first.year < year)
