"""What follows from passages found, case by case: doubts and the other reading, rules that do not apply, silences."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from scorer.judge import judge, judge_element, verdict_of
from scorer.model.document import Document, Kind
from scorer.model.result import Doubt, Evidence, Judgement, State, Value, Verdict
from scorer.model.rule import Basis, Category, Element, Pack, Part, Phrase, Rule, Slot, SlotKind
from scorer.model.text import Span

DONE, PLANNED, DENIED, ABSENT = State.DONE, State.PLANNED, State.DENIED, State.ABSENT


def passage(state: State | None, at: int = 0, *, rule: str = "r", element: str = "e", phrase: str = "p", **more: Any) -> Evidence:
    """Ten characters at `at`; earlier ones rank before later ones."""
    more.setdefault("rank", (float(at),))
    return Evidence(rule, element, Span(at, at + 10), 0, phrase, 100.0, state, **more)


def phrases(count: int) -> tuple[Phrase, ...]:
    return tuple(Phrase(f"p{i}", (Part((f"p{i}",)),)) for i in range(count))


def bounded(operator: str) -> Element:
    return Element("e", "要件", phrases=(Phrase("p", (Part(("率",)), Part(slot=Slot(SlotKind.RATIO, operator, 100.0)))),))


ELEMENT = Element("e", "要件")
SURE, UNSURE = passage(DONE, 50), passage(DONE, 0, doubts=(Doubt.ACTOR,))
KEPT, BROKEN = Value("ratio", 100.0, "%", ">= 100", True), Value("ratio", 96.0, "%", ">= 100", False)


@pytest.mark.parametrize(
    ("element", "found", "doubts", "alternative"),
    [
        pytest.param(ELEMENT, [], (), None, id="nothing found, nothing to look at"),
        pytest.param(ELEMENT, [SURE], (), None, id="one plain passage"),
        pytest.param(ELEMENT, [UNSURE], (Doubt.ACTOR,), ABSENT, id="the only passage is doubtful"),
        pytest.param(ELEMENT, [UNSURE, SURE], (), None, id="a plain passage beside it settles it"),
        pytest.param(
            ELEMENT,
            [passage(DONE, 0, doubts=(Doubt.ACTOR, Doubt.CONTRACT, Doubt.ACTOR)), passage(DONE, 20, doubts=(Doubt.BOUND,))],
            (Doubt.ACTOR, Doubt.CONTRACT),
            DENIED,
            id="the best passage says what is doubtful, each thing once",
        ),
        pytest.param(ELEMENT, [UNSURE, passage(PLANNED, 20)], (Doubt.ACTOR,), PLANNED, id="without it a plan is left"),
        pytest.param(ELEMENT, [UNSURE, passage(DENIED, 30), passage(PLANNED, 20)], (Doubt.ACTOR,), DENIED, id="without it a lack is left"),
        pytest.param(ELEMENT, [UNSURE, passage(None, 20, gate="near")], (Doubt.ACTOR,), ABSENT, id="what was turned away is not left"),
        pytest.param(ELEMENT, [passage(DONE, doubts=(Doubt.BOUND,))], (Doubt.BOUND,), DENIED, id="a value at its bound could be a miss"),
        pytest.param(ELEMENT, [passage(DENIED, doubts=(Doubt.BOUND,))], (Doubt.BOUND,), DONE, id="a miss at its bound could be a pass"),
        pytest.param(ELEMENT, [passage(PLANNED, doubts=(Doubt.ACTOR,))], (Doubt.ACTOR,), ABSENT, id="a doubtful plan"),
        pytest.param(ELEMENT, [passage(DONE), passage(DENIED, 20)], (), None, id="a deed beside a lack, with no bound: a weakness"),
        pytest.param(bounded(">="), [passage(DONE), passage(DENIED, 20)], (Doubt.CONTRADICTION,), DENIED, id="the element has a bound"),
        pytest.param(bounded(""), [passage(DONE), passage(DENIED, 20)], (), None, id="the element has a figure without a bound"),
        pytest.param(ELEMENT, [passage(DONE, value=KEPT), passage(DENIED, 20)], (Doubt.CONTRADICTION,), DENIED, id="the deed has a bound"),
        pytest.param(ELEMENT, [passage(DONE), passage(DENIED, 20, value=BROKEN)], (Doubt.CONTRADICTION,), DENIED, id="the lack has one"),
        pytest.param(ELEMENT, [passage(DONE, value=Value("count", 3.0, "次")), passage(DENIED, 20)], (), None, id="a count has none"),
        pytest.param(ELEMENT, [passage(DENIED, 20, value=BROKEN)], (), None, id="a miss alone contradicts nothing"),
        pytest.param(ELEMENT, [passage(None, gate="problems")], (Doubt.CONTRADICTION,), DONE, id="only among the problems"),
        pytest.param(ELEMENT, [passage(None, gate="earlier-period")], (Doubt.CONTRADICTION,), DONE, id="only in another year"),
        pytest.param(ELEMENT, [passage(None, gate="section")], (Doubt.CONTRADICTION,), DONE, id="only in the wrong part"),
        pytest.param(ELEMENT, [passage(None, gate="heading")], (Doubt.CONTRADICTION,), DONE, id="only as a heading"),
        pytest.param(ELEMENT, [passage(None, gate="near")], (Doubt.SIMILARITY,), DONE, id="only the words"),
        pytest.param(ELEMENT, [passage(None, gate="look-alike")], (Doubt.SIMILARITY,), DONE, id="only a look-alike"),
        pytest.param(ELEMENT, [passage(None, gate="other-actor")], (Doubt.ACTOR,), DONE, id="only by another body"),
        pytest.param(ELEMENT, [passage(None, gate="title")], (), None, id="the title of a document says nothing"),
        pytest.param(
            ELEMENT, [passage(None, gate="other-actor"), passage(None, 20, gate="problems")], (Doubt.CONTRADICTION,), DONE, id="the gravest first"
        ),
    ],
)
def test_doubts_and_the_other_reading(element: Element, found: list[Evidence], doubts: tuple[Doubt, ...], alternative: State | None) -> None:
    result = judge_element(element, found)
    assert (result.doubts, result.alternative) == (doubts, alternative)
    assert (result.id, result.title) == (element.id, element.title)


@pytest.mark.parametrize(
    ("count", "strong"),
    [pytest.param(1, 1, id="the only phrase is strong"), (2, 2), (3, 3), (4, 3), (5, 4), (8, 6), pytest.param(100, 75, id="75 %")],
)
def test_a_single_passage_by_a_phrase_of_the_last_quarter_is_to_be_looked_at(count: int, strong: int) -> None:
    element = Element("e", "要件", phrases=phrases(count))
    for i in range(count):
        result = judge_element(element, [passage(DONE, phrase=f"p{i}")])
        assert result.doubts == ((Doubt.SIMILARITY,) if i >= strong else ())
        assert result.alternative == (ABSENT if i >= strong else None)
    assert judge_element(element, [passage(DONE, phrase="of another element")]).doubts == ()
    weak = f"p{count - 1}"
    assert judge_element(element, [passage(DONE, phrase=weak), passage(DONE, 20, phrase=weak)]).doubts == (), "two passages bear each other out"
    assert judge_element(element, [passage(PLANNED, phrase=weak)]).doubts == ()


def test_passages_stand_in_the_order_of_their_rank() -> None:
    late, early, lacking, turned = passage(DONE, 30), passage(DONE, 10), passage(DENIED, 20), passage(None, 5, gate="title")
    result = judge_element(ELEMENT, [late, lacking, turned, early])
    assert (result.state, result.evidence, result.weakness, result.rejected) == (DONE, (early, late), (lacking,), (turned,))
    lack = judge_element(ELEMENT, [lacking, turned, passage(PLANNED, 0)])
    assert (lack.state, lack.evidence, lack.weakness) == (DENIED, (lacking,), ()), "a lack is no weakness of itself"


def test_of_one_quote_the_reading_without_doubt_is_kept_in_the_place_of_the_best() -> None:
    doubtful, plain, other = passage(DONE, 0, doubts=(Doubt.ACTOR,), rank=(1.0,)), passage(DONE, 0, rank=(3.0,)), passage(DONE, 20, rank=(2.0,))
    (first, second) = judge_element(ELEMENT, [other, plain, doubtful]).evidence
    assert (first.span, first.doubts, first.rank) == (Span(0, 10), (), (1.0,))
    assert second == other
    best = passage(DONE, 0, rank=(0.0,), phrase="best")
    assert judge_element(ELEMENT, [plain, best]).evidence == (best,), "without doubts the best stays"
    two_gates = [passage(None, 0, gate="title"), passage(None, 0, gate="near")]
    assert judge_element(ELEMENT, two_gates).rejected == tuple(two_gates), "two reasons to turn it away are two"
    longer = Evidence("r", "e", Span(0, 12), 0, "p", 100.0, DONE, rank=(9.0,))
    assert judge_element(ELEMENT, [plain, longer]).evidence == (plain, longer)


def test_optional_elements_never_decide() -> None:
    rule = Rule("r", "规则", "c", 1, (Element("must", "必备"), Element("may", "可选", required=False)))
    for may in State:
        assert verdict_of(rule, {"must": DONE, "may": may}) is Verdict.MET
        assert verdict_of(rule, {"must": ABSENT, "may": may}) is Verdict.MISSING
    assert verdict_of(rule, {}) is Verdict.MISSING
    assert verdict_of(Rule("r", "规则", "c", 1, (Element("may", "可选", required=False),)), {"may": DONE}) is Verdict.MISSING


def judged(rule: Rule, found: Sequence[Evidence] = (), lacks: tuple[str, ...] = (), year: int | None = 2022, kind: Kind = Kind.BRANCH) -> Judgement:
    """The verdict on `rule`, in a report that passes over much else."""
    silent = Rule("silent", "其他", "c", 1, tuple(Element(f"s{i}", "无") for i in range(40)))
    pack = Pack("p", "包", "1", "", "", (Category("c", "类"),), (), (rule, silent))
    document = Document("", (), None, kind, year, "general", None, None)
    first, second = judge(pack, document, found, lacks)
    assert second.verdict is Verdict.MISSING and second.doubts == ()
    assert first.rule is rule
    return first


def based(*terms: tuple[date | None, date | None], **more: Any) -> Rule:
    return Rule("r", "规则", "c", 1, (ELEMENT,), basis=tuple(Basis("办法", start=start, end=end) for start, end in terms), **more)


JULY_2, JULY_3 = date(2022, 7, 2), date(2022, 7, 3)
"""183 and 182 days before the year ends, both counted."""


@pytest.mark.parametrize(
    ("rule", "verdict", "doubts", "alternative"),
    [
        pytest.param(based(), Verdict.MET, (), None, id="no basis"),
        pytest.param(based((None, None)), Verdict.MET, (), None, id="ever in force"),
        pytest.param(based((date(2023, 1, 1), None)), Verdict.NA, (), None, id="from the next year on"),
        pytest.param(based((None, date(2021, 12, 31))), Verdict.NA, (), None, id="ended the year before"),
        pytest.param(based((date(2022, 12, 31), None)), Verdict.MET, (Doubt.NEW_BASIS,), Verdict.NA, id="one day in force"),
        pytest.param(based((JULY_3, None)), Verdict.MET, (Doubt.NEW_BASIS,), Verdict.NA, id="182 days"),
        pytest.param(based((JULY_2, None)), Verdict.MET, (), None, id="half a year"),
        pytest.param(based((JULY_3, None), (None, date(2022, 8, 1))), Verdict.MET, (), None, id="the longest of several"),
        pytest.param(based((date(2023, 1, 1), None), (JULY_3, None)), Verdict.MET, (Doubt.NEW_BASIS,), Verdict.NA, id="one of them in force"),
        pytest.param(based(kinds=("branch",)), Verdict.MET, (), None, id="for this kind"),
        pytest.param(based(kinds=("township", "government")), Verdict.NA, (), None, id="for other kinds"),
        pytest.param(based(first_year=2022, last_year=2022), Verdict.MET, (), None, id="for this year"),
        pytest.param(based(first_year=2023), Verdict.NA, (), None, id="for later years"),
        pytest.param(based(last_year=2021), Verdict.NA, (), None, id="for earlier years"),
        pytest.param(based(functions=("licensing",)), Verdict.MET, (), None, id="a function it has"),
        pytest.param(based(functions=("licensing", "enforcement")), Verdict.NA, (), None, id="a function it lacks"),
    ],
)
def test_rules_that_do_not_apply(rule: Rule, verdict: Verdict, doubts: tuple[Doubt, ...], alternative: Verdict | None) -> None:
    result = judged(rule, [passage(DONE)], lacks=("enforcement",))
    assert (result.verdict, result.doubts, result.alternative) == (verdict, doubts, alternative)
    assert [e.state for e in result.elements] == [DONE], "what was found is shown all the same"


def test_a_report_of_no_known_year_is_judged_by_every_rule() -> None:
    assert judged(based((date(2099, 1, 1), None), first_year=2050), [passage(DONE)], year=None).verdict is Verdict.MET


def test_a_new_basis_joins_the_doubts_of_the_passages() -> None:
    result = judged(based((JULY_3, None)), [UNSURE])
    assert (result.doubts, result.alternative) == ((Doubt.ACTOR, Doubt.NEW_BASIS), Verdict.MISSING)


def test_the_other_verdict_is_named_only_where_it_is_another() -> None:
    rule = Rule("r", "规则", "c", 1, (Element("a", "甲"), Element("b", "乙"), Element("c", "丙")))
    done, other = passage(DONE, element="a"), passage(DONE, 20, element="b", doubts=(Doubt.ACTOR,))
    result = judged(rule, [done, other])
    assert (result.verdict, result.doubts, result.alternative) == (Verdict.PARTIAL, (Doubt.ACTOR,), None)
    again = judged(rule, [other, passage(DONE, 30, element="c", doubts=(Doubt.ACTOR,))])
    assert (again.verdict, again.doubts, again.alternative) == (Verdict.PARTIAL, (Doubt.ACTOR,), Verdict.MISSING)


def test_passages_count_for_their_own_rule_and_element() -> None:
    rule = Rule("r", "规则", "c", 1, (Element("a", "甲"), Element("b", "乙")))
    result = judged(rule, [passage(DONE, element="b"), passage(DENIED, 20, rule="silent", element="a")])
    assert [(e.state, len(e.evidence)) for e in result.elements] == [(ABSENT, 0), (DONE, 1)]


def silences(silent: int, counted: int, *rules: Rule) -> tuple[Judgement, ...]:
    """The report passes over `silent` elements of `counted`; `rules` come on top and say nothing."""
    main = Rule("r", "规则", "c", 1, tuple(Element(f"e{i}", "要件") for i in range(counted)))
    pack = Pack("p", "包", "1", "", "", (Category("c", "类"),), (), (main, *rules))
    document = Document("", (), None, Kind.BRANCH, 2022, "general", None, None)
    return judge(pack, document, [passage(DONE, 20 * i, element=f"e{i}") for i in range(silent, counted)])


@pytest.mark.parametrize(("silent", "doubted"), [(0, False), (1, True), (17, True), (18, True), (19, False), (50, False), (100, False)])
def test_what_a_talkative_report_passes_over_is_to_be_looked_at(silent: int, doubted: bool) -> None:
    (result,) = silences(silent, 100)
    assert result.doubts == ((Doubt.SIMILARITY,) if doubted else ())
    assert result.alternative is (Verdict.MET if doubted else None)
    for i, element in enumerate(result.elements):
        looked_at = doubted and i < silent
        assert (element.doubts, element.alternative) == (((Doubt.SIMILARITY,), DONE) if looked_at else ((), None))
        assert element.state is (ABSENT if i < silent else DONE)


def test_rules_that_do_not_apply_are_no_silences() -> None:
    never = Rule("never", "不适用", "c", 1, tuple(Element(f"n{i}", "要件") for i in range(50)), kinds=("township",))
    first, second = silences(10, 100, never)
    assert first.doubts == (Doubt.SIMILARITY,)
    assert (second.verdict, second.doubts, second.alternative) == (Verdict.NA, (), None)


def test_a_silence_that_has_its_doubt_keeps_it() -> None:
    told = [passage(DONE, 20 * i, element=f"e{i}") for i in range(2, 20)]
    rule = Rule("r", "规则", "c", 1, tuple(Element(f"e{i}", "要件") for i in range(20)))
    pack = Pack("p", "包", "1", "", "", (Category("c", "类"),), (), (rule,))
    document = Document("", (), None, Kind.BRANCH, 2022, "general", None, None)
    (result,) = judge(pack, document, [*told, passage(None, element="e0", gate="other-actor")])
    first, second = result.elements[:2]
    assert (first.doubts, first.alternative, second.doubts, second.alternative) == ((Doubt.ACTOR,), DONE, (Doubt.SIMILARITY,), DONE)
    assert result.doubts == (Doubt.ACTOR, Doubt.SIMILARITY) and result.alternative is Verdict.MET
    (alone,) = judge(pack, document, [*told, passage(DONE, 5, element="e1"), passage(None, element="e0", gate="near")])
    assert alone.doubts == (Doubt.SIMILARITY,) and [e.doubts for e in alone.elements[:2]] == [(Doubt.SIMILARITY,), ()]


def test_an_optional_silence_is_looked_at_and_changes_no_verdict() -> None:
    rule = Rule("r", "规则", "c", 1, (*(Element(f"e{i}", "要件") for i in range(9)), Element("may", "可选", required=False)))
    pack = Pack("p", "包", "1", "", "", (Category("c", "类"),), (), (rule,))
    found = [passage(DONE, 20 * i, element=f"e{i}") for i in range(9)]
    (result,) = judge(pack, Document("", (), None, Kind.BRANCH, 2022, "general", None, None), found)
    assert (result.verdict, result.doubts, result.alternative) == (Verdict.MET, (Doubt.SIMILARITY,), None)
