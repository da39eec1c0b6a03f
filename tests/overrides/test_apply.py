"""What decisions and waivers do to judgements and points, and what they must leave alone."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from scorer.judge import verdict_of
from scorer.model.result import Change, Decision, Doubt, ElementResult, Judgement, State, Verdict, Waiver
from scorer.model.rule import Element, Rule
from scorer.overrides import apply_decisions, apply_waivers
from scorer.score import points_of, total
from tests.overrides.conftest import SHA

RULE = Rule("advisor", "法律顾问", "work", 3, (Element("appointed", "已聘请"), Element("part", "参与")), sha256="cd" * 32)
STATES = (ElementResult("appointed", "已聘请", State.DONE), ElementResult("part", "参与", State.DENIED))
FOUND = Judgement(RULE, Verdict.PARTIAL, STATES, (Doubt.ACTOR,), Verdict.MISSING)
TAKEN = Decision("advisor", Verdict.PARTIAL, Verdict.MET, "沈知微", date(2026, 1, 5), "见附件", SHA, RULE.sha256)


def decided(report: str = SHA, found: Judgement = FOUND, **change: Any) -> Judgement:
    (judgement,), notices = apply_decisions([found], [replace(TAKEN, **change)], report, verdict_of)
    assert not notices
    return judgement


def test_a_decision_replaces_verdict_and_doubts_and_keeps_what_was_found() -> None:
    judgement = decided()
    assert judgement.reviewed is not None
    assert (judgement.verdict, judgement.reviewed.automatic) == (Verdict.MET, Verdict.PARTIAL)
    assert judgement.doubts == () and judgement.alternative is None
    assert judgement.elements == FOUND.elements


@pytest.mark.parametrize(
    ("change", "report", "why"),
    [
        ({}, "00" * 32, (Change.TEXT,)),
        ({"rule_sha256": "00" * 32}, SHA, (Change.RULE,)),
        ({"rule_sha256": "00" * 32}, "00" * 32, (Change.TEXT, Change.RULE)),
        ({"states": (("appointed", State.DONE),)}, SHA, (Change.ELEMENTS,)),
        ({"states": (("appointed", State.DONE), ("part", State.ABSENT))}, SHA, (Change.ELEMENTS,)),
    ],
)
def test_a_stale_decision_is_shown_and_changes_nothing(change: Mapping[str, Any], report: str, why: tuple[Change, ...]) -> None:
    judgement = decided(report, **change)
    assert judgement.stale_review is not None and judgement.stale_review.changes == why
    assert replace(judgement, stale_review=None) == FOUND


@pytest.mark.parametrize(
    ("verdict", "points"),
    [
        (Verdict.MET, (2, 2, 3)),
        (Verdict.PARTIAL, (1, 2, 3)),
        (Verdict.FAILED, (0, 2, 3)),
        (Verdict.PLANNED, (0, 2, 3)),
        (Verdict.MISSING, (0, 2, 3)),
        (Verdict.NA, (0, 2, 0)),
    ],
)
def test_a_verdict_earns_its_halves(verdict: Verdict, points: tuple[int, int, int]) -> None:
    assert points_of(decided(verdict=verdict)) == points


def test_element_states_earn_their_share() -> None:
    elements = (*RULE.elements, Element("more", "更多"))
    rule = replace(RULE, elements=elements)
    states = tuple((e.id, State.DONE if e.id != "more" else State.ABSENT) for e in elements)
    found = replace(FOUND, rule=rule)
    judgement = decided(found=found, verdict=Verdict.PARTIAL, states=states)
    assert points_of(judgement) == (2, 3, 3) and total([judgement]) == 66.7


def test_a_decision_on_a_rule_that_is_gone_is_told() -> None:
    judgements, (notice,) = apply_decisions([FOUND], [replace(TAKEN, rule="gone")], SHA, verdict_of)
    assert judgements == (FOUND,) and notice.values == ("gone",)


WAIVER = Waiver("云澜市水利局", "advisor", 2022, 2023, "机构改革")


@pytest.mark.parametrize(
    ("body", "year", "waived"),
    [
        ("云澜市水利局", 2022, True),
        ("云澜市水利局", 2023, True),
        ("云澜市水利局", 2024, False),
        ("云澜市司法局", 2022, False),
        (None, 2022, False),
        ("云澜市水利局", None, False),
    ],
)
def test_a_waiver_is_for_its_body_and_years(body: str | None, year: int | None, waived: bool) -> None:
    (judgement,) = apply_waivers([FOUND], [WAIVER], body, year)
    assert bool(judgement.waived) is waived
    assert judgement.verdict is FOUND.verdict
    assert points_of(judgement)[2] == (0 if waived else 3)
