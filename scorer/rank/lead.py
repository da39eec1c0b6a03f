"""Who leads whom, whatever is open: the sign of the largest difference between two scores over all admissible choices.

An admissible choice sets every weight between 0.8 and 1.2 of what the pack says, the same for all bodies, and reads every verdict
that a person should look at either as judged or by its alternative, for each body and rule by itself. Scores are ratios of earned
to possible points under that choice. `lead` is exact: whole numbers and fractions, no sampling, no tolerance.

Where the same rules apply to both, the possible points are equal and the difference is linear in the weights: each weight goes to the
end that favours the first body, and the sign has a closed form. Where other rules apply to one than to the other, the difference
is no longer linear and may be largest inside the range of one weight; `scorer.rank.paths` finds it all the same.
"""

from scorer.rank.choices import HIGH, LOW, Choices
from scorer.rank.paths import largest, sign
from scorer.rank.quick import quick


def lead(one: Choices, other: Choices) -> int:
    """1 where `one` scores above `other` under some choice, 0 where it can draw level at best, -1 where it is behind under every one."""
    if one.scope is not None and one.scope == other.scope:
        return sign(margin(one, other))
    ahead = one.earned * other.possible > other.earned * one.possible
    return 1 if ahead else quick(one, other) or largest(one, other)


def margin(one: Choices, other: Choices) -> int:
    """The largest difference in points, for two bodies to which the same rules apply.

    Bars count points: those that only `one` has at its best weigh HIGH, those that only `other` has at its worst weigh LOW.
    """
    best, worst = one.best_bars, other.worst_bars
    both = (best & worst).bit_count()
    return HIGH * (best.bit_count() - both) - LOW * (worst.bit_count() - both)
