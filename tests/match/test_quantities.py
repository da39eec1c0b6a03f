"""Numbers with their type and unit."""

import pytest

from scorer.match.quantities import find_quantities, passes
from scorer.model.rule import Slot, SlotKind

CASES = [
    ("审核率96.4%", "ratio", 96.4, "%"),
    ("百分之九十八点五", "ratio", 98.5, "%"),
    ("百分之百", "ratio", 100.0, "%"),
    ("占八成", "ratio", 80.0, "%"),
    ("全覆盖", "ratio", 100.0, "%"),
    ("检查企业1,234家次", "count", 1234.0, "家次"),
    ("三十二件", "count", 32.0, "件"),
    ("2.5万余人次", "count", 25000.0, "人次"),
    ("罚款312.7万元", "money", 3127000.0, "元"),
    ("七个工作日内", "days", 7.0, "工作日"),
    ("15日内", "days", 15.0, "日"),
    ("1月31日前", "date", 131.0, "月日"),
    ("3月中旬", "date", 320.0, "月日"),
    ("一月底", "date", 131.0, "月日"),
    ("26件案件中有24件", "ratio", 92.3, "%"),
    ("应审核28件，实际审核27件", "ratio", 96.4, "%"),
    ("人次\t5216", "count", 5216.0, "人次"),
]


@pytest.mark.parametrize(("text", "kind", "high", "unit"), CASES)
def test_reads(text: str, kind: str, high: float, unit: str) -> None:
    found = find_quantities(text, ("全覆盖",))
    assert (kind, high, unit) in [(q.kind.value, q.high, q.unit) for q in found]


@pytest.mark.parametrize("text", ["第三方", "一是加强", "成立领导小组", "2022年度", "十四五规划"])
def test_reads_nothing(text: str) -> None:
    assert [q for q in find_quantities(text, ()) if q.kind is not SlotKind.DATE] == []


@pytest.mark.parametrize(("text", "passed"), [("1月底", True), ("3月中旬", False), ("1月20日", True), ("2月1日", False)])
def test_a_span_passes_by_its_last_day_and_fails_by_its_first(text: str, passed: bool) -> None:
    q = next(q for q in find_quantities(text, ()) if q.kind is SlotKind.DATE)
    assert passes(Slot(SlotKind.DATE, "<=", 131.0), q) is passed


def test_a_span_over_the_deadline_is_left_open() -> None:
    (q,) = find_quantities("一季度", ())
    assert passes(Slot(SlotKind.DATE, "<=", 131.0), q) is None
