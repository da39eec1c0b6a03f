"""Phrases that can never match, stand twice, or lie inside one another."""

import re
from collections.abc import Iterator, Sequence

from scorer.authoring.places import GROUPS, Placed
from scorer.errors import Place, Problem
from scorer.model.rule import Phrase

_NEVER_IN_A_SENTENCE = re.compile(r"[。！？；\n\t\s]")

Written = tuple[Phrase, Place]


def check_phrases(one: Placed) -> Iterator[Problem]:
    """Findings about the phrases of a rule."""
    for index, element in enumerate(one.rule.elements):
        for group in GROUPS:
            for phrase, place in one.phrases(index, group):
                if any(_NEVER_IN_A_SENTENCE.search(w) for part in phrase.parts for w in part.words):
                    message = f"短语“{phrase.text}”永远匹配不上：含有句末标点或空白"
                    yield Problem("R263", message, "请删去这些字符，或拆成两条短语", place)
        written = list(one.phrases(index, "phrases"))
        yield from _repeated(f"{one.rule.id}.{element.id}", written)
        for inner, (outer, place) in _contained(written):
            message = f"短语“{outer.text}”已被“{inner.text}”包含，永远多余"
            yield Problem("R265", message, "请删去较长的一条，或收紧较短的一条", place)


def _repeated(name: str, written: Sequence[Written]) -> Iterator[Problem]:
    seen = set()
    for phrase, place in written:
        if (phrase.text, phrase.near) in seen:
            yield Problem("R264", f"要件 {name} 的短语“{phrase.text}”写了不止一遍", "请只留一条", place)
        seen.add((phrase.text, phrase.near))


def _contained(written: Sequence[Written]) -> Iterator[tuple[Phrase, Written]]:
    """Phrases of which every hit is one of another as well: one part, in whose words all the other's words are; each once."""
    single = [p for p, _ in written if len(p.parts) == 1 and p.parts[0].words and not p.near]
    for at, (outer, place) in enumerate(written):
        if len(outer.parts) != 1 or not outer.parts[0].words:
            continue
        for inner in single:
            if inner.text == outer.text or not _holds(outer, inner):
                continue
            # of two that say the same the later one is too many
            if _holds(inner, outer) and any(p is inner for p, _ in written[at:]):
                continue
            yield inner, (outer, place)
            break


def _holds(outer: Phrase, inner: Phrase) -> bool:
    words = inner.parts[0].words
    return all(any(w in v for w in words) for v in outer.parts[0].words)
