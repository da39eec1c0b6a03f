"""Two texts side by side: runs of shared shingles, joined over small changes into passages."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from scorer.copies.shingles import FIELDS
from scorer.copies.texts import Text
from scorer.model.text import RawSpan

SHORTEST = 30
"""Letters of a passage worth listing; shorter ones are formulas more often than copies."""
NEARLY = 80
"""Percent of likeness from which two passages are nearly the same: a figure, a name, a clause was changed."""
_GAP = 60
"""Characters between two shared shingles that a change may have replaced."""
_SHIFT = 25
"""By how many characters a change may have lengthened or shortened the text between them."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage in both texts, and how alike its two wordings are in percent."""

    one: RawSpan
    other: RawSpan
    similarity: int


def align(one: Text, other: Text) -> Iterator[Shared]:
    """The passages two texts share, in the order of the first."""
    for runs in _chains(one, other):
        mine, theirs = RawSpan(runs[0], runs[1]), RawSpan(runs[2], runs[3])
        mine, theirs = _grown(one.text, other.text, mine, theirs)
        words = letters(one.text[mine.start : mine.end]), letters(other.text[theirs.start : theirs.end])
        similarity = 100 if words[0] == words[1] else min(int(ratio(*words)), 99)
        if min(map(len, words)) >= SHORTEST and similarity >= NEARLY:
            yield Shared(mine, theirs, similarity)


def letters(text: str) -> str:
    """What counts when wordings are compared."""
    return "".join(c for c in text if c.isalnum())


def _chains(one: Text, other: Text) -> Iterator[tuple[int, int, int, int]]:
    """Start and end in either text of every run of shared shingles in the same order; the first of repeated shingles stands for all."""
    places = {hash_: (start, end) for hash_, start, end in reversed(_triples(other))}
    chain: tuple[int, int, int, int] | None = None
    for hash_, start, end in _triples(one):
        if hash_ not in places:
            continue
        there = places[hash_]
        if chain and _continues(chain, start, there[0]):
            chain = (chain[0], end, chain[2], there[1])
        else:
            if chain:
                yield chain
            chain = (start, end, *there)
    if chain:
        yield chain


def _continues(chain: tuple[int, int, int, int], start: int, there: int) -> bool:
    gap, other_gap = start - chain[1], there - chain[3]
    return there > chain[2] and gap <= _GAP and other_gap <= _GAP and abs(gap - other_gap) <= _SHIFT


def _triples(text: Text) -> list[tuple[int, int, int]]:
    numbers = text.prints
    return list(zip(numbers[::FIELDS], numbers[1::FIELDS], numbers[2::FIELDS], strict=True))


def _grown(one: str, other: str, mine: RawSpan, theirs: RawSpan) -> tuple[RawSpan, RawSpan]:
    """Both ends moved as far as the characters agree: a shingle falls short of the passage by up to a window."""
    back = 0
    while mine.start > back and theirs.start > back and one[mine.start - back - 1] == other[theirs.start - back - 1] != "\n":
        back += 1
    on = 0
    while mine.end + on < len(one) and theirs.end + on < len(other) and one[mine.end + on] == other[theirs.end + on] != "\n":
        on += 1
    return RawSpan(mine.start - back, mine.end + on), RawSpan(theirs.start - back, theirs.end + on)


class Lines:
    """The line on which an offset of a text stands."""

    def __init__(self, text: str) -> None:
        self._ends = [i for i, c in enumerate(text, 1) if c == "\n" or (c == "\r" and text[i : i + 1] != "\n")]

    def of(self, offset: int) -> int:
        """From 1."""
        return bisect_right(self._ends, offset) + 1
