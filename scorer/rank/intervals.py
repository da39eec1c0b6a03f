"""The places a body can take: 1 + those that lead it under every admissible choice, to 1 + those that lead it under some."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from scorer.model.ranking import Interval
from scorer.rank.choices import HIGH, LOW, Choices
from scorer.rank.lead import lead, margin

Scopes = Mapping[tuple[bool, ...] | None, Sequence[int]]
"""Bodies by the rules that apply to them; None where that is open."""


def intervals(bodies: Sequence[Choices]) -> list[Interval]:
    """The interval of each body, in their order.

    Claimed: no admissible choice gives a body a place outside its interval, and each end counts exactly the bodies it speaks of.
    Not claimed: that one single choice brings about an end, since different rivals may need different choices to get ahead.
    """
    scopes: dict[tuple[bool, ...] | None, list[int]] = defaultdict(list)
    for i, body in enumerate(bodies):
        scopes[body.scope].append(i)
    surely, maybe = [0] * len(bodies), [0] * len(bodies)
    for scope, members in scopes.items():
        if scope is not None:
            for i, (certain, possible) in zip(members, _among_alike([bodies[i] for i in members]), strict=True):
                surely[i], maybe[i] = certain, possible
    for i, j in _unlike(scopes):
        for one, other in ((i, j), (j, i)):
            found = lead(bodies[one], bodies[other])
            maybe[other] += found > 0
            surely[one] += found < 0
    return [Interval(1 + s, 1 + m) for s, m in zip(surely, maybe, strict=True)]


def _unlike(scopes: Scopes) -> Iterator[tuple[int, int]]:
    """Every two bodies to which other rules apply, or may."""
    yield from combinations(scopes.get(None, ()), 2)
    for one, other in combinations(scopes, 2):
        yield from product(scopes[one], scopes[other])


def _among_alike(members: Sequence[Choices]) -> Iterator[tuple[int, int]]:
    """For bodies to which the same rules apply: how many of them lead each one under every choice, and under some.

    This is `lead` by its closed form, with all that stays the same taken out of the loops.
    """
    bests = [(m.best_bars, HIGH * m.best_bars.bit_count()) for m in members]
    worsts = [(m.worst_bars, LOW * m.worst_bars.bit_count()) for m in members]
    both = HIGH - LOW
    for member, (best, top), (worst, bottom) in zip(members, bests, worsts, strict=True):
        surely = sum(top - least < both * (best & bars).bit_count() for bars, least in worsts)
        maybe = sum(most - bottom > both * (bars & worst).bit_count() for bars, most in bests)
        yield surely, maybe - (margin(member, member) > 0)
