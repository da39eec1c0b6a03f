"""A pack made ready for searching: every word once, folded, and where phrases use it."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from scorer.match.search import Words, fold_words
from scorer.match.sieve import Sieve
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Element, Pack, Phrase, Rule

FUZZY_LENGTH = 7
"""Shortest word searched fuzzily: below it one wrong character falls under the cutoff of 85
and unrelated terms of four characters that share two or three score 50-75 (measured)."""


class Target(NamedTuple):
    """What a phrase speaks for: `stance` is `phrases`, `lacks` or `never`."""

    rule: Rule
    element: Element
    phrase: Phrase
    stance: str


class Index(Struct, frozen=True):
    """The words of a pack: what takes longest to make of it, and so is kept with it."""

    words: Words
    fuzzy: tuple[str, ...]
    """Those that are also searched nearly."""


class Prepared(Struct, frozen=True):
    """A pack with its lexicon, its phrases as targets, and the words by which they are found."""

    pack: Pack
    lexicon: Lexicon
    targets: tuple[Target, ...]
    words: Words
    fuzzy: tuple[str, ...]
    sieve: Sieve
    """Over the fuzzy words."""


def prepare(pack: Pack, lexicon: Lexicon, index: Index | None = None) -> Prepared:
    """Flatten the pack's phrases for one search over all of them; `index` is of this pack where it is known already."""
    targets = tuple(
        [Target(rule, element, phrase, stance) for rule in pack.rules for element in rule.elements for stance, phrase in _phrases(element)]
    )
    known = index or index_words(pack, lexicon)
    return Prepared(pack, lexicon, targets, known.words, known.fuzzy, Sieve(known.fuzzy, pack.similarity))


def index_words(pack: Pack, lexicon: Lexicon) -> Index:
    """Every word of the pack's phrases once."""
    phrases = [(stance, phrase) for rule in pack.rules for element in rule.elements for stance, phrase in _phrases(element)]
    wanted = [part.words for stance, phrase in phrases if stance != "never" for part in phrase.parts]
    never = [part.words for stance, phrase in phrases if stance == "never" for part in phrase.parts]
    near = dict.fromkeys(phrase.near for _, phrase in phrases)
    searched = dict.fromkeys(chain.from_iterable(wanted))
    words = fold_words(chain(searched, chain.from_iterable(never), chain.from_iterable(near)), fold_table(lexicon.confusions))
    return Index(words, tuple([word for word in searched if len(word) >= FUZZY_LENGTH]))


def _phrases(element: Element) -> Iterator[tuple[str, Phrase]]:
    """All phrases of an element with what they speak for."""
    for stance, phrases in (("phrases", element.phrases), ("lacks", element.lacks), ("never", element.never)):
        for phrase in phrases:
            yield stance, phrase


def fold_table(groups: tuple[str, ...]) -> dict[str, str]:
    """Every character of a group of look-alikes, mapped to the group's first; no character is in two groups."""
    return {c: group[0] for group in groups for c in group[1:]}
