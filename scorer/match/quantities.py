"""Numbers in a report with their type and unit: percentages, counts, money, days, dates of the year."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scorer.hanzi.numerals import NUMERAL_CHARS, parse_numeral
from scorer.model.rule import Slot, SlotKind
from scorer.model.text import Span
from scorer.patterns import pattern

_NUMBER = pattern(rf"\d[\d,]*(?:\.\d+)?|[{NUMERAL_CHARS}]{{1,8}}")
MEASURES = frozenset("件起宗家份次场期人名个台部套条项张本册户批轮堂例辆处篇支卷位笔幅块站课所吨枚类讲集班回遍桩封趟单艘间座亩") | frozenset(
    ["人次", "航次", "公里", "家次", "件次", "车次", "台次", "场次", "批次", "点次", "户次", "份次", "架次", "课时", "学时", "天次"]
)
"""Measure words that make a number a count."""
_NOT_A_MEASURE = {"个": ("工作日", "月", "小时", "季度", "百分"), "单": ("位",)}
_NOT_TENTHS = "果立效功员为本长都熟品就册套型"
"""After 成: characters with which it is another word (三成员单位)."""
_TENTHS = "一二三四五六七八九十"
SHARE_GAP = 24
_SHARE = pattern(r"[^，。；]{0,10}(?<!其)中[，有]?[^，。；]{0,14}|[^，。；、]{0,8}(?:，(?:实际|实)|、实(?!有))[^，。；]{0,12}")
"""What stands between a whole and its part."""
_DATE = pattern(
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}|元)月(?:份)?(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?P<part>上旬|中旬|下旬|底|末|初))?|(?P<q>第?[一二三四]季度|一季度)"
)
NUMBERS = (SlotKind.COUNT, SlotKind.MONEY, SlotKind.RATIO)
"""What a slot for any number takes, in whatever unit."""
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (25, 31), "末": (25, 31)}


class Quantity(NamedTuple):
    """A value in the clean text; dates are month*100+day from `low` to `high`, others have low == high."""

    span: Span
    kind: SlotKind
    low: float
    high: float
    unit: str
    vague: bool = False


def find_quantities(text: str, full_words: Sequence[str]) -> list[Quantity]:
    """Every quantity in `text`, in order of offset; words that equal 100 % count as such."""
    found: list[Quantity] = []
    for word in full_words:
        at = text.find(word)
        while at >= 0:
            found.append(Quantity(Span(at, at + len(word)), SlotKind.RATIO, 100.0, 100.0, "%"))
            at = text.find(word, at + 1)
    for m in _NUMBER.finditer(text):
        found += _read_number(text, m.start(), m.end())
    for m in _DATE.finditer(text):
        if (q := _date(m)) is not None:
            found.append(Quantity(Span(*m.span()), SlotKind.DATE, *q, "月日"))
    found += _shares(text, [q for q in found if q.kind is SlotKind.COUNT])
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _shares(text: str, counts: Sequence[Quantity]) -> Iterator[Quantity]:
    """A share told by two counts (26件案件中有24件, 应审28件，实际审核27件) is a ratio like any other."""
    ordered = sorted(counts, key=lambda q: q.span.start)
    for whole, part in pairwise(ordered):
        between = text[whole.span.end : part.span.start]
        if whole.unit == part.unit and 0 < part.low <= whole.low and len(between) <= SHARE_GAP and _SHARE.fullmatch(between):
            share = round(100 * part.low / whole.low, 1)
            yield Quantity(Span(whole.span.start, part.span.end), SlotKind.RATIO, share, share, "%")


def _read_number(text: str, start: int, end: int) -> Iterator[Quantity]:
    """What the number at `start`..`end` counts, by what stands right after it (and 百分之 before it)."""
    if text.endswith("百分之", 0, start):
        yield from _hundredths(text, start, end)
        return
    value = _number(text[start:end])
    if value is None:
        return
    if text[start - 1 : start] == "\t" and text[end : end + 1] in ("\t", "\n", ""):
        yield from _cell(text, start, end, value)
        return
    if text.startswith(("%", "％"), end) or text.startswith(" %", end):
        at = text.index("%", end) + 1 if "%" in text[end : end + 2] else end + 1
        yield Quantity(Span(start, at), SlotKind.RATIO, value, value, "%")
        return
    if text[start:end] in _TENTHS and text.startswith("成", end) and (text[end + 1 : end + 2] or "。") not in _NOT_TENTHS:
        yield Quantity(Span(start, end + 1), SlotKind.RATIO, value * 10, value * 10, "%")
    yield from _days(text, start, end, value)
    yield from _counted(text, start, end, value)


def _counted(text: str, start: int, end: int, value: float) -> Iterator[Quantity]:
    """Counts and money: a number, 万 or 亿, 余 or 多, and a measure word; or a table's cell after the cell of its unit."""
    at = end
    if text[at : at + 1] in ("万", "亿"):
        value *= 10_000 if text[at] == "万" else 100_000_000
        at += 1
    if text[at : at + 1] in ("余", "多", "几", " "):
        at += 1
    if text.startswith("元", at):
        yield Quantity(Span(start, at + 1), SlotKind.MONEY, value, value, "元")
        return
    for length in (2, 1):
        unit = text[at : at + length]
        if unit in MEASURES and len(unit) == length and not text.startswith(_NOT_A_MEASURE.get(unit, ("\n",)), at + length):
            if not text.endswith(("没有", "无", "未", "第"), 0, start):
                yield Quantity(Span(start, at + length), SlotKind.COUNT, value, value, unit)
            return


def _cell(text: str, start: int, end: int, value: float) -> Iterator[Quantity]:
    """A table flattened to tabs puts the unit in one cell and the number in the next."""
    for unit in ("万元", "元", *sorted(MEASURES, key=len, reverse=True)):
        if text.endswith(unit + "\t", 0, start) and text[start - len(unit) - 2 : start - len(unit) - 1] in ("\t", "\n", ""):
            money = unit.endswith("元")
            amount = value * 10_000 if unit == "万元" else value
            span = Span(start - len(unit) - 1, end)
            yield Quantity(span, SlotKind.MONEY if money else SlotKind.COUNT, amount, amount, "元" if money else unit)
            return


def _days(text: str, start: int, end: int, value: float) -> Iterator[Quantity]:
    """Days, working days, hours and weeks as days."""
    at = end + (text[end : end + 1] in ("余", "多"))
    vague = at > end
    at += text[at : at + 1] == " "
    at += text[at : at + 1] == "个"
    work = text.startswith("工作", at)
    at += 2 * work
    if text[at : at + 1] in ("日", "天") and text[at + 1 : at + 2] not in ("前", "均", "常"):
        yield Quantity(Span(start, at + 1), SlotKind.DAYS, value, value, "工作日" if work else "日", vague)
    elif text.startswith("小时", at):
        yield Quantity(Span(start, at + 2), SlotKind.DAYS, value / 24, value / 24, "日")
    elif text.startswith(("周内", "周之内", "周以内"), at):
        yield Quantity(Span(start, at + 1), SlotKind.DAYS, value * 7, value * 7, "日")


def _hundredths(text: str, start: int, end: int) -> Iterator[Quantity]:
    """百分之九十八点五: the number after 百分之, with its decimals."""
    if text[start:end] == "百":
        yield Quantity(Span(start - 3, end), SlotKind.RATIO, 100.0, 100.0, "%")
        return
    whole = _number(text[start:end])
    if whole is None:
        return
    stop = end
    if text.startswith("点", end):
        while stop + 1 < len(text) and parse_numeral(text[stop + 1]) is not None:
            stop += 1
        digits = "".join(str(int(parse_numeral(c) or 0)) for c in text[end + 1 : stop + 1])
        if digits:
            yield Quantity(Span(start - 3, stop + 1), SlotKind.RATIO, float(f"{int(whole)}.{digits}"), float(f"{int(whole)}.{digits}"), "%")
            return
    yield Quantity(Span(start - 3, end), SlotKind.RATIO, whole, whole, "%")


def passes(slot: Slot, q: Quantity) -> bool | None:
    """Whether `q` keeps the slot's bound: True, False, or None where a span or plain days leave it open."""
    if not slot.operator:
        return True
    if slot.kind is SlotKind.DATE and slot.operator == "<=":
        return True if q.high <= slot.bound else False if q.low > slot.bound else None
    return q.low >= slot.bound if slot.operator == ">=" else q.high <= slot.bound


def _number(text: str) -> float | None:
    return float(text.replace(",", "")) if text[0].isascii() else parse_numeral(text)


def _date(m: re.Match[str]) -> tuple[float, float] | None:
    if m["q"]:
        n = "一二三四".index(m["q"].strip("第")[0])
        return (n * 3 + 1) * 100 + 1, (n * 3 + 3) * 100 + 31
    month = 1 if m["m"] == "元" else int(m["m"]) if m["m"].isdigit() else int(parse_numeral(m["m"]) or 0)
    if not 1 <= month <= 12:
        return None
    if m["d"]:
        day = int(m["d"]) if m["d"].isdigit() else int(parse_numeral(m["d"]) or 0)
        return month * 100 + day, month * 100 + day
    first, last = _PARTS.get(m["part"] or "", (1, 31))
    return month * 100 + first, month * 100 + min(last, _MONTH_DAYS[month - 1])
