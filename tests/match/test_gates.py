"""Every gate on one phrase in one text: tests/cases/gates.yml."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from scorer.clean import clean
from scorer.judge import judge
from scorer.match import match, prepare
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Element, Pack, Rule
from scorer.model.text import Source
from scorer.packs.grammar import parse_phrase
from scorer.packs.words import Synonyms
from scorer.segment import segment
from scorer.yamlio import load

CASES: Any = load(Path(__file__).parent.parent / "cases" / "gates.yml").data


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_gate(case: dict[str, str], one: tuple[Pack, Lexicon]) -> None:
    pack, lexicon = one
    element = Element("e", "e", phrases=(parse_phrase(case["phrase"], Synonyms(())),))
    pack = replace(pack, rules=(Rule("r", "r", "c", 1, (element,)),))
    source = Source("case", "", f"{case.get('heading', '一、主要工作开展情况')}\n{case['text']}\n")
    document = segment(clean(source), source, lexicon, body=case.get("body", "云澜市生态环境局"), kind=case.get("kind"), year=2022)
    (judgement,) = judge(pack, document, match(document, prepare(pack, lexicon)))
    (found,) = judgement.elements
    assert found.state.value in (case["state"], case.get("also")), found
    if "value" in case:
        assert found.evidence[0].value is not None and found.evidence[0].value.number == float(case["value"])
    if "doubt" in case:
        assert case["doubt"] in found.doubts
