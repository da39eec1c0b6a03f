"""Which pairs of word and sentence can reach the cutoff at all: a count of shared characters.

A hit at cutoff c aligns a window of w <= m = min(|word|, |sentence|) characters whose longest common
subsequence L satisfies 200 L >= c (m + w), L <= w. L is at most the number of positions of the word whose
character occurs in the sentence; so a pair with fewer shared characters than the least such L is safely dropped.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil


@lru_cache(maxsize=4096)
def need(m: int, cutoff: float) -> int:
    """Fewest shared characters with which min(|word|, |sentence|) = m can still reach `cutoff`."""
    reachable = (ceil(cutoff * (m + w) / 200 - 1e-9) for w in range(1, m + 1))
    return min((least for w, least in enumerate(reachable, 1) if least <= w), default=m + 1)


class Sieve:
    """Bit-sliced character sets over sentences: one integer per character, one bit per sentence."""

    def __init__(self, sentences: Sequence[str], cutoff: float) -> None:
        self._cutoff = cutoff
        self._rows: dict[str, int] = {}
        self._lengths: dict[int, int] = {}
        for i, sentence in enumerate(sentences):
            bit = 1 << i
            self._lengths[len(sentence)] = self._lengths.get(len(sentence), 0) | bit
            for c in set(sentence):
                self._rows[c] = self._rows.get(c, 0) | bit

    def candidates(self, word: str) -> Iterator[int]:
        """Indices of the sentences that share enough characters with `word`, in order."""
        planes: list[int] = []
        for c in word:
            carry = self._rows.get(c, 0)
            for k, plane in enumerate(planes):
                planes[k], carry = plane ^ carry, plane & carry
                if not carry:
                    break
            if carry:
                planes.append(carry)
        left = self._at_least(planes, need(len(word), self._cutoff))
        for length, rows in self._lengths.items():
            if length < len(word):
                enough = self._at_least(planes, need(length, self._cutoff)) if length else 0
                left = (left & ~rows) | (enough & rows)
        while left:
            low = left & -left
            yield low.bit_length() - 1
            left ^= low

    @staticmethod
    def _at_least(planes: Sequence[int], least: int) -> int:
        """Sentences whose count, spread over bit planes, is `least` or more."""
        if least >> len(planes):
            return 0
        greater, equal = 0, -1
        for k in reversed(range(len(planes))):
            if least >> k & 1:
                equal &= planes[k]
            else:
                greater |= equal & planes[k]
                equal &= ~planes[k]
        return greater | equal if least else -1
