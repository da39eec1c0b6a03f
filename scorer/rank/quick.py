"""Bounds that decide most pairs to which other rules apply, before `paths` looks at every path.

The rules that surely apply to both are compared by their bars, as in `lead.margin`; only the few others are looked at one by one.
With U = Σ w (e - s) and L = Σ w (f - s) as in `paths`, A > B needs a level s with U > 0 >= L. So A is behind where U - L < 0 for all
weights and all levels that the two scores can have; and A leads where one choice has U - L > 0 at B's own score, which lies
between B's least and most. For fixed readings and weights U - L is linear in s, its largest value over them convex: the ends decide.
"""

from scorer.rank.choices import FINE, HIGH, LOW, Choices, Reach

Rest = list[tuple[int, Reach, Reach]]
"""Weight, and what one may earn at best and the other at worst, on the rules that may not apply to one of the two."""


def quick(one: Choices, other: Choices) -> int:
    """1 or -1 where that is certain to be the sign of the largest difference, 0 where it is open."""
    low, high = other.floor, one.ceiling
    if low > high:
        return -1
    best, worst = one.best_bars & other.sure, other.worst_bars & one.sure
    both = (best & worst).bit_count()
    margin = FINE * (HIGH * (best.bit_count() - both) - LOW * (worst.bit_count() - both))
    rules = one.scale.rules
    ups, downs = one.ups, other.downs
    rest = [(rules[i].weight, ups[i], downs[i]) for i in one.unsure | other.unsure]
    if all(margin + _most(rest, level) < 0 for level in (low, high)):
        return -1
    return int(_leads(margin, rest, low, other.ceiling))


def _most(rest: Rest, level: int) -> int:
    """The most that the rules in `rest` add to U - L; one that may be left out is, where that is better."""
    total = 0
    for weight, (up, up_open), (down, down_open) in rest:
        gain = 0 if up is None or (up_open and up < level) else up - level
        loss = 0 if down is None or (down_open and down > level) else down - level
        total += weight * (gain - loss) * (HIGH if gain > loss else LOW)
    return total


def _leads(margin: int, rest: Rest, low: int, high: int) -> bool:
    """Whether U - L is above 0 at both ends for the readings and weights that are best halfway."""
    middle = (low + high) // 2
    at_low = at_high = margin
    for weight, (up, up_open), (down, down_open) in rest:
        gain = loss = slope = 0
        if up is not None and not (up_open and up <= middle):
            gain, slope = up - middle, -1
        if down is not None and not (down_open and down >= middle):
            loss, slope = down - middle, slope + 1
        factor = weight * (HIGH if gain > loss else LOW)
        at_low += factor * (gain - loss + slope * (low - middle))
        at_high += factor * (gain - loss + slope * (high - middle))
    return at_low > 0 and at_high > 0
