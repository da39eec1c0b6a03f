"""From verdicts to points: weight times the share of required elements done, in exact fractions."""

from collections.abc import Iterable, Sequence
from math import lcm

from scorer.model.result import Judgement, State, Tally, Verdict
from scorer.model.rule import Grade, Pack

HALVES = {Verdict.MET: 2, Verdict.PARTIAL: 1}
"""What a reviewer's verdict earns, in halves of the weight; every other earns nothing."""


def points_of(judgement: Judgement) -> tuple[int, int, int]:
    """(done, required, most) of a rule: it earns most * done / required; `most` is 0 where it does not count.

    A reviewer's verdict earns its halves, unless the reviewer gave the states of the elements.
    """
    most = 0 if judgement.verdict is Verdict.NA or judgement.waived else judgement.rule.weight
    review = judgement.reviewed
    if review and not review.decision.states:
        return HALVES.get(judgement.verdict, 0), 2, most
    states = review.decision.states if review else tuple((e.id, e.state) for e in judgement.elements)
    required = {e.id for e in judgement.rule.elements if e.required}
    done = sum(state is State.DONE for element, state in states if element in required)
    return done, max(len(required), 1), most


def total(judgements: Iterable[Judgement]) -> float | None:
    """100 * points / most points, rounded half up once to one decimal; None where nothing applies."""
    parts = [points_of(j) for j in judgements]
    most = sum(m for _, _, m in parts)
    if not most:
        return None
    base = lcm(*(r for _, r, _ in parts))
    earned = sum(m * d * (base // r) for d, r, m in parts)
    return ((2000 * earned + most * base) // (2 * most * base)) / 10


def score(pack: Pack, judgements: Sequence[Judgement]) -> tuple[float | None, Grade | None, tuple[Tally, ...]]:
    """Score, grade and the tally of each category."""
    whole = total(judgements)
    grade = None
    if whole is not None:
        grade = max((g for g in pack.grades if g.at_least <= whole), key=lambda g: g.at_least, default=None)
    tallies = []
    for category in pack.categories:
        mine = [j for j in judgements if j.rule.category == category.id]
        counts = tuple((v, sum(j.verdict is v for j in mine)) for v in Verdict)
        tallies.append(Tally(category.id, category.title, total(mine), counts))
    return whole, grade, tuple(tallies)
