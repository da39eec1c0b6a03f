"""Which year a clause speaks of: another year's figures prove nothing for this one, next year's are a plan."""

import re
from typing import NamedTuple

from scorer.hanzi.dates import YEAR, read_year
from scorer.model.document import Document, Role
from scorer.model.text import Span
from scorer.patterns import pattern

_SPAN_BEFORE = pattern(r"(?:较|比|同比|相比|自|从|截至|截止|到|与|和|至|按|按照|根据|依据|对|针对|参照|由|—|-|－|～|~)$")
_FROM = pattern(r"(?:自|从)$")
_SPAN_AFTER = pattern(
    r"[^，。；\d]{1,16}以来|(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|至今|起|开始|后|底以来|相比|[—\-－～~至到]|同期|度?，?[^\W\d_]{0,4}(?:基础上))"
)
_ATTRIBUTIVE = pattern(r"[^，。；、]{1,5}的")
"""A year that only describes a noun (2019年划转的人员): the sentence itself speaks of the report year."""
_NOUN_AFTER = pattern(r"度(?!，|我|全|共|累计|本|分局|局|开展|组织)")
_DATA_AFTER = pattern(r"度?的?(?:行政|本机关|全局|本局|我局)?(?:执法|处罚|统计|数据|报告|总体|法治|年报|工作总结|政府信息)(?!人员|检查[^数情])")
_TOLD = ("于", "在", "公开", "公布", "公示", "发布")
"""What is said of the data of a year, beside the year: that they were made public."""
_OTHER = pattern(r"(?P<earlier>去年|上年度?(?!度)|上一年度?|前年|往年)|(?P<current>今年|本年度?)|(?P<later>明年|次年|来年|下一年度?)")


class Period(NamedTuple):
    """A stretch of a sentence that speaks of one year: `offset` is its distance from the report year."""

    scope: Span
    words: Span
    offset: int


def is_told_afterwards(document: Document) -> bool:
    """True where a report written in the next year calls the year it reports on 去年: often, and its work never 今年."""
    written = document.published or document.signed
    if not document.year or not written or written.value.year != document.year + 1:
        return False
    told = [s for s in document.sentences if s.role not in (Role.PLANS, Role.BOILERPLATE) and not s.is_heading]
    if any("今年" in document.text[s.span.start : s.span.end] for s in told):
        return False
    return sum(p.offset < 0 and document.text.startswith("去年", p.words.start) for s in told for p in find_periods(document.text, s.span, None)) > 1


def find_periods(text: str, sentence: Span, year: int | None, *, is_told_afterwards: bool = False) -> list[Period]:
    """Periods named in a sentence, each reaching to the next one or the end of the sentence."""
    marks: list[tuple[Span, int, int]] = []
    if year:
        for m in YEAR.finditer(text, sentence.start, sentence.end):
            before, after = text[max(m.start() - 3, sentence.start) : m.start()], text[m.end() : m.end() + 18]
            later = read_year(m["y"]) > year
            if later and _FROM.search(before):
                marks.append((Span(*m.span()), read_year(m["y"]) - year, sentence.end))
                continue
            if (
                _SPAN_BEFORE.search(before)
                or _SPAN_AFTER.match(after)
                or _NOUN_AFTER.match(after)
                or _ATTRIBUTIVE.match(after)
                or (_DATA_AFTER.match(text, m.end()) and any(word in text[m.end() : m.end() + 30] for word in _TOLD))
                or _in_title(text, sentence, m.start())
            ):
                continue
            marks.append((Span(*m.span()), read_year(m["y"]) - year, sentence.end))
    for m in _OTHER.finditer(text, sentence.start, sentence.end):
        before = text[max(m.start() - 2, sentence.start) : m.start()]
        if (
            _SPAN_BEFORE.search(before)
            or re.match(r"度?(?:的|同期|相比|底以来|以来|延续|结转|遗留|接续|转入|跨年|未结)", text[m.end() : m.end() + 5])
            or _DATA_AFTER.match(text, m.end())
        ):
            continue
        # 上年为98.5%， compares and is over with its clause; 上年， opens the sentence
        marks_at = "；" if m["later"] or text.startswith("，", m.end()) else "，；"
        offset = (-1 if m["earlier"] else 1 if m["later"] else 0) + (is_told_afterwards and m[0] in ("去年", "今年"))
        marks.append((Span(*m.span()), offset, _stop(text, m.end() + 1, sentence.end, marks_at)))
    marks.sort()
    starts = [*(s.start for s, _, _ in marks[1:]), sentence.end][: len(marks)]
    return [Period(Span(s.start, min(end, nearest)), s, offset) for (s, offset, end), nearest in zip(marks, starts, strict=True)]


def _stop(text: str, start: int, end: int, marks: str) -> int:
    """The first of these punctuation marks from `start` on, else `end`."""
    return min((at for c in marks if (at := text.find(c, start, end)) >= 0), default=end)


def _in_title(text: str, sentence: Span, at: int) -> bool:
    opened = text.rfind("《", sentence.start, at)
    return opened >= 0 and text.find("》", opened, at) < 0
