"""Numbers in a report with their type and unit: percentages, counts, money, days, dates of the year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.hanzi.numerals import NUMERAL_CHARS, parse_numeral
from scorer.model.rule import Slot, SlotKind
from scorer.model.text import Span

_ARABIC = r"\d[\d,]*(?:\.\d+)?"
_CHINESE = rf"[{NUMERAL_CHARS}]{{1,8}}"
_NUMBER = rf"(?P<num>{_ARABIC}|{_CHINESE}|数)(?P<scale>[万亿]?)(?:余|多|几)?"
_MEASURES = (
    "人次|家次|件次|车次|台次|场次|批次|点次|户次|份次|架次|课时|学时|"
    "件|起|宗|家|份|次|场|期|人|名|个(?!工作日|月|小时|季度|百分)|台|部|套|条|项|张|本|册|户|批|轮|堂|例|辆|处|篇|支|卷|位|笔|幅|块|站|课|所|吨|枚|类|讲|集|班|回|遍|桩|封|趟|单(?!位)|天次"
)
_PERCENT = re.compile(rf"(?P<num>{_ARABIC})\s?[%％]|百分之(?P<cn>百|{_CHINESE}(?:点{_CHINESE})?|{_ARABIC})|(?P<tenths>[一二三四五六七八九十])成(?!果|立|效|功|员|为|本|长|都|熟|品|就|册|套|型)")
_COUNT = re.compile(rf"{_NUMBER}\s?(?P<unit>{_MEASURES})")
_CELL = re.compile(rf"(?P<unit>{_MEASURES}|万元|元)\t(?P<num>{_ARABIC})(?=\t|\n|$)")
"""A table flattened to tabs puts the unit in one cell and the number in the next."""
_MONEY = re.compile(rf"(?P<num>{_ARABIC}|{_CHINESE})\s?(?P<scale>[万亿]?)(?:余|多)?元")
_DAYS = re.compile(rf"(?P<num>{_ARABIC}|{_CHINESE})(?:余|多)?\s?个?(?P<work>工作)?[日天](?!前|均|常)")
_SPANS = re.compile(rf"(?P<num>{_ARABIC}|{_CHINESE})\s?个?(?:(?P<hours>小时)|周(?=内|之内|以内))")
_DATE = re.compile(rf"(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|元)月(?:份)?(?:(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]|(?P<part>上旬|中旬|下旬|底|末|初))?|(?P<q>第?[一二三四]季度|一季度)")
_NONE = re.compile(r"(?:没有|无|未)$")
"""没有一份 is no quantity."""
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (25, 31), "末": (25, 31)}


@dataclass(frozen=True, slots=True)
class Quantity:
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
    for m in _PERCENT.finditer(text):
        number = _percent(m)
        if number is not None:
            found.append(Quantity(Span(*m.span()), SlotKind.RATIO, number, number, "%"))
    for word in full_words:
        at = text.find(word)
        while at >= 0:
            found.append(Quantity(Span(at, at + len(word)), SlotKind.RATIO, 100.0, 100.0, "%"))
            at = text.find(word, at + 1)
    for m in _COUNT.finditer(text):
        if m["num"] == "数" or _NONE.search(text, max(m.start() - 2, 0), m.start()) or _number(m["num"], m["scale"]) is None:
            continue
        n = _number(m["num"], m["scale"]) or 0.0
        found.append(Quantity(Span(*m.span()), SlotKind.COUNT, n, n, m["unit"]))
    for m in _CELL.finditer(text):
        n = _number(m["num"], "万" if m["unit"] == "万元" else "") or 0.0
        kind, unit = (SlotKind.MONEY, "元") if m["unit"].endswith("元") else (SlotKind.COUNT, m["unit"])
        found.append(Quantity(Span(*m.span()), kind, n, n, unit))
    for m in _MONEY.finditer(text):
        n = _number(m["num"], m["scale"]) or 0.0
        found.append(Quantity(Span(*m.span()), SlotKind.MONEY, n, n, "元"))
    for m in _DAYS.finditer(text):
        n = _number(m["num"], "") or 0.0
        found.append(Quantity(Span(*m.span()), SlotKind.DAYS, n, n, "工作日" if m["work"] else "日", "余" in m[0] or "多" in m[0]))
    for m in _SPANS.finditer(text):
        n = _number(m["num"], "") or 0.0
        found.append(Quantity(Span(*m.span()), SlotKind.DAYS, n / 24 if m["hours"] else n * 7, n / 24 if m["hours"] else n * 7, "日"))
    for m in _DATE.finditer(text):
        if (q := _date(m)) is not None:
            found.append(Quantity(Span(*m.span()), SlotKind.DATE, *q, "月日"))
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def passes(slot: Slot, q: Quantity) -> bool | None:
    """Whether `q` keeps the slot's bound: True, False, or None where a span or plain days leave it open."""
    if not slot.operator:
        return True
    if slot.kind is SlotKind.DATE and slot.operator == "<=":
        return True if q.high <= slot.bound else False if q.low > slot.bound else None
    return q.low >= slot.bound if slot.operator == ">=" else q.high <= slot.bound


def suits(slot: Slot, q: Quantity) -> bool:
    """Whether `q` is of the slot's kind and unit."""
    if slot.kind is SlotKind.NUMBER:
        return q.kind in (SlotKind.COUNT, SlotKind.MONEY, SlotKind.RATIO)
    return q.kind is slot.kind and (not slot.units or q.unit in slot.units)


def _number(text: str, scale: str) -> float | None:
    value = float(text.replace(",", "")) if text[0].isdigit() and text[0].isascii() else parse_numeral(text)
    return None if value is None else value * {"万": 10_000, "亿": 100_000_000}.get(scale, 1)


def _percent(m: re.Match[str]) -> float | None:
    if m["num"]:
        return _number(m["num"], "")
    if m["tenths"]:
        return (parse_numeral(m["tenths"]) or 0) * 10
    cn = m["cn"]
    if cn == "百":
        return 100.0
    if cn[0].isascii():
        return _number(cn, "")
    whole, _, part = cn.partition("点")
    value = parse_numeral(whole)
    if value is None:
        return None
    digits = "".join(str(int(parse_numeral(c) or 0)) for c in part)
    return float(f"{int(value)}.{digits}") if digits else value


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
