"""A pack made ready for searching: every word once, folded, and where phrases use it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from scorer.match.search import Occurrences, Words, fold_words
from scorer.match.sieve import Sieve
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Element, Pack, Part, Phrase, Rule

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
    telling: tuple[tuple[str, ...], ...]
    """For each target, the words of its phrase's most telling part."""
    fuzzy: tuple[str, ...]
    sieve: Sieve
    """Over the fuzzy words."""

    def likely(self, found: Occurrences) -> Iterator[Target]:
        """Targets whose most telling part is in the text: most phrases have no word in a report at all."""
        return (target for target, words in zip(self.targets, self.telling, strict=True) if not found.keys().isdisjoint(words))


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
    telling = tuple([_most_telling(target.phrase.parts) for target in targets])
    fuzzy = tuple(dict.fromkeys(w for t in targets if t.stance != "never" for part in t.phrase.parts for w in part.words if len(w) >= FUZZY_LENGTH))
    return Prepared(pack, lexicon, targets, words, telling, fuzzy, Sieve(fuzzy, pack.similarity))


def _most_telling(parts: Sequence[Part]) -> tuple[str, ...]:
    """The words of the part whose words are longest: it is found least often."""
    if len(parts) == 1:
        return parts[0].words
    best: tuple[str, ...] = ()
    longest = 0
    for part in parts:
        if part.words and (length := min(map(len, part.words))) > longest:
            best, longest = part.words, length
    return best


def fold_table(groups: tuple[str, ...]) -> dict[str, str]:
    """Every character of a group of look-alikes, mapped to the group's first; no character is in two groups."""
    return {c: group[0] for group in groups for c in group[1:]}
