"""The cost of matching, in calls counted by the interpreter, grows with the report and with the rules no faster than they do."""

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from scorer.clean import clean
from scorer.match import match, prepare
from scorer.model.document import Document
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Pack
from scorer.model.text import Source
from scorer.packs import find_rules, load_pack
from scorer.segment import segment

REPORT = (Path(__file__).parents[2] / "reports" / "good.txt").read_text("utf-8")
PLAY = 1.25
"""Paragraphs and phrases differ: twice as many of them may cost a quarter more than twice as much."""


@pytest.fixture(scope="module")
def pack() -> tuple[Pack, Lexicon]:
    return load_pack(find_rules(), "rule-of-law")


def document(times: int, lexicon: Lexicon) -> Document:
    """The report so many times over, under one title."""
    head, body = REPORT.split("\n", 1)
    source = Source("r", "", head + "\n" + "\n".join(body for _ in range(times)))
    return segment(clean(source), source, lexicon, body="云澜市水利局", year=2022)


def calls(run: Callable[[], object]) -> int:
    """Calls of functions, Python's and those built in; the first run fills caches and compiles patterns."""
    run()
    counted = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return counted


def test_cost_grows_with_the_report(pack: tuple[Pack, Lexicon]) -> None:
    ready = prepare(*pack)
    documents = [document(times, pack[1]) for times in (1, 2, 4)]
    costs = [calls(lambda d=d: match(d, ready)) for d in documents]
    assert costs[1] <= 2 * PLAY * costs[0]
    assert costs[2] <= 2 * PLAY * costs[1]


def test_cost_grows_with_the_rules(pack: tuple[Pack, Lexicon]) -> None:
    one = document(1, pack[1])
    rules = pack[0].rules
    costs = []
    for share in (1, 2, 4):
        part = prepare(replace(pack[0], rules=rules[:: 4 // share]), pack[1])
        costs.append((sum(len(t.phrase.parts) for t in part.targets), calls(lambda part=part: match(one, part))))
    for (few, cheap), (many, dear) in pairwise(costs):
        assert dear <= PLAY * cheap * many / few
