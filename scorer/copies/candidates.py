"""Which texts may share passages: those that have several shingles in common that are not everybody's."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from scorer.copies.shingles import FIELDS
from scorer.copies.texts import Texts
from scorer.model.copying import Subject

COMMON = 10
"""A wording in the reports of more bodies than this is common wording: formulas of office, titles of laws, a superior's template."""
LEAST = 2
"""Shingles that two texts must share; a passage long enough to be listed has three."""
_BUCKETS = 64
"""Shingles are looked at in so many portions, which bounds what has to be sorted at once."""
_DOCUMENT = 32
_MASK = (1 << _DOCUMENT) - 1


def candidates(texts: Texts, subjects: Sequence[Subject]) -> tuple[list[tuple[int, int]], set[int]]:
    """Pairs of texts to be looked at, in order, and the shingles of common wordings."""
    found: Counter[tuple[int, int]] = Counter()
    common = set[int]()
    for bucket in _buckets(texts):
        for value, group in groupby(sorted(set(bucket)), key=lambda entry: entry >> _DOCUMENT):
            holders = [entry & _MASK for entry in group]
            if len({subjects[h].body or h for h in holders}) > COMMON:
                common.add(value)
            else:
                found.update(combinations(holders, 2))
    return sorted(pair for pair, count in found.items() if count >= LEAST), common


def _buckets(texts: Texts) -> Iterator["array[int]"]:
    """All shingles as hash and text in one number, in portions by hash; eight bytes each is all that is held of them."""
    buckets = [array("Q") for _ in range(_BUCKETS)]
    for i in range(len(texts)):
        for value in texts.get(i).prints[::FIELDS]:
            buckets[value % _BUCKETS].append(value << _DOCUMENT | i)
    while buckets:
        yield buckets.pop()
