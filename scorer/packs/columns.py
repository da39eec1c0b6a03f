"""Thousands of phrases as a few long columns, so that reading them is a few loops inside the interpreter.

Most share their parts and what stands near them; making them one by one takes longer than the rest of a warm start.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise, repeat
from typing import Any, TypeVar

from scorer.model.rule import Part, Phrase, Slot, SlotKind

T = TypeVar("T", Part, Phrase)


def from_phrases(phrases: Sequence[Phrase]) -> list[Any]:
    """The columns of `phrases`. Most share their parts, which stand here once; slots, `near` and doubts are rare."""
    parts = {part: i for i, part in enumerate(dict.fromkeys(part for phrase in phrases for part in phrase.parts))}
    near = {words: i for i, words in enumerate(dict.fromkeys(phrase.near for phrase in phrases))}
    return [
        "\n".join(" ".join(part.words) for part in parts),
        [[i, s.kind.value, s.operator, s.bound, " ".join(s.units)] for part, i in parts.items() if (s := part.slot)],
        [part.gap for part in parts],
        [phrase.text for phrase in phrases],
        [parts[part] for phrase in phrases for part in phrase.parts],
        [len(phrase.parts) for phrase in phrases],
        [
            [" ".join(words) for words in near],
            [[i, near[phrase.near], phrase.doubt] for i, phrase in enumerate(phrases) if phrase.near or phrase.doubt],
        ],
    ]


def to_phrases(columns: list[Any]) -> tuple[Phrase, ...]:
    """The phrases of these columns."""
    words, slots, gaps, texts, used, counts, contexts = columns
    slot: list[Slot | None] = [None] * len(gaps)
    for i, kind, operator, bound, units in slots:
        slot[i] = Slot(SlotKind(kind), operator, bound, tuple(units.split()))
    parts = _build(Part, map(tuple, map(str.split, words.split("\n"))), slot, gaps) if gaps else []
    flat = tuple(map(parts.__getitem__, used))
    near: list[tuple[str, ...]] = [()] * len(texts)
    doubt = [""] * len(texts)
    surroundings = [tuple(around.split()) for around in contexts[0]]
    for i, around, code in contexts[1]:
        near[i], doubt[i] = surroundings[around], code
    groups = [flat[start:end] for start, end in pairwise(accumulate(counts, initial=0))]
    return tuple(_build(Phrase, texts, groups, near, doubt))


def _build(kind: type[T], *columns: Iterable[Any]) -> list[T]:
    """Named tuples from a column for each of their fields, past the function that makes them one by one."""
    return list(map(tuple.__new__, repeat(kind), zip(*columns, strict=True)))
