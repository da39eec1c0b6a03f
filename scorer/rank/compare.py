"""Two reports side by side: on which rules the one gained or lost against the other, and how firmly it stands above it."""

from fractions import Fraction

from scorer.errors import Place, Problem
from scorer.model.ranking import Comparison, Difference, Firmness, Item, Result, Side
from scorer.rank.choices import Choices, Scale
from scorer.rank.compared import Limits, compare_by, items_of, reason_apart
from scorer.rank.lead import lead
from scorer.rank.lines import ResultsError
from scorer.rank.read import Passages

_EVEN_SHORT = Limits(0, 0)
"""Two reports may be compared however short they are, as long as something applies to each."""


def compare(before: tuple[Result, Passages], after: tuple[Result, Passages]) -> Comparison:
    """The differences of `after` against `before`; raises `ResultsError` where no rule applies to one of them."""
    compared = compare_by((before[0], after[0]))
    mine, theirs = (items_of(result, compared) for result, _ in (before, after))
    for (result, _), items in ((before, mine), (after, theirs)):
        if reason_apart(result, items, _EVEN_SHORT):
            raise ResultsError(Problem("D506", "没有可比的规则", "两份报告须有共同适用的规则", Place(result.path)))
    worth = [_worth(items, [h.weight for h in compared.rules]) for items in (mine, theirs)]
    sides = [dict(zip((h.id for h in result.rules), passages, strict=True)) for result, passages in (before, after)]
    found, rest = list[Difference](), Fraction(0)
    for i, head in enumerate(compared.rules):
        gain = worth[1][i] - worth[0][i]
        if (mine[i].applies, mine[i].share) == (theirs[i].applies, theirs[i].share):
            rest += gain
        else:
            found.append(Difference(head, Side(mine[i], sides[0][head.id]), Side(theirs[i], sides[1][head.id]), gain))
    found.sort(key=lambda d: -d.gain)
    scale = Scale.of(compared.rules, (mine, theirs))
    ahead = firmness(Choices.of(theirs, scale), Choices.of(mine, scale))
    return Comparison(
        before[0], after[0], compared.rules, compared.left_out, sum(worth[0], Fraction(0)), sum(worth[1], Fraction(0)), tuple(found), rest, ahead
    )


def firmness(one: Choices, other: Choices) -> Firmness:
    """Whether `one` scores above `other` under every admissible choice, under some, or under none."""
    if lead(other, one) < 0:
        return Firmness.ALWAYS
    return Firmness.SOMETIMES if lead(one, other) > 0 else Firmness.NEVER


def _worth(items: tuple[Item, ...], weights: list[int]) -> list[Fraction]:
    """What every rule contributes to a score of 100."""
    possible = sum(w for w, i in zip(weights, items, strict=True) if i.applies)
    return [100 * w * i.share / possible if i.applies else Fraction(0) for w, i in zip(weights, items, strict=True)]
