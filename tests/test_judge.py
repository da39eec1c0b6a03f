"""The truth table of checklist.yaml: states of elements, verdicts of rules."""

from hypothesis import given
from hypothesis import strategies as st

from scorer.judge import judge_element, verdict_of
from scorer.model.result import Doubt, ElementResult, Evidence, Judgement, State, Value, Verdict
from scorer.model.rule import Element, Rule
from scorer.model.text import Span
from scorer.score import total

STATES = st.sampled_from([*State])
FOUND = st.lists(st.sampled_from([State.DONE, State.DENIED, State.PLANNED, None]), max_size=6)


def evidence(state: State | None, at: int, **more: object) -> Evidence:
    return Evidence("r", "e", Span(at, at + 5), 0, "p", 100.0, state, rank=(0.0, float(at)), **more)  # type: ignore[arg-type]


def rule(n: int, weight: int = 3) -> Rule:
    return Rule("r", "r", "c", weight, tuple(Element(f"e{i}", "e") for i in range(n)))


@given(FOUND)
def test_done_beats_denied_beats_planned(found: list[State | None]) -> None:
    result = judge_element(Element("e", "e"), [evidence(s, i * 10) for i, s in enumerate(found)])
    wanted = next((s for s in (State.DONE, State.DENIED, State.PLANNED) if s in found), State.ABSENT)
    assert result.state is wanted
    assert all(e.state is wanted for e in result.evidence)
    assert bool(result.evidence) == (wanted is not State.ABSENT)
    assert len(result.rejected) == found.count(None)


@given(st.lists(STATES, min_size=1, max_size=4))
def test_verdict_follows_from_the_required_elements(states: list[State]) -> None:
    r = rule(len(states))
    verdict = verdict_of(r, {f"e{i}": s for i, s in enumerate(states)})
    done = states.count(State.DONE)
    if done == len(states):
        assert verdict is Verdict.MET
    elif done:
        assert verdict is Verdict.PARTIAL
    elif State.DENIED in states:
        assert verdict is Verdict.FAILED
    else:
        assert verdict is (Verdict.PLANNED if State.PLANNED in states else Verdict.MISSING)


def test_a_pass_beside_an_admitted_miss_is_a_contradiction() -> None:
    passing = evidence(State.DONE, 0, value=Value("ratio", 100.0, "%", ">= 100", True))
    missing = evidence(State.DENIED, 20, value=Value("ratio", 96.0, "%", ">= 100", False))
    result = judge_element(Element("e", "e"), [passing, missing])
    assert result.state is State.DONE and result.weakness == (missing,)
    assert Doubt.CONTRADICTION in result.doubts and result.alternative is State.DENIED


def test_the_same_passage_is_cited_once() -> None:
    result = judge_element(Element("e", "e"), [evidence(State.DONE, 0), evidence(State.DONE, 0)])
    assert len(result.evidence) == 1


JUDGEMENTS = st.lists(st.tuples(st.integers(1, 9), st.lists(STATES, min_size=1, max_size=3)), min_size=1, max_size=6)


def judgements(spec: list[tuple[int, list[State]]]) -> list[Judgement]:
    made = []
    for weight, states in spec:
        r = rule(len(states), weight)
        elements = tuple(ElementResult(f"e{i}", "e", s) for i, s in enumerate(states))
        made.append(Judgement(r, verdict_of(r, {e.id: e.state for e in elements}), elements))
    return made


@given(JUDGEMENTS)
def test_a_score_is_between_0_and_100_and_one_more_done_never_lowers_it(spec: list[tuple[int, list[State]]]) -> None:
    before = total(judgements(spec))
    assert before is not None and 0 <= before <= 100
    for i, (weight, states) in enumerate(spec):
        for k in range(len(states)):
            better = [*spec]
            better[i] = (weight, [State.DONE if n == k else s for n, s in enumerate(states)])
            after = total(judgements(better))
            assert after is not None and after >= before


@given(JUDGEMENTS)
def test_order_never_changes_a_score(spec: list[tuple[int, list[State]]]) -> None:
    assert total(judgements(spec)) == total(judgements(spec[::-1]))


def test_scores_round_half_up_once() -> None:
    r = rule(1, 1)
    done, absent = ((ElementResult("e0", "e", s),) for s in (State.DONE, State.ABSENT))
    # 1 of 800 is 0.125 %, shown as 0.1; 1 of 2000 is 0.05 %, shown as 0.1
    assert total([Judgement(r, Verdict.MET, done)] + [Judgement(r, Verdict.MISSING, absent)] * 799) == 0.1
    assert total([Judgement(r, Verdict.MET, done)] + [Judgement(r, Verdict.MISSING, absent)] * 1999) == 0.1
    assert total([Judgement(r, Verdict.MET, done)] + [Judgement(r, Verdict.MISSING, absent)] * 2000) == 0.0
    assert total([Judgement(r, Verdict.NA, done)]) is None
