"""When a report was published: as a label of the page says, or a date in the place of one."""

import re
from collections.abc import Iterator
from datetime import date

from scorer.hanzi.dates import find_dates
from scorer.model.document import Found
from scorer.model.text import Span
from scorer.patterns import pattern
from scorer.segment.datelines import CLOCK, CREDITED, OTHER_DAY
from scorer.segment.head import Head

_PUBLISHED = pattern(r"(?:发布|公布|发文|公开|上网|更新|发稿|录入|发表|刊发|刊登|上传|添加|推送)(?:日期|时间)|(?:发布|发表)于|(?:日期|时间)[：:]")
_MADE = pattern(r"生成(?:日期|时间)")
_WRITTEN = pattern(r"(?:成文|印发|签发)(?:日期|时间)")
_ISSUED = pattern(r"(?:成文|印发|签发)(?:日期|时间)|\d日?[^\w]*(?:印发|签发|通过|施行)")
_DATED = pattern(r"^（?.{0,4}(?=\d{4}年\d{1,2}月\d{1,2}日(?:发布|公布|发文|公开))")
BRACKETED = pattern(r"（[^（）]{8,16}）")
"""A date in brackets under a title is the one of writing."""
_TODAY = pattern(r"今天是|现在是|欢迎|星期|上一篇|下一篇")
_GAP = pattern(r"(?:（[^）\d]*）)?[\W为]*")
"""What may stand between a label and its date: no other label."""
_DAY_FIRST = pattern(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>20\d\d)(?![\d.])")
LINE_LENGTH = 160
"""Longest line that is one of a page head, not a paragraph."""
SOURCE_LENGTH = 24
"""How much of what follows an unlabelled date is cited with it."""
ATTACHED = 6
"""Characters between the start of a line and its date."""
Day = tuple[date, int, int]
"""A date with its offsets."""


def read_published(head: Head) -> Found[date] | None:
    """The publication date the page shows: never the date written, today's banner or a neighbour's."""
    title_line = head.extent.title[0] if head.extent.title else 0
    order = sorted(head.around(), key=lambda i: (i < title_line, abs(i - title_line)))
    labelled = (_labelled(head, i, _PUBLISHED) for i in order)
    placed = (_placed(head, i) for i in head.extent.under_title)
    stamped = (_stamped(head, i) for i in order)
    return next(filter(None, labelled), None) or next(filter(None, placed), None) or next(filter(None, stamped), None)


def read_written(head: Head) -> Found[date] | None:
    """The date of writing that the page shows."""
    return next(filter(None, (_labelled(head, i, _WRITTEN) for i in head.around())), None)


def _days(text: str, start: int, end: int) -> Iterator[Day]:
    """The dates of a page head, also in the order day.month.year."""
    yield from find_dates(text, start, end, compact=True)
    for m in _DAY_FIRST.finditer(text, start, end):
        try:
            yield date(int(m["y"]), int(m["m"]), int(m["d"])), m.start(), m.end()
        except ValueError:
            continue


def _labelled(head: Head, i: int, label: re.Pattern[str]) -> Found[date] | None:
    """A date after its label, on the same line or alone on the next one."""
    text, span = head.line(i), head.lines[i].span
    if len(text) > LINE_LENGTH:
        return None
    labels = (label, _DATED) if label is _PUBLISHED else (label,)
    for start, at in (m.span() for each in labels for m in each.finditer(text)):
        if label is _PUBLISHED and (_TODAY.search(text[max(at - 8, 0) : at]) or OTHER_DAY.search(text[:at])):
            continue
        hit = _first_day(head, span.start + at, span.end) or (None if re.search(r"\w", text[at:]) else _day_below(head, i))
        if hit:
            return Found(hit[0], Span(span.start + start, hit[2]))
    return None


def _first_day(head: Head, start: int, end: int) -> Day | None:
    """The date that `start` leads to, with nothing but marks before it."""
    return next((d for d in _days(head.text, start, end) if _GAP.fullmatch(head.text, start, d[1])), None)


def _day_below(head: Head, i: int) -> Day | None:
    """The date that the next line begins with; where two lines of dates follow, labels were listed before them."""
    below = [_first_day(head, x.span.start, x.span.end) for x in head.lines[i + 1 : i + 3]]
    return below[0] if below and not any(below[1:]) else None


def _placed(head: Head, i: int) -> Found[date] | None:
    """A date under the title, at the start of its line or behind who put it there."""
    text, span = head.line(i), head.lines[i].span
    if len(text) > LINE_LENGTH or _TODAY.search(text) or _ISSUED.search(text) or BRACKETED.fullmatch(text):
        return None
    credited = CREDITED.fullmatch(text)
    at = credited.start("date") if credited else 0
    hit = next(_days(head.text, span.start + at, span.end), None)
    if hit and hit[1] - span.start - at <= ATTACHED and not OTHER_DAY.search(head.text[span.start : hit[1]]):
        return Found(hit[0], Span(span.start, min(span.end, hit[2] + SOURCE_LENGTH)))
    return None


def _stamped(head: Head, i: int) -> Found[date] | None:
    """The date the page was made, where a time of day shows that the site set it, not the writer."""
    found = _labelled(head, i, _MADE)
    return found if found and found.span and CLOCK.match(head.text, found.span.end) else None
