"""Points, scores, grades and tallies, against exact fractions."""

from datetime import date
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.judge import verdict_of
from scorer.model.result import Decision, ElementResult, Judgement, Reviewed, State, Tally, Verdict, Waiver
from scorer.model.rule import Category, Element, Grade, Pack, Rule
from scorer.score import points_of, score, total

WAIVER = Waiver("单位", "r", 2022, 2022, "机构改革")
GRADES = (Grade("d", "不足", 0), Grade("a", "优秀", 85), Grade("b", "良好", 60))
PACK = Pack("p", "包", "1", "", "", (Category("one", "第一类"), Category("two", "第二类"), Category("none", "空类")), GRADES, ())


def judgement(weight: int, *states: State, category: str = "one", optional: int = 0, **more: object) -> Judgement:
    """A rule of these element states, the last `optional` of which do not count."""
    last = len(states) - optional
    rule = Rule("r", "规则", category, weight, tuple(Element(f"e{i}", "要件", required=i < last) for i in range(len(states))))
    elements = tuple(ElementResult(f"e{i}", "要件", state) for i, state in enumerate(states))
    more.setdefault("verdict", verdict_of(rule, {e.id: e.state for e in elements}))
    return Judgement(rule=rule, elements=elements, **more)  # type: ignore[arg-type]


def decided(verdict: Verdict, *states: tuple[str, State]) -> Reviewed:
    return Reviewed(Decision("r", Verdict.MISSING, verdict, "沈知微", date(2026, 1, 5), "见附件", "", "", states), Verdict.MISSING)


DONE, ABSENT = State.DONE, State.ABSENT


@pytest.mark.parametrize(
    ("found", "points"),
    [
        pytest.param(judgement(3, DONE, ABSENT), (1, 2, 3), id="a share of the elements"),
        pytest.param(judgement(3, DONE, State.PLANNED, State.DENIED), (1, 3, 3), id="plans and lacks earn nothing"),
        pytest.param(judgement(2, ABSENT, DONE, optional=1), (0, 1, 2), id="an optional element earns nothing"),
        pytest.param(judgement(2, DONE, optional=1), (0, 1, 2), id="no required element"),
        pytest.param(judgement(3, DONE, verdict=Verdict.NA), (1, 1, 0), id="not applicable"),
        pytest.param(judgement(3, DONE, waived=WAIVER), (1, 1, 0), id="waived"),
        pytest.param(judgement(3, ABSENT, ABSENT, verdict=Verdict.MET, reviewed=decided(Verdict.MET)), (2, 2, 3), id="a reviewer's verdict"),
        pytest.param(judgement(3, DONE, verdict=Verdict.PARTIAL, reviewed=decided(Verdict.PARTIAL)), (1, 2, 3), id="half"),
        pytest.param(judgement(3, DONE, verdict=Verdict.FAILED, reviewed=decided(Verdict.FAILED)), (0, 2, 3), id="nothing"),
        pytest.param(judgement(3, DONE, verdict=Verdict.NA, reviewed=decided(Verdict.NA)), (0, 2, 0), id="taken out by a reviewer"),
        pytest.param(
            judgement(
                3,
                ABSENT,
                ABSENT,
                DONE,
                optional=1,
                verdict=Verdict.PARTIAL,
                reviewed=decided(Verdict.PARTIAL, ("e0", DONE), ("e1", ABSENT), ("e2", DONE)),
            ),
            (1, 2, 3),
            id="states as a reviewer reads them, of required elements",
        ),
    ],
)
def test_points(found: Judgement, points: tuple[int, int, int]) -> None:
    assert points_of(found) == points


SHEETS = st.lists(
    st.builds(
        lambda weight, states, na: judgement(weight, *states, **({"verdict": Verdict.NA} if na else {})),
        st.integers(1, 9),
        st.lists(st.sampled_from([*State]), min_size=1, max_size=7),
        st.booleans(),
    ),
    max_size=12,
)


@given(SHEETS)
def test_a_score_is_the_exact_share_rounded_half_up_once(found: list[Judgement]) -> None:
    counted = [j for j in found if j.verdict is not Verdict.NA]
    most = sum(j.rule.weight for j in counted)
    if not most:
        assert total(found) is None
        return
    earned = sum(Fraction(j.rule.weight * sum(e.state is DONE for e in j.elements), len(j.elements)) for j in counted)
    assert total(found) == floor(1000 * earned / most + Fraction(1, 2)) / 10


def test_a_score_is_exact_however_many_elements_rules_have() -> None:
    # 1/11 and 10/11 of 2000 points are 0.05 %, rounded up; the common denominator is beyond what a float holds
    primes = (7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)
    found = [judgement(1, *[DONE] * done, *[ABSENT] * (11 - done)) for done in (1, 10)]
    found += [judgement(1, *[ABSENT] * n) for n in (*primes, *[1] * (1998 - len(primes)))]
    assert total(found) == 0.1


@pytest.mark.parametrize(
    ("done", "of", "grade"), [(100, 100, "a"), (85, 100, "a"), (849, 1000, "b"), (6, 10, "b"), (599, 1000, "d"), (0, 5, "d"), (0, 0, None)]
)
def test_the_grade_is_the_highest_that_is_reached(done: int, of: int, grade: str | None) -> None:
    _, found, _ = score(PACK, [judgement(1, DONE)] * done + [judgement(1, ABSENT)] * (of - done))
    assert found is None if grade is None else found is not None and found.id == grade


def test_a_pack_may_leave_low_scores_without_a_grade() -> None:
    strict = Pack("p", "包", "1", "", "", (), (Grade("a", "合格", 60),), ())
    assert score(strict, [judgement(1, ABSENT)]) == (0.0, None, ())


def test_every_category_has_its_own_figures() -> None:
    found = [
        judgement(3, DONE),
        judgement(1, ABSENT),
        judgement(2, DONE, ABSENT, category="two"),
        judgement(2, DONE, category="two"),
        judgement(9, DONE, category="two", verdict=Verdict.NA),
    ]
    whole, grade, tallies = score(PACK, found)
    assert whole == 75.0 and grade is not None and grade.id == "b"
    assert tallies == (
        Tally("one", "第一类", 75.0, counts(met=1, missing=1)),
        Tally("two", "第二类", 75.0, counts(met=1, partial=1, na=1)),
        Tally("none", "空类", None, counts()),
    )


def counts(**of: int) -> tuple[tuple[Verdict, int], ...]:
    return tuple((v, of.get(v.value, 0)) for v in Verdict)
