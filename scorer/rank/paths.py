"""The largest difference between two scores with unlike denominators, exactly.

Let A and B be the scores of two bodies under a choice w of weights. A > B exactly where some level s has A > s >= B, that is where
Σ w (e - s) > 0 over the rules that apply to the first body and Σ w (f - s) <= 0 over those that apply to the second, e and f being
their shares. For a fixed s this is a linear program over a box with one side condition, a fractional knapsack: a best w lies on the
path that leads from the weights best for the first body to those worst for the second, changing one weight after another from one
end to the other, cheapest first. The order of the changes depends on s, but only through the comparison of ratios
(e - s) / (f - s), so it stays the same between neighbouring levels at which two ratios meet or a difference changes sign.

It is therefore enough to walk one path for each stretch between such levels. Along an edge of a path only one weight x moves, and
the sign of A - B is that of (N + e x)(D' + x) - (N' + f x)(D + x): a quadratic, whose maximum may lie inside the edge.
Rules of the same shares (e, f) move together, which keeps paths short.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, product

from msgspec import Struct

from scorer.rank.choices import HIGH, LOW, Choices, Options, chosen

Kinds = dict[tuple[Options, Options], int]
"""Weight of all rules on which the two bodies have the same options."""


def largest(one: Choices, other: Choices) -> int:
    """The sign of the largest difference of `one` over `other`: 1, 0 or -1."""
    low, high = other.least, one.most
    kinds: Kinds = {}
    for head, mine, theirs in zip(one.scale.rules, one.options, other.options, strict=True):
        kinds[mine, theirs] = kinds.get((mine, theirs), 0) + head.weight
    if low > high or all(_bound(kinds, level, one.possible, other.possible) < 0 for level in (low, high)):
        return -1
    best = -1
    for level in _levels(kinds, low, high):
        for found in _signs(kinds, level):
            if found == 1:
                return 1
            best = max(best, found)
    return best


def _bound(kinds: Kinds, level: Fraction, mine: int, theirs: int) -> int:
    """More than Σ w (e - s) / mine - Σ w (f - s) / theirs for any w, up to a positive factor.

    Where it is negative, A >= s >= B cannot be. It is convex in the level s: negative at two levels, it is so between them.
    """
    at, unit = level.numerator, level.denominator
    total = 0
    for (e, f), weight in kinds.items():
        gain = max(0 if o is None else o * unit - at for o in e)
        loss = min(0 if o is None else o * unit - at for o in f)
        difference = theirs * gain - mine * loss
        total += weight * difference * (HIGH if difference > 0 else LOW)
    return total


def _levels(kinds: Kinds, low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """One level inside each stretch between the scores that the two can have; the middle first, which most often decides."""
    yield (low + high) / 2
    shares = {o for pair in kinds for options in pair for o in options if o is not None}
    bends = {Fraction(s) for s in shares} | set(_meetings(kinds))
    for start, end in pairwise([low, *sorted(b for b in bends if low < b < high), high]):
        yield (start + end) / 2


def _meetings(kinds: Kinds) -> Iterator[Fraction]:
    """Levels s at which (e1 - s) / (f1 - s) = (e2 - s) / (f2 - s): where the line through two points crosses the diagonal."""
    points = {(e, f) for mine, theirs in kinds for e, f in product(mine, theirs) if e is not None and f is not None}
    for (e1, f1), (e2, f2) in combinations(points, 2):
        if slope := e1 + f2 - e2 - f1:
            yield Fraction(e1 * f2 - e2 * f1, slope)


class _Sums(Struct):
    """Earned and possible points of both bodies."""

    earned: int = 0
    possible: int = 0
    other_earned: int = 0
    other_possible: int = 0

    def add(self, e: int | None, f: int | None, weight: int) -> None:
        """Let rules with these shares weigh so much more."""
        if e is not None:
            self.earned += e * weight
            self.possible += weight
        if f is not None:
            self.other_earned += f * weight
            self.other_possible += weight


def _signs(kinds: Kinds, level: Fraction) -> Iterator[int]:
    """The sign of the largest difference on every edge of the path for this level, and at its start."""
    sums, moves = _Sums(), list[tuple[Fraction, int, int, int, int]]()
    at, unit = level.numerator, level.denominator
    for (mine, theirs), weight in kinds.items():
        e, f = chosen(mine, at, unit, 1), chosen(theirs, at, unit, -1)
        gain, loss = 0 if e is None else e * unit - at, 0 if f is None else f * unit - at
        start = HIGH if gain > 0 or (gain == 0 and loss < 0) else LOW
        sums.add(e, f, weight * start)
        if e is not None and f is not None and gain * loss > 0:
            moves.append((Fraction(gain, loss), e, f, weight, start))
    yield sign(sums.earned * sums.other_possible - sums.other_earned * sums.possible)
    for _, e, f, weight, start in sorted(moves):
        sums.add(e, f, -weight * start)
        yield _edge(sums, e, f, weight)
        sums.add(e, f, weight * (LOW + HIGH - start))


def _edge(rest: _Sums, e: int, f: int, weight: int) -> int:
    """The sign of the largest (N + e x)(D' + x) - (N' + f x)(D + x) for x from LOW to HIGH times `weight`."""
    square = e - f
    linear = rest.earned + e * rest.other_possible - rest.other_earned - f * rest.possible
    constant = rest.earned * rest.other_possible - rest.other_earned * rest.possible
    low, high = LOW * weight, HIGH * weight
    if square < 0 and 2 * square * low + linear > 0 > 2 * square * high + linear:
        return sign(linear * linear - 4 * square * constant)
    return sign(max((square * x + linear) * x + constant for x in (low, high)))


def sign(number: int) -> int:
    """-1, 0 or 1."""
    return (number > 0) - (number < 0)
