"""A pack made ready for searching: every word once, folded, and where phrases use it."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from scorer.match.search import Occurrences, Words, fold_words
from scorer.match.sieve import Sieve
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Element, Pack, Part, Phrase, Rule
from scorer.records import dataclass

FUZZY_LENGTH = 7
"""Shortest word searched fuzzily: below it one wrong character falls under the cutoff of 85
and unrelated terms of four characters that share two or three score 50-75 (measured)."""


class Target(NamedTuple):
    """What a phrase speaks for: `stance` is `phrases`, `lacks` or `never`."""

    rule: Rule
    element: Element
    phrase: Phrase
    stance: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pack with its lexicon, its phrases as targets, and the words by which they are found."""

    pack: Pack
    lexicon: Lexicon
    targets: tuple[Target, ...]
    words: Words
    by_word: dict[str, list[int]]
    """For each word of a phrase's most telling part, the targets to try where it is found."""
    fuzzy: tuple[str, ...]
    sieve: Sieve
    """Over the fuzzy words."""

    def likely(self, found: Occurrences) -> Iterator[Target]:
        """Targets whose most telling part is in the text: most phrases have no word in a report at all."""
        for n in sorted({n for word in found.keys() & self.by_word for n in self.by_word[word]}):
            yield self.targets[n]


def prepare(pack: Pack, lexicon: Lexicon) -> Prepared:
    """Flatten the pack's phrases for one search over all of them."""
    targets = tuple(
        [
            Target(rule, element, phrase, stance)
            for rule in pack.rules
            for element in rule.elements
            for stance, phrases in (("phrases", element.phrases), ("lacks", element.lacks), ("never", element.never))
            for phrase in phrases
        ]
    )
    groups = [part.words for target in targets for part in target.phrase.parts]
    words = fold_words(chain(chain.from_iterable(groups), *(target.phrase.near for target in targets)), fold_table(lexicon.confusions))
    fuzzy = tuple(dict.fromkeys(w for t in targets if t.stance != "never" for part in t.phrase.parts for w in part.words if len(w) >= FUZZY_LENGTH))
    return Prepared(pack, lexicon, targets, words, _telling_words(targets), fuzzy, Sieve(fuzzy, pack.similarity))


def _telling_words(targets: Sequence[Target]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for n, target in enumerate(targets):
        for word in _most_telling(target.phrase.parts):
            if word in index:
                index[word].append(n)
            else:
                index[word] = [n]
    return index


def _most_telling(parts: Sequence[Part]) -> tuple[str, ...]:
    """The part whose words are longest is found least often."""
    best: tuple[str, ...] = ()
    longest = 0
    for part in parts:
        if part.words and (length := min(map(len, part.words))) > longest:
            best, longest = part.words, length
    return best


def fold_table(groups: tuple[str, ...]) -> dict[int, int]:
    """Every character of a group of look-alikes, mapped to the group's first."""
    return {ord(c): ord(group[0]) for group in groups for c in group[1:]}
