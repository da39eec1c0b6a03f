"""Figures of accuracy over (found, labelled) pairs: shares, F1, kappa; defined in the label format's page."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from msgspec import Struct

from scorer.authoring.labels import Label
from scorer.model.result import State

Pair = tuple[State, State]
"""(found, labelled), where an `also` state that was found counts as the labelled one."""


class Figures(Struct, frozen=True):
    """How right a set of states is."""

    n: int
    right: float
    f1: dict[State, float]
    kappa: float

    @property
    def macro_f1(self) -> float:
        """Mean F1 of done, planned and denied."""
        return sum(self.f1.values()) / len(self.f1)


def pair(found: State, label: Label) -> Pair:
    """The pair an element counts as."""
    return found, found if label.accepts(found) else label.state


def figures(pairs: Sequence[Pair]) -> Figures:
    """All figures of a list of pairs."""
    n = len(pairs) or 1
    right = sum(a is b for a, b in pairs) / n
    f1 = {s: _f1(pairs, s) for s in (State.DONE, State.PLANNED, State.DENIED)}
    return Figures(len(pairs), right, f1, kappa(pairs))


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's: agreement beyond what chance would give; 1 where both sides say one and the same thing throughout."""
    n = len(pairs) or 1
    right = sum(a == b for a, b in pairs) / n
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[s] * other[s] for s in one) / n**2
    return (right - chance) / (1 - chance) if chance < 1 else 1.0


def confusion(pairs: Iterable[Pair]) -> dict[Pair, int]:
    """How often each (found, labelled) pair occurs."""
    return dict(Counter(pairs))


def _f1(pairs: Sequence[Pair], state: State) -> float:
    both = sum(a is b is state for a, b in pairs)
    one = sum(a is state for a, _ in pairs) + sum(b is state for _, b in pairs)
    return 2 * both / one if one else 1.0
