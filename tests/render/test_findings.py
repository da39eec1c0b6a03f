"""Items in words: what a rule says of them, what would earn their points, what a person decided."""

from datetime import date

import pytest
from msgspec.structs import replace

from scorer.model.result import Change, Decision, Reviewed, Scorecard, StaleReview, State, Verdict, Waiver
from scorer.model.rule import Basis, Element, Part, Phrase, ProvedBy
from scorer.render.advice import advice, wording
from scorer.render.contract import to_dict
from scorer.render.findings import Item, findings
from scorer.render.words import Lang

DECISION = Decision("deadline", Verdict.PARTIAL, Verdict.FAILED, "甲", date(2024, 5, 6), "另有附件", "a", "b")


def items(card: Scorecard, lang: Lang = Lang.ZH) -> dict[str, Item]:
    return {item.id: item for item in findings(to_dict(card, lang), card.pack.rules, lang)}


def decided(card: Scorecard, name: str, **changes) -> Scorecard:
    judgements = tuple(replace(j, **changes) if j.rule.id == name else j for j in card.judgements)
    return replace(card, judgements=judgements)


def test_an_item(card: Scorecard) -> None:
    item = items(card)["deadline"]
    assert (item.verdict, item.said, item.points, item.missing, item.shortfall) == ("partial", "部分满足", "1/3", "2", True)
    assert [p.title for p in item.gaps] == ["在时限内", "有目录"]
    assert item.key and item.key.quote == "全部处罚结果在网站公开"
    assert item.gaps[0].evidence[0].grounds == "数值 10 工作日，要求 ≤ 7，不符合"


def test_nothing_is_missing_where_nothing_counts(card: Scorecard) -> None:
    assert [(i.points, i.missing, i.gaps) for i in items(card).values() if i.verdict == "na"] == [("–", "", ())]


def test_a_basis(card: Scorecard) -> None:
    rule = replace(card.judgements[0].rule, basis=(Basis("甲法", "1号", "第二条", date(2020, 1, 1), date(2021, 1, 1), False, "备注"), Basis("乙法")))
    card = replace(decided(card, "advisor", rule=rule), pack=replace(card.pack, rules=(rule, *card.pack.rules[1:])))
    first, second = items(card)["advisor"].basis
    assert (first.text, first.force, first.unread, first.note, first.applies) == (
        "《甲法》1号第二条",
        "2020-01-01 至 2021-01-01 有效",
        "条文未核对",
        "备注",
        False,
    )
    assert (second.text, second.force, second.applies) == ("《乙法》", "", True)


def test_a_decision_with_states_replaces_what_was_found(card: Scorecard) -> None:
    states = (("published", State.DONE), ("limit", State.ABSENT), ("list", State.DONE))
    reviewed = Reviewed(replace(DECISION, verdict=Verdict.PARTIAL, states=states), Verdict.PARTIAL)
    item = items(decided(card, "deadline", reviewed=reviewed, doubts=()))["deadline"]
    assert [p.state for p in item.parts] == ["done", "absent", "done"]
    assert [p.id for p in item.gaps] == ["limit"]
    assert item.notes == ("甲 于 2024-05-06 复核为“部分满足”（自动结论“部分满足”）：另有附件",)


def test_a_verdict_alone_leaves_the_gaps_open(card: Scorecard) -> None:
    item = items(decided(card, "deadline", reviewed=Reviewed(DECISION, Verdict.PARTIAL), verdict=Verdict.FAILED))["deadline"]
    assert item.gaps == () and item.verdict == "failed"


def test_stale_decisions_and_waivers_are_told(card: Scorecard) -> None:
    stale = StaleReview(DECISION, (Change.TEXT,))
    assert "没有采用：另有附件" in items(decided(card, "deadline", stale_review=stale))["deadline"].notes[0]
    waived = items(decided(card, "deadline", waived=Waiver("局", "deadline", 2020, 2024, "撤并")))["deadline"]
    assert waived.notes == ("豁免，不计分：撤并",)


@pytest.mark.parametrize(
    ("element", "state", "gates", "missed", "said"),
    [
        (Element("e", "甲"), "absent", (), False, "报告没有写到"),
        (Element("e", "甲"), "absent", ("other-actor",), False, "写明本单位做了什么"),
        (Element("e", "甲"), "absent", ("earlier-period", "title"), False, "报告年度"),
        (Element("e", "甲"), "planned", ("title",), False, "只写了打算"),
        (Element("e", "甲"), "denied", (), False, "自认没有做到"),
        (Element("e", "甲"), "denied", (), True, "数值没有达到要求"),
        (Element("e", "甲", concrete=True), "absent", (), False, "笼统的说法不算"),
        (Element("e", "甲", proved_by=ProvedBy.PLANS, concrete=True), "absent", (), False, "下一步工作"),
        (Element("e", "甲", proved_by=ProvedBy.DATES), "absent", (), False, "发布日期"),
    ],
)
def test_advice(element: Element, state: str, gates: tuple[str, ...], missed: bool, said: str) -> None:
    assert said in "".join(advice(element, state, gates, missed, Lang.ZH))


def test_a_wording_is_the_plainest_reading_of_a_phrase() -> None:
    phrase = Phrase("聘请/选聘…律师【件数:件】", (Part("聘请 选聘"), Part("律师", gap=20), Part()))
    assert wording(phrase) == "聘请…律师…【件数:件】"
