"""Who reports on what year, and when: titles, signatures, rows of page metadata and today's dates, as they come."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from scorer.clean import clean
from scorer.model.document import Document
from scorer.model.lexicon import Lexicon
from scorer.model.text import Source
from scorer.packs import find_rules, load_pack
from scorer.segment import segment

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "metadata.yml").read_text(encoding="utf-8"))
PROSE = [
    "一、主要工作",
    "全年召开专题会议四次，研究解决重点难点问题十一个，审查合同三十一份，法律顾问参加论证六次。",
    "全年立案十八件，全部经过法制审核，没有发生复议被纠错、诉讼被判败诉的情形。",
    "二、存在问题",
    "执法力量还比较薄弱，宣传的形式比较单一，需要在今后的工作中加以改进。",
]


@cache
def lexicon() -> Lexicon:
    return load_pack(find_rules(), "rule-of-law")[1]


def read(case: dict[str, Any]) -> Document:
    text = "\n".join([*case.get("head", []), *case.get("prose", []), *PROSE, *case.get("foot", [])]) + "\n"
    source = Source("case", "", text, title=case.get("page", ""), published=case.get("shown"), publisher=case.get("publisher", ""))
    return segment(clean(source), source, lexicon())


def seen(document: Document) -> dict[str, Any]:
    """What a case may expect, in its words."""
    return {
        "body": document.body,
        "kind": document.kind.value,
        "year": document.year,
        "sector": document.sector,
        "published": document.published and document.published.value,
        "signed": document.signed and document.signed.value,
        "warns": sorted(n.code for n in document.notices),
    }


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    expected = {key: sorted(value) if key == "warns" else value for key, value in case["expect"].items()}
    found = seen(read(case))
    assert {key: found[key] for key in expected} == expected


def test_cases_are_many_and_named_once() -> None:
    assert len(CASES) >= 60
    assert [name for name, count in Counter(c["name"] for c in CASES).items() if count > 1] == []


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_what_the_caller_says_counts(case: dict[str, Any]) -> None:
    text = "\n".join([*case.get("head", []), *PROSE]) + "\n"
    source = Source("case", "", text)
    given = {"body": "别县别局", "kind": "branch", "year": 1999, "published": date(2000, 3, 1), "sector": "ecology"}
    found = seen(segment(clean(source), source, lexicon(), **given))
    assert {key: found[key] for key in given} == given


@pytest.mark.parametrize("case", [c for c in CASES if c["expect"].get("published")], ids=lambda c: c["name"])
def test_a_date_found_in_the_text_stands_where_it_says(case: dict[str, Any]) -> None:
    document = read(case)
    assert document.published
    if document.published.span:
        words = document.text[document.published.span.start : document.published.span.end]
        assert str(document.published.value.day) in words
