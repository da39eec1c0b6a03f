"""What a passage is cited for: its state or the gate that turned it away, the quote, the words that decided, value, doubts, order."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from scorer.clean import clean
from scorer.match import match, prepare
from scorer.model.document import Document
from scorer.model.lexicon import Lexicon
from scorer.model.result import Doubt, Evidence, Reason, State, Value
from scorer.model.rule import Element, Pack, Phrase, ProvedBy, Rule
from scorer.model.text import Source, Span
from scorer.packs.grammar import parse_phrase
from scorer.packs.words import Synonyms
from scorer.segment import segment
from scorer.yamlio import load

CASES: Any = load(Path(__file__).parent.parent / "cases" / "evidence.yml").data


def phrases(case: dict[str, Any], name: str) -> tuple[Phrase, ...]:
    found = case.get(name, ())
    texts = [found] if isinstance(found, str) else found
    return tuple(replace(parse_phrase(text, Synonyms(())), doubt=case.get("marked", "")) for text in texts)


def element_of(case: dict[str, Any]) -> Element:
    return Element(
        "e",
        "要件",
        concrete="concrete" in case,
        any_actor="any_actor" in case,
        proved_by=ProvedBy(case.get("proved_by", "work")),
        phrases=phrases(case, "phrase"),
        lacks=phrases(case, "lacks"),
        never=phrases(case, "never"),
    )


def told(document: Document, e: Evidence) -> str:
    """Evidence as a line: state or (gate), 「quote」, cue:words …, =value, ?doubts."""
    parts = [f"{e.state or f'({e.gate})'}「{document.text[slice(*e.span)]}」", *(f"{r.cue}:{document.text[slice(*r.span)]}" for r in e.because)]
    if e.value:
        parts.append(f"={value_of(e.value)}")
    return " ".join([*parts, *(f"?{d}" for d in e.doubts)])


def value_of(v: Value) -> str:
    kept = {True: "✓", False: "✗", None: "…"}[v.passed]
    return f"{v.number:g}{v.unit}{v.bound.replace(' ', '')}{kept}"


def read(case: dict[str, Any], one: tuple[Pack, Lexicon], *, gated: bool = True, cutoff: float = 85.0) -> tuple[Document, tuple[Evidence, ...]]:
    pack, lexicon = one
    pack = replace(pack, rules=(Rule("r", "规则", "c", 1, (element_of(case),)),), similarity=cutoff)
    source = Source("case", "", f"{case.get('heading', '一、主要工作开展情况')}\n{case['text']}\n")
    year = None if case.get("year") == "unknown" else 2022
    document = segment(clean(source), source, lexicon, body=case.get("body", "云澜市生态环境局"), kind=case.get("kind"), year=year)
    return document, match(document, prepare(pack, lexicon), gated=gated)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_evidence(case: dict[str, Any], one: tuple[Pack, Lexicon]) -> None:
    document, found = read(case, one)
    assert [told(document, e) for e in sorted(found, key=lambda e: e.rank)] == case["found"]
    for e in found:
        assert (e.rule, e.element) == ("r", "e")
        assert document.sentences[e.sentence].span.touches(e.span)
        slots = {part.slot.kind.value for phrase in phrases(case, "phrase") for part in phrase.parts if part.slot}
        assert e.value is None or e.value.kind in slots


TERM = "法律顾问"


@pytest.mark.parametrize("before", [0, 1, 30, 57, 58, 59, 300])
@pytest.mark.parametrize("after", [0, 1, 57, 58, 59, 300])
def test_a_quote_is_its_clause_up_to_120_characters_and_the_nearest_ones_of_a_longer(before: int, after: int, one: tuple[Pack, Lexicon]) -> None:
    text = f"我局各项工作平稳有序推进，{'前' * before}{TERM}{'后' * after}，群众对此较为满意。"
    document, (found,) = read({"phrase": TERM, "text": text}, one)
    quote = document.text[slice(*found.span)]
    whole = f"{'前' * before}{TERM}{'后' * after}"
    if len(whole) > 120:
        assert quote == f"{'前' * min(before, 58)}{TERM}{'后' * min(after, 58)}"
    elif len(whole) >= 12:
        assert quote == whole
    else:
        assert quote == f"{whole}，群众对此较为满意"


def test_a_passage_longer_than_a_quote_is_quoted_whole(one: tuple[Pack, Lexicon]) -> None:
    words = [f"第{n}项" for n in "甲乙丙丁戊己庚辛"]
    passage = ("文" * 18).join(words)
    document, (found,) = read({"phrase": "…".join(words), "text": f"{'前' * 40}{passage}{'后' * 40}。"}, one)
    assert len(passage) > 120
    assert document.text[slice(*found.span)] == passage


@pytest.mark.parametrize(
    ("word", "text", "doubtful"),
    [
        pytest.param("行政规范性文件", "行政规范性文件", False, id="the same"),
        pytest.param("行政规范性文件", "行政规苑性文件", True, id="6 of 7 characters, 85.7"),
        pytest.param("行政规范性文件库", "行政规苑性文件库", True, id="7 of 8, 87.5"),
        pytest.param("行政规范性文件目录", "行政规苑性文件目录", False, id="8 of 9, 88.9"),
    ],
)
def test_a_likeness_within_three_points_of_the_cutoff_is_doubtful(word: str, text: str, doubtful: bool, one: tuple[Pack, Lexicon]) -> None:
    _, (found,) = read({"phrase": word, "text": f"我局公布{text}。"}, one)
    assert found.doubts == ((Doubt.SIMILARITY,) if doubtful else ())
    wrong = sum(a != b for a, b in zip(word, text, strict=True))
    assert found.similarity == round(100 - 100 * wrong / len(word), 1)


def test_what_a_passage_says_of_where_it_was_found(one: tuple[Pack, Lexicon]) -> None:
    case = {"phrase": ["审查…合同", "聘请…律师"], "text": "全年办案平稳有序推进。我局没有聘请律师。"}
    document, (found,) = read(case, one)
    at = document.text.index
    sentence, quote = 2, Span(at("我局"), at("律师") + 2)
    because = (Reason(Span(at("没有"), at("没有") + 2), "negated"),)
    rank = (0.0, 0.0, 0.0, 1.0, float(at("聘请")))
    assert found == Evidence("r", "e", quote, sentence, "聘请…律师", 100.0, State.DENIED, because, rank=rank)
    _, (taken,) = read(case, one, gated=False)
    assert taken == Evidence("r", "e", quote, sentence, "聘请…律师", 100.0, State.DONE), "a keyword search takes it for done"


def test_what_a_near_miss_says_of_where_it_was_found(one: tuple[Pack, Lexicon]) -> None:
    document, (found,) = read({"phrase": "聘请…律师", "text": "全年办案平稳有序推进。律师一名由我局聘请。"}, one)
    at = document.text.index
    because = tuple(Reason(Span(at(w), at(w) + 2), "phrase") for w in ("律师", "聘请"))
    assert found == Evidence("r", "e", Span(at("律师"), at("聘请") + 2), 2, "聘请…律师", 0.0, None, because, "near")


@pytest.mark.parametrize("told", ["去年", "今年"])
def test_a_report_written_in_the_next_year_may_call_its_own_year_the_last(told: str, one: tuple[Pack, Lexicon]) -> None:
    text = f"{told}我局办案平稳有序。{told}我局举办普法讲座。"
    _, (found,) = read({"phrase": "普法讲座", "heading": "2022年法治政府建设报告\n发布日期：2023-03-01\n一、主要工作", "text": text}, one)
    assert found.state is State.DONE


def test_what_others_want_ranks_between_the_text_and_the_headings(one: tuple[Pack, Lexicon]) -> None:
    wanted = "省厅要求各市把法治纳入考核"
    document, found = read({"phrase": "纳入…考核", "heading": f"一、{wanted}", "text": f"{wanted}。"}, one)
    assert [e.state for e in found] == [State.PLANNED, State.PLANNED]
    places = [i for i in range(len(document.text)) if document.text.startswith("纳入", i)]
    assert [e.rank for e in found] == [(1.5, 0.0, 0.0, 0.0, float(places[0])), (0.5, 0.0, 0.0, 0.0, float(places[1]))]


def test_a_likeness_of_just_three_points_above_the_cutoff_is_none(one: tuple[Pack, Lexicon]) -> None:
    case = {"phrase": "行政规范性文件库", "text": "我局公布行政规苑性文件库。"}
    assert [e.doubts for cutoff in (84.5, 84.6) for e in read(case, one, cutoff=cutoff)[1]] == [(), (Doubt.SIMILARITY,)]


def test_only_an_element_with_a_bound_prefers_figures(one: tuple[Pack, Lexicon]) -> None:
    pack, lexicon = one
    bounded, plain = (
        replace(element_of({"phrase": texts}), id=name) for name, texts in (("b", ["审核率", "审核率【比例 ≥ 100%】"]), ("p", "审核率"))
    )
    source = Source("case", "", "一、主要工作\n法制审核率100%。\n")
    document = segment(clean(source), source, lexicon, body="云澜市水利局", year=2022)
    found = match(document, prepare(replace(pack, rules=(Rule("r", "规则", "c", 1, (bounded, plain)),)), lexicon))
    assert [(e.element, e.phrase, e.rank[2]) for e in found] == [("b", "审核率", 1.0), ("b", "审核率【比例 ≥ 100%】", 0.0), ("p", "审核率", 0.0)]
