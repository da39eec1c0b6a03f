"""Two texts side by side: runs of shared shingles, joined over small changes into passages."""

from bisect import bisect_right
from collections.abc import Collection, Iterator

from msgspec import Struct
from rapidfuzz.fuzz import ratio

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


class Shared(Struct, frozen=True):
    """A passage in both texts, and how alike its two wordings are in percent."""

    one: RawSpan
    other: RawSpan
    similarity: int


Run = tuple[int, int, int, int, bool]
"""Start and end in the one text, start and end in the other, and whether it holds more than common wordings."""


def align(one: Text, other: Text, common: Collection[int] = ()) -> Iterator[Shared]:
    """The passages two texts share, in the order of the first: runs over small changes together, or one by one where that is too much.

    What consists of `common` shingles only is left out.
    """
    for chain in _chains(one, other, common):
        whole = _shared(one.text, other.text, (chain[0][0], chain[-1][1], chain[0][2], chain[-1][3], any(run[4] for run in chain)))
        for shared in [whole] if whole or len(chain) == 1 else [_shared(one.text, other.text, run) for run in chain]:
            if shared:
                yield shared


def _shared(one: str, other: str, run: Run) -> Shared | None:
    """The passage around a run, if it is long enough, its wordings are alike enough, and not everybody's."""
    if not run[4]:
        return None
    mine, theirs = _grown(one, other, RawSpan(run[0], run[1]), RawSpan(run[2], run[3]))
    words = letters(one[mine.start : mine.end]), letters(other[theirs.start : theirs.end])
    similarity = 100 if words[0] == words[1] else min(int(ratio(*words)), 99)
    return Shared(mine, theirs, similarity) if min(map(len, words)) >= SHORTEST and similarity >= NEARLY else None


def letters(text: str) -> str:
    """What counts when wordings are compared."""
    return "".join(c for c in text if c.isalnum())


def rare_spans(one: Text, other: Text, common: Collection[int]) -> list[RawSpan]:
    """The shingles of the one that the other has as well and that are no common wording."""
    return [RawSpan(*place) for hash_, place in one.places.items() if hash_ in other.places and hash_ not in common]


def _chains(one: Text, other: Text, common: Collection[int]) -> Iterator[list[Run]]:
    """Runs of overlapping shared shingles, those together that stand in the same order a small change apart."""
    shared = one.places.keys() & other.places.keys()
    if all(hash_ in common for hash_ in shared):
        return
    chain: list[Run] = []
    for hash_, (start, end) in one.places.items():
        if hash_ not in shared:
            continue
        run = (start, end, *other.places[hash_], hash_ not in common)
        if chain and _overlaps(chain[-1], run):
            chain[-1] = (chain[-1][0], end, chain[-1][2], run[3], chain[-1][4] or run[4])
        elif chain and _follows(chain[-1], run):
            chain.append(run)
        else:
            if chain:
                yield chain
            chain = [run]
    if chain:
        yield chain


def _overlaps(last: Run, run: Run) -> bool:
    return run[0] <= last[1] and last[2] < run[2] <= last[3]


def _follows(last: Run, run: Run) -> bool:
    gap, other_gap = run[0] - last[1], run[2] - last[3]
    return run[2] > last[2] and gap <= _GAP and other_gap <= _GAP and abs(gap - other_gap) <= _SHIFT


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
