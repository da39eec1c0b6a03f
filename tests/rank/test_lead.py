"""`lead` is exact: held against every edge of the box of weights, and every reading of every open verdict."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scorer.model.ranking import RuleHead
from scorer.rank.choices import HIGH, LOW, Choices, Scale
from scorer.rank.lead import lead
from scorer.rank.paths import largest
from scorer.rank.quick import quick

UNIT = 6
Shares = tuple[int | None, ...]
Options = tuple[tuple[int | None, ...], ...]

share = st.sampled_from([0, 2, 3, 4, 6])
sure = st.tuples(share)
option = st.one_of(
    sure,
    st.just((None,)),
    st.tuples(share, share).filter(lambda o: o[0] != o[1]),
    st.tuples(share, st.none()),
)


@st.composite
def pairs(draw: st.DrawFn, most: int = 4) -> tuple[list[int], Options, Options]:
    """Weights of a few rules and what two bodies may earn on them."""
    weights = draw(st.lists(st.integers(1, 3), min_size=1, max_size=most))
    bodies = [tuple(draw(st.lists(option, min_size=len(weights), max_size=len(weights)))) for _ in range(2)]
    assume(all(any(None not in o for o in b) for b in bodies))
    return weights, bodies[0], bodies[1]


def choices(weights: list[int], options: Options) -> Choices:
    heads = tuple(RuleHead(str(i), "", "", w, ()) for i, w in enumerate(weights))
    return Choices(Scale(heads, UNIT), options)


def score(weights: list[Fraction], shares: Shares) -> Fraction:
    counted = [(w, s) for w, s in zip(weights, shares, strict=True) if s is not None]
    return sum((w * s for w, s in counted), Fraction(0)) / sum(w for w, _ in counted)


def corners(weights: list[int]) -> Iterator[list[Fraction]]:
    for ends in product((LOW, HIGH), repeat=len(weights)):
        yield [Fraction(w * e) for w, e in zip(weights, ends, strict=True)]


def points_of_edges(weights: list[int], one: Shares, other: Shares) -> Iterator[list[Fraction]]:
    """Every corner, and on every edge the place where the difference has its turning point, if it has one."""
    for corner in corners(weights):
        yield corner
        for i, weight in enumerate(weights):
            low, middle, high = (_with(corner, i, Fraction(weight * e)) for e in (LOW, Fraction(LOW + HIGH, 2), HIGH))
            f = [_cross(w, one, other) for w in (low, middle, high)]
            bend, slope = f[0] - 2 * f[1] + f[2], f[2] - f[0]
            if bend < 0:  # a parabola through three points, in steps of the half edge from its middle
                at = -slope / (2 * bend)
                if -1 < at < 1:
                    yield _with(corner, i, middle[i] + at * (high[i] - middle[i]))


def _with(weights: list[Fraction], i: int, value: Fraction) -> list[Fraction]:
    return [*weights[:i], value, *weights[i + 1 :]]


def _cross(weights: list[Fraction], one: Shares, other: Shares) -> Fraction:
    """The difference of two scores, times both denominators."""
    possible = [sum(w for w, s in zip(weights, body, strict=True) if s is not None) for body in (one, other)]
    return (score(weights, one) - score(weights, other)) * possible[0] * possible[1]


def brute(weights: list[int], one: Options, other: Options) -> int:
    largest = max(score(point, a) - score(point, b) for a in product(*one) for b in product(*other) for point in points_of_edges(weights, a, b))
    return (largest > 0) - (largest < 0)


@settings(max_examples=50)
@given(pairs(most=3))
def test_lead_is_what_every_edge_and_every_reading_says(pair: tuple[list[int], Options, Options]) -> None:
    weights, one, other = pair
    assert lead(choices(weights, one), choices(weights, other)) == brute(weights, one, other)


@pytest.mark.slow
@settings(max_examples=200)
@given(pairs(most=4))
def test_the_same_on_larger_packs(pair: tuple[list[int], Options, Options]) -> None:
    weights, one, other = pair
    assert lead(choices(weights, one), choices(weights, other)) == brute(weights, one, other)


@given(pairs(most=10))
def test_bounds_decide_rightly_or_not_at_all(pair: tuple[list[int], Options, Options]) -> None:
    weights, one, other = pair
    mine, theirs = choices(weights, one), choices(weights, other)
    assert quick(mine, theirs) in (0, largest(mine, theirs))


@settings(max_examples=50)
@given(pairs(most=8), st.data())
def test_no_choice_goes_beyond(pair: tuple[list[int], Options, Options], data: st.DataObject) -> None:
    """That the extreme lies on an edge is not taken for granted: no weights inside the box do better."""
    weights, one, other = pair
    drawn = [Fraction(w) * data.draw(st.fractions(LOW, HIGH, max_denominator=50)) for w in weights]
    a, b = ([data.draw(st.sampled_from(o)) for o in body] for body in (one, other))
    assume(any(s is not None for s in a) and any(s is not None for s in b))
    difference = score(drawn, tuple(a)) - score(drawn, tuple(b))
    assert (difference > 0) - (difference < 0) <= lead(choices(weights, one), choices(weights, other))


def test_the_corners_of_the_box_are_not_enough() -> None:
    """Two bodies to which other rules apply: at every corner the first is behind or level, inside the range of a weight it leads."""
    weights = [2, 8, 4, 4]
    one, other = (2, None, 0, 4), (2, 0, 4, 6)
    assert all(score(w, one) <= score(w, other) for w in corners(weights))
    assert any(score(w, one) > score(w, other) for w in points_of_edges(weights, one, other))
    assert lead(choices(weights, tuple((s,) for s in one)), choices(weights, tuple((s,) for s in other))) == 1


@settings(max_examples=50)
@given(pairs(most=5))
def test_own_range_holds_every_score(pair: tuple[list[int], Options, Options]) -> None:
    weights, one, _ = pair
    body = choices(weights, one)
    scores = [score(c, reading) for reading in product(*one) if any(s is not None for s in reading) for c in corners(weights)]
    assert body.least <= min(scores) and max(scores) <= body.most
