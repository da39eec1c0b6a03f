"""Bands: where a ranking may be cut so that the bodies on both sides can be told apart."""

from collections.abc import Sequence

from scorer.rank.choices import Choices
from scorer.rank.lead import lead


def bands(places: Sequence[Sequence[Choices]]) -> list[int]:
    """The band of each place, from 1; `places` are the bodies by place, ties together.

    A band ends before the first place whose bodies are all led, under every admissible choice, by all bodies of the band's first
    place. So the first of a band leads the first of the next whatever is open, and nobody inside a band is surely behind its first.
    """
    found: list[int] = []
    first: Sequence[Choices] = ()
    for place in places:
        if not first or all(lead(behind, ahead) < 0 for ahead in first for behind in place):
            first = place
            found.append(found[-1] + 1 if found else 1)
        else:
            found.append(found[-1])
    return found
