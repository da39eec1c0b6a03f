"""A pack made ready for searching: every word once, folded, and where phrases use it."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.model.lexicon import Lexicon
from scorer.model.rule import Element, Pack, Phrase, Rule

FUZZY_LENGTH = 7
"""Shortest word searched fuzzily: below it one wrong character falls under the cutoff of 85
and unrelated terms of four characters that share two or three score 50-75 (measured)."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a phrase speaks for: `stance` is `phrases`, `lacks` or `never`."""

    rule: Rule
    element: Element
    phrase: Phrase
    stance: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pack with its lexicon, its phrases as targets, and the words they are made of."""

    pack: Pack
    lexicon: Lexicon
    targets: tuple[Target, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]
    """The words with look-alike characters folded, in the same order."""
    by_word: dict[str, tuple[int, ...]]
    """For each word of a phrase's most telling part, the targets to try where it is found."""
    fuzzy: tuple[str, ...]
    fold: dict[int, int]


def prepare(pack: Pack, lexicon: Lexicon) -> Prepared:
    """Flatten the pack's phrases for one search over all of them."""
    targets = tuple(
        Target(rule, element, phrase, stance)
        for rule in pack.rules
        for element in rule.elements
        for stance, phrases in (("phrases", element.phrases), ("lacks", element.lacks), ("never", element.never))
        for phrase in phrases
    )
    words = dict.fromkeys(w for t in targets for part in t.phrase.parts for w in part.words)
    words |= dict.fromkeys(w for t in targets for w in t.phrase.near)
    fuzzy = dict.fromkeys(w for t in targets if t.stance != "never" for part in t.phrase.parts for w in part.words if len(w) >= FUZZY_LENGTH)
    fold = fold_table(lexicon.confusions)
    # one translation of all words at once: thousands of small ones cost more than the search
    keys = "\n".join(words).translate(fold).split("\n") if words else []
    return Prepared(pack, lexicon, targets, tuple(words), tuple(keys), _telling_words(targets), tuple(fuzzy), fold)


def _telling_words(targets: Sequence[Target]) -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for n, target in enumerate(targets):
        # the part whose words are longest is found least often
        telling = max((part for part in target.phrase.parts if part.words), key=lambda part: min(map(len, part.words)))
        for word in telling.words:
            index.setdefault(word, []).append(n)
    return {word: tuple(numbers) for word, numbers in index.items()}


def fold_table(groups: tuple[str, ...]) -> dict[int, int]:
    """Every character of a group of look-alikes, mapped to the group's first."""
    return {ord(c): ord(group[0]) for group in groups for c in group[1:]}
