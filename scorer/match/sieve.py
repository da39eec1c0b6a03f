"""Which pairs of word and sentence can reach the cutoff at all: a count of shared characters.

A hit at cutoff c aligns a window of w <= m = min(|word|, |sentence|) characters whose longest common
subsequence L satisfies 200 L >= c (m + w), L <= w. L is at most the number of characters that word and sentence
share, each as often as both have it; so a pair with fewer than the least such L is safely dropped.
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
    """Counts for all words at once: integers with a bit for each word, one integer for each binary digit of the counts.

    A count begins so far below a power of two as its word needs characters: it passes with the digit of that power.
    """

    def __init__(self, words: Sequence[str], cutoff: float) -> None:
        self._cutoff = cutoff
        self._longest = max(map(len, words), default=0)
        self._digits = self._longest.bit_length()
        self._rows: dict[str, int] = {}
        """The words that have a character."""
        self._again: dict[str, list[int]] = {}
        """The words that have it twice, three times, and so on."""
        self._of_length: dict[int, int] = {}
        self._starts: dict[int, list[int]] = {}
        for i, word in enumerate(words):
            self._enter(word, 1 << i)

    def _enter(self, word: str, bit: int) -> None:
        self._of_length[len(word)] = self._of_length.get(len(word), 0) | bit
        rows = self._rows
        for c in word:
            rows[c] = rows.get(c, 0) | bit
        if len(there := set(word)) < len(word):
            for c in there:
                again = self._again.setdefault(c, [])
                again += [0] * (word.count(c) - 1 - len(again))
                for k in range(word.count(c) - 1):
                    again[k] |= bit

    def candidates(self, sentence: str) -> Iterator[int]:
        """Indices of the words that share enough characters with `sentence`, in order."""
        there = set(sentence)
        rows = [self._rows[c] for c in self._rows.keys() & there]
        for c in self._again.keys() & there:
            rows += self._again[c][: sentence.count(c) - 1]
        left = _add(self._start(min(len(sentence), self._longest)), rows)
        while left:
            low = left & -left
            yield low.bit_length() - 1
            left ^= low

    def _start(self, length: int) -> list[int]:
        """The digits with which counts begin for a sentence of so many characters."""
        if length not in self._starts:
            planes = [0] * (self._digits + 1)
            for m, words in self._of_length.items():
                missing = (1 << self._digits) - need(min(m, length), self._cutoff)
                for k in range(len(planes)):
                    if missing >> k & 1:
                        planes[k] |= words
            self._starts[length] = planes
        return self._starts[length]


def _add(planes: Sequence[int], rows: list[int]) -> int:
    """The highest digit after one is added to the counts of all words of each row; two rows at a time, digit by digit."""
    for plane in planes:
        carries = []
        more = iter(rows)
        for row in more:
            other = next(more, 0)
            half = plane ^ row
            if carry := plane & row | half & other:
                carries.append(carry)
            plane = half ^ other
        rows = carries
    return plane
