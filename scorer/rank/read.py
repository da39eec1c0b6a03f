"""`results.jsonl` -> results: one scorecard or failure a line, checked against the contract as far as a ranking relies on it."""

from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from scorer.errors import Place, Problem
from scorer.model.ranking import Item, PackRef, Passage, Result, Results, RuleHead
from scorer.model.result import Failure, State, Verdict
from scorer.model.text import RawSpan
from scorer.rank.fields import Fields, Misfit
from scorer.rank.lines import NAME, ResultsError, scan

HEAVIEST = 1000
"""Largest weight of a rule; the packs' schema stops at 10."""
_ROUNDING = Fraction(1, 10_000)
"""Points are printed with four decimals."""


def read_results(folder: Path) -> Results:
    """Every line of `results.jsonl` in `folder`; raises `ResultsError` that names all bad lines."""
    reader = _Reader()
    scan(folder, reader.take)
    if not reader.scored and not reader.failures:
        raise ResultsError(Problem("D502", "文件里没有结果", "请先用 scorer batch 评分", Place(str(folder / NAME))))
    return Results(tuple(reader.scored), tuple(reader.failures))


Passages = tuple[tuple[Passage | None, ...], ...]
"""The best passage of every element of every rule."""


def read_passages(folder: Path, lines: Collection[int]) -> dict[int, Passages]:
    """The passages of the scorecards on these lines of `results.jsonl`; a ranking does without those of the others."""
    found: dict[int, Passages] = {}

    def take(number: int, card: Fields) -> None:
        if number in lines:
            found[number] = passages_of(card)

    scan(folder, take)
    return found


def read_card(card: dict[str, Any]) -> tuple[Result, Passages]:
    """A scorecard that was made just now."""
    reader, fields = _Reader(), Fields(card)
    reader.take(1, fields)
    return reader.scored[0], passages_of(fields)


def passages_of(card: Fields) -> Passages:
    """The first passage of the evidence of each element."""
    return tuple(tuple(_passage(e) for e in rule.objects("elements")) for rule in card.objects("rules"))


def read_cited(folder: Path, lines: Collection[int]) -> dict[int, tuple[tuple[str, str, RawSpan], ...]]:
    """The passages that prove elements, on these lines: rule, element, place in the source."""
    found: dict[int, tuple[tuple[str, str, RawSpan], ...]] = {}

    def take(number: int, card: Fields) -> None:
        if number in lines:
            found[number] = tuple(_cited(card))

    scan(folder, take)
    return found


def _cited(card: Fields) -> Iterator[tuple[str, str, RawSpan]]:
    for rule in card.objects("rules"):
        for element in rule.objects("elements"):
            for piece in element.objects("evidence"):
                start = piece.integer("start", 0, 2**40)
                yield rule.text("title"), element.text("title"), RawSpan(start, piece.integer("end", start, 2**40))


def _passage(element: Fields) -> Passage | None:
    best = next(iter(element.objects("evidence")), None)
    return Passage(best.text("quote"), best.integer("line", 1, 2**40), best.strings("section")) if best else None


class _Reader:
    """Keeps one copy of what many lines say alike: ten thousand scorecards share a few hundred rules and items."""

    def __init__(self) -> None:
        self.scored: list[Result] = []
        self.failures: list[Failure] = []
        self._heads: dict[tuple[RuleHead, ...], tuple[RuleHead, ...]] = {}
        self._items: dict[Item, Item] = {}

    def take(self, number: int, card: Fields) -> None:
        """One line."""
        if card.text("schema_version") != "1":
            raise Misfit("schema_version")
        if card.has("failure"):
            why = card.object("failure")
            self.failures.append(Failure(card.object("report").text("path"), why.text("code"), why.text("message"), why.text("advice")))
        else:
            self.scored.append(self._result(number, card))

    def _result(self, number: int, card: Fields) -> Result:
        report, pack, rules = card.object("report"), card.object("pack"), card.objects("rules")
        heads = tuple(_head(r) for r in rules)
        if len({h.id for h in heads}) < len(heads):
            raise Misfit("rules")
        items = tuple(_item(r, h) for r, h in zip(rules, heads, strict=True))
        return Result(
            number,
            report.text("path"),
            report.text("sha256"),
            report.text_or_none("body"),
            None if report.raw("year") is None else report.integer("year", 1, 9999),
            report.text("sector"),
            report.text("kind"),
            report.integer("characters", 0, 2**40),
            PackRef(pack.text("id"), pack.text("version"), pack.text("sha256")),
            None if card.raw("score") is None else Fraction(str(card.number("score", 0, 100))),
            card.text_or_none("grade"),
            card.object("groups").texts() if card.has("groups") else (),
            self._heads.setdefault(heads, heads),
            tuple(self._items.setdefault(i, i) for i in items),
            tuple(w.text("code") for w in card.objects("warnings")),
        )


def _head(rule: Fields) -> RuleHead:
    elements = tuple((e.text("id"), e.text("title")) for e in rule.objects("elements"))
    return RuleHead(rule.text("id"), rule.text("title"), rule.text("category"), rule.integer("weight", 1, HEAVIEST), elements)


def _item(rule: Fields, head: RuleHead) -> Item:
    verdict = Verdict(_one_of(rule, "verdict", tuple(Verdict)))
    applies = rule.integer("max_points", 0, head.weight) > 0
    if applies and (rule.raw("max_points") != head.weight or verdict is Verdict.NA):
        raise Misfit(rule.at("max_points"))
    states = tuple(State(_one_of(e, "state", tuple(State))) for e in rule.objects("elements"))
    open_to_review = rule.flag("needs_review") and rule.raw("reviewed") is None
    alternative = None if rule.raw("alternative") is None else Verdict(_one_of(rule, "alternative", tuple(Verdict)))
    return Item(
        verdict, applies, _share(rule, head, applies=applies), open_to_review, alternative, states, rule.has("copied") and rule.flag("copied")
    )


def _share(rule: Fields, head: RuleHead, *, applies: bool) -> Fraction:
    """The part of its weight that a rule earned: done out of as many as it has elements, exact again after the rounding of its points."""
    share = _share_of(rule.number("points", 0, head.weight if applies else 0), head.weight, len(head.elements))
    if share is None:
        raise Misfit(rule.at("points"))
    return share


@lru_cache(maxsize=1024)
def _share_of(points: float, weight: int, elements: int) -> Fraction | None:
    exact = Fraction(str(points))
    share = (exact / weight).limit_denominator(max(elements, 2))
    return share if abs(share * weight - exact) < _ROUNDING else None


def _one_of(rule: Fields, key: str, known: tuple[str, ...]) -> str:
    value = rule.text(key)
    if value not in known:
        raise Misfit(rule.at(key))
    return value
