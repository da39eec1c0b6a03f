"""Rows of a review spreadsheet made decisions; a row that cannot be one is told and holds up no other."""

import re
from collections.abc import Mapping
from datetime import date

from scorer.authoring.sheet import Row
from scorer.errors import Place, Problem
from scorer.model.result import Decision, State, Verdict

_SHA = re.compile(r"[0-9a-f]{64}")


class RowError(ValueError):
    """A row that is filled in and cannot be a decision; carries the finding."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def decision_of(row: Row, names: Mapping[str, Verdict], by: str, on: date, place: Place) -> Decision | None:
    """The decision of a row, None where no verdict was filled in; raises RowError.

    A verdict that accepts the automatic one keeps the element states found, so that accepting moves no points.
    """
    cells = row.cells
    if row.uncomputed:
        raise _error("这一行有一格是公式，没有算出的值", "请用 Excel、WPS 或 LibreOffice 打开并保存一次，或把公式改成文字", place)
    if "verdict" not in cells:
        return None
    verdict, automatic = (_verdict(cells.get(key, ""), names, place) for key in ("verdict", "automatic"))
    reviewer = cells.get("by", "") or by
    if not reviewer:
        raise _error("没有写明复核人", "请填“复核人”一列，或加上 --by 姓名", place)
    if verdict is not automatic and "reason" not in cells:
        raise _error("改了结论，没有写理由", "请填“理由”一列", place)
    if not cells.get("rule") or not all(_SHA.fullmatch(cells.get(key, "")) for key in ("report_sha256", "rule_sha256")):
        raise _error("规则代号或校验值不完整", "这几列由程序填写，请从原表复制回来", place)
    accepted = verdict is automatic is not Verdict.NA
    states = _states(cells.get("states", ""), place) if accepted else ()
    reason = cells.get("reason", "")
    return Decision(cells["rule"], automatic, verdict, reviewer, on, reason, cells["report_sha256"], cells["rule_sha256"], states)


def same(one: Decision, other: Decision | None) -> bool:
    """Whether two decisions say the same, whenever each was taken."""
    return other is not None and _said(one) == _said(other)


def _said(decision: Decision) -> tuple[object, ...]:
    return decision.verdict, decision.by, decision.reason, decision.report_sha256, decision.rule_sha256


def _verdict(text: str, names: Mapping[str, Verdict], place: Place) -> Verdict:
    if text not in names:
        raise _error(f"“{text}”不是结论", f"可用的值：{'、'.join(names)}", place)
    return names[text]


def _states(text: str, place: Place) -> tuple[tuple[str, State], ...]:
    pairs = [part.partition("=") for part in text.split()]
    if not pairs or any(state not in list(State) for _, _, state in pairs):
        raise _error("要件状态不完整", "这一列由程序填写，请从原表复制回来", place)
    return tuple((element, State(state)) for element, _, state in pairs)


def _error(message: str, advice: str, place: Place) -> RowError:
    return RowError(Problem("R285", message, advice, place))
