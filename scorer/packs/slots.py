"""The inside of a slot: `比例 ≥ 100%`, `件数:件/起/宗`, `时限 ≤ 7个工作日`, `日期 ≤ 1月31日`.

slot  := kind [':' unit {'/' unit}] [op bound]
kind  := 比例 | 次数 | 件数 | 数量 | 金额 | 时限 | 日期 | 数
op    := '≥' | '>=' | '≤' | '<='
bound := number ['%' | unit | '元' | '日' | '天' | '个工作日'] | month '月' day '日'
"""

import re

from scorer.model.rule import Slot, SlotKind
from scorer.packs.words import normalise

KINDS = {
    "比例": SlotKind.RATIO,
    "次数": SlotKind.COUNT,
    "件数": SlotKind.COUNT,
    "数量": SlotKind.COUNT,
    "金额": SlotKind.MONEY,
    "时限": SlotKind.DAYS,
    "日期": SlotKind.DATE,
    "数": SlotKind.NUMBER,
}
_SHAPE = re.compile(r"(?P<kind>[^：≥≤<>=＜＞＝]*)(?:：(?P<units>[^≥≤<>=＜＞＝]*))?(?:(?P<op>[≥≤<>=＜＞＝]+)(?P<bound>.*))?")
_OPERATORS = {"≥": ">=", ">=": ">=", "＞=": ">=", "≤": "<=", "<=": "<=", "＜=": "<="}
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(万|亿)?(\D*)")
_DATE = re.compile(r"(\d{1,2})月(\d{1,2})日")
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SUFFIXES = {SlotKind.RATIO: {"", "%"}, SlotKind.MONEY: {"", "元"}, SlotKind.DAYS: {"", "日", "天", "个工作日", "工作日"}, SlotKind.NUMBER: {""}}
_EXAMPLES = {
    SlotKind.RATIO: "100%",
    SlotKind.COUNT: "4 或 4次",
    SlotKind.MONEY: "100万元",
    SlotKind.DAYS: "7个工作日 或 7日",
    SlotKind.DATE: "1月31日",
    SlotKind.NUMBER: "10",
}


class SlotError(Exception):
    """A slot that cannot be read: code, what is wrong, what to write instead."""

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.code, self.message, self.advice = code, message, advice


def parse_slot(inside: str) -> Slot:
    """The slot that stands between 【 and 】."""
    m = _SHAPE.fullmatch(normalise(inside))
    if m is None:
        raise SlotError("R243", f"读不懂【{inside}】", "请写成【种类】或【种类 ≥ 数值】，例如【比例 ≥ 100%】")
    kind = KINDS.get(m["kind"])
    if kind is None:
        raise SlotError("R242", f"不认识的数值种类“{m['kind']}”", f"可用的种类：{'、'.join(KINDS)}")
    units = _units(m["units"], kind, inside)
    if m["op"] is None:
        return Slot(kind, units=units)
    operator = _OPERATORS.get(m["op"])
    if operator is None:
        raise SlotError("R243", f"不认识的比较符号“{m['op']}”", "请用 ≥ 或 ≤")
    bound, unit = _bound(kind, m["bound"])
    return Slot(kind, operator, bound, units or unit)


def _units(text: str | None, kind: SlotKind, inside: str) -> tuple[str, ...]:
    if text is None:
        return ()
    units = tuple(u for u in text.replace("／", "/").split("/"))
    if kind is not SlotKind.COUNT or not all(units):
        raise SlotError("R243", f"【{inside}】的量词写法有误", "只有次数、件数、数量可带量词，例如【件数:件/起/宗】")
    return units


def _bound(kind: SlotKind, text: str) -> tuple[float, tuple[str, ...]]:
    """The bound's value, and for counts the measure word written after it."""
    wrong = SlotError("R243", f"数值“{text}”的写法有误", f"请写成：{_EXAMPLES[kind]}")
    if kind is SlotKind.DATE:
        d = _DATE.fullmatch(text)
        if d is None or not 1 <= int(d[1]) <= 12 or not 1 <= int(d[2]) <= _DAYS_IN[int(d[1]) - 1]:
            raise wrong
        return float(int(d[1]) * 100 + int(d[2])), ()
    m = _NUMBER.fullmatch(text)
    if m is None or (kind is not SlotKind.COUNT and m[3] not in _SUFFIXES[kind]):
        raise wrong
    value = float(m[1]) * {"万": 10_000, "亿": 100_000_000}.get(m[2] or "", 1)
    return value, (m[3],) if kind is SlotKind.COUNT and m[3] else ()
