"""Thousands of phrases as a few long columns, so that reading them is a few loops inside the interpreter.

Making them one by one through their constructors takes longer than all the rest of a warm start.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

from scorer.model.rule import Part, Phrase, Slot, SlotKind


def from_phrases(phrases: Sequence[Phrase]) -> list[Any]:
    """The columns of `phrases`. Most share their parts, which stand here once; slots, `near` and doubts are rare."""
    parts = {part: i for i, part in enumerate(dict.fromkeys(part for phrase in phrases for part in phrase.parts))}
    return [
        "\n".join(" ".join(part.words) for part in parts),
        [[i, s.kind.value, s.operator, s.bound, " ".join(s.units)] for part, i in parts.items() if (s := part.slot)],
        [part.gap for part in parts],
        [phrase.text for phrase in phrases],
        [parts[part] for phrase in phrases for part in phrase.parts],
        [len(phrase.parts) for phrase in phrases],
        [[i, " ".join(phrase.near), phrase.doubt] for i, phrase in enumerate(phrases) if phrase.near or phrase.doubt],
    ]


def to_phrases(columns: list[Any]) -> tuple[Phrase, ...]:
    """The phrases of these columns."""
    words, slots, gaps, texts, used, counts, contexts = columns
    slot: list[Slot | None] = [None] * len(gaps)
    for i, kind, operator, bound, units in slots:
        slot[i] = Slot(SlotKind(kind), operator, bound, tuple(units.split()))
    parts = list(map(Part, map(tuple, map(str.split, words.split("\n"))), slot, gaps)) if gaps else []
    flat = tuple(map(parts.__getitem__, used))
    near: list[tuple[str, ...]] = [()] * len(texts)
    doubt = [""] * len(texts)
    for i, around, code in contexts:
        near[i], doubt[i] = tuple(around.split()), code
    groups = [flat[start:end] for start, end in pairwise(accumulate(counts, initial=0))]
    return tuple(map(Phrase, texts, groups, near, doubt))
