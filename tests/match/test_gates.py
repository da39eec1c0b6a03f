"""Every gate on one phrase in one text: tests/cases/gates.yml."""

import shutil
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
from scorer.packs import load_pack
from scorer.packs.grammar import parse_phrase
from scorer.packs.words import Synonyms
from scorer.segment import segment
from scorer.yamlio import load

CASES: Any = load(Path(__file__).parent.parent / "cases" / "gates.yml").data


ROOT = Path(__file__).parent.parent.parent
PACK = """
id: one
title: 一条
version: "1"
categories: [{id: c, title: 类}]
grades: [{id: a, title: 优, at_least: 0}]
rules: [r]
"""
RULE = """
id: r
title: 规则
category: c
weight: 1
why: 测试
elements: [{id: e, title: 要件, phrases: [词语]}]
"""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, Lexicon]:
    """The real lexicon with a pack of one rule."""
    rules = tmp_path_factory.mktemp("rules")
    shutil.copytree(ROOT / "rules" / "shared", rules / "shared")
    (rules / "one" / "c").mkdir(parents=True)
    (rules / "one" / "pack.yml").write_text(PACK, "utf-8")
    (rules / "one" / "c" / "r.yml").write_text(RULE, "utf-8")
    return load_pack(rules, "one")


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
