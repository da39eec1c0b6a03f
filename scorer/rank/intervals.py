"""The places a body can take: 1 + those that lead it under every admissible choice, to 1 + those that lead it under some."""

from collections import defaultdict
from collections.abc import Sequence

from scorer.model.ranking import Interval
from scorer.rank.choices import HIGH, LOW, Choices
from scorer.rank.lead import lead, margin


def intervals(bodies: Sequence[Choices]) -> list[Interval]:
    """The interval of each body, in their order.

    Claimed: no admissible choice gives a body a place outside its interval, and each end counts exactly the bodies it speaks of.
    Not claimed: that one single choice brings about an end, since different rivals may need different choices to get ahead.
    """
    by_scope: dict[tuple[bool, ...] | None, list[Choices]] = defaultdict(list)
    for body in bodies:
        by_scope[body.scope].append(body)
    alike = {scope: _Alike(members) for scope, members in by_scope.items() if scope is not None}
    found = []
    for body in bodies:
        ahead = [alike[s].ahead_of(body) if s is not None and s == body.scope else _ahead(members, body) for s, members in by_scope.items()]
        found.append(Interval(1 + sum(surely for surely, _ in ahead), 1 + sum(maybe for _, maybe in ahead)))
    return found


def _ahead(members: Sequence[Choices], body: Choices) -> tuple[int, int]:
    """How many lead `body` under every choice, and under some."""
    rivals = [m for m in members if m is not body]
    return sum(lead(body, r) < 0 for r in rivals), sum(lead(r, body) > 0 for r in rivals)


class _Alike:
    """Bodies to which the same rules apply: `lead` by `margin`, with all that does not change taken out of the loop."""

    def __init__(self, members: Sequence[Choices]) -> None:
        self._best = [(m.best_bars, HIGH * m.best_bars.bit_count()) for m in members]
        self._worst = [(m.worst_bars, LOW * m.worst_bars.bit_count()) for m in members]

    def ahead_of(self, body: Choices) -> tuple[int, int]:
        """As `_ahead`, for one of the members."""
        best, worst, both = body.best_bars, body.worst_bars, HIGH - LOW
        top, bottom = HIGH * best.bit_count(), LOW * worst.bit_count()
        surely = sum(top - least < both * (best & bars).bit_count() for bars, least in self._worst)
        maybe = sum(most - bottom > both * (bars & worst).bit_count() for bars, most in self._best)
        return surely, maybe - (margin(body, body) > 0)
