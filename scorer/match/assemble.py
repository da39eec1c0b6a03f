"""Phrases from words: their parts in order, close together, inside one sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.match.prepared import Target
from scorer.match.quantities import Quantity, suits
from scorer.match.search import Occurrence, Occurrences
from scorer.model.document import Document, Sentence
from scorer.model.rule import Part, Slot, SlotKind
from scorer.model.text import Span

_ASIDE = re.compile(r"《[^《》]{1,60}》|\([^()]{1,60}\)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the span of each part, and the value where the phrase has a slot."""

    target: Target
    sentence: Sentence
    parts: tuple[Span, ...]
    similarity: float
    quantity: Quantity | None = None
    part: Part | None = None
    """The slot part that took the quantity."""

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


_Piece = tuple[Span, float, Quantity | None]


class Assembler:
    """Joins occurrences into hits within one document."""

    def __init__(self, document: Document, found: Occurrences, quantities: Sequence[Quantity]) -> None:
        self._text = document.text
        self._sentences = document.sentences
        self._starts = [s.span.start for s in document.sentences]
        self._found = found
        self._quantities = quantities
        self._values: dict[Slot, list[_Piece]] = {}

    def hits(self, target: Target) -> Iterator[Hit]:
        """Every hit of a phrase; of several that end at the same place, the shortest."""
        parts = target.phrase.parts
        if any(not part.slot and not any(w in self._found for w in part.words) for part in parts):
            return
        # what a phrase must not be, it must be exactly
        columns = [self._pieces(part, exact=target.stance == "never") for part in parts]
        if not all(columns):
            return
        best: dict[int, Hit] = {}
        for piece in columns[0]:
            sentence = self._sentence_of(piece[0])
            if sentence is None:
                continue
            for chain in self._chains((piece,), columns, parts, sentence):
                hit = self._hit(target, sentence, chain, parts)
                kept = best.get(hit.span.end)
                if kept is None or (len(hit.span), -hit.similarity) < (len(kept.span), -kept.similarity):
                    best[hit.span.end] = hit
        for hit in best.values():
            if self._is_near(target.phrase.near, hit.sentence):
                yield hit

    def near_misses(self, target: Target) -> Iterator[Hit]:
        """Sentences that hold every part of a phrase, but in another order, too far apart, or without its context."""
        parts = target.phrase.parts
        if any(not part.slot and not any(w in self._found for w in part.words) for part in parts):
            return
        columns = [self._by_sentence(part) for part in parts]
        for index in sorted(set(columns[0]).intersection(*columns[1:])):
            sentence = self._sentences[index]
            chain = sorted(column[index] for column in columns)
            yield Hit(target, sentence, tuple(chain), 100.0)

    def _by_sentence(self, part: Part) -> dict[int, Span]:
        """For each sentence, the first place of the part in it."""
        first: dict[int, Span] = {}
        for span, _, _ in self._pieces(part, exact=False):
            sentence = self._sentence_of(span)
            if sentence is not None:
                first.setdefault(sentence.index, span)
        return first

    def _pieces(self, part: Part, *, exact: bool) -> list[_Piece]:
        if part.slot:
            if part.slot not in self._values:
                self._values[part.slot] = [(q.span, 100.0, q) for q in self._quantities if suits(part.slot, q)]
            return self._values[part.slot]
        hits: list[Occurrence] = [o for w in part.words for o in self._found.get(w, ()) if not exact or o.similarity == 100]
        return sorted(((o.span, o.similarity, None) for o in hits), key=lambda p: (p[0].start, -p[0].end, -p[1]))

    def _chains(
        self, chain: tuple[_Piece, ...], columns: list[list[_Piece]], parts: tuple[Part, ...], sentence: Sentence
    ) -> Iterator[tuple[_Piece, ...]]:
        if len(chain) == len(parts):
            yield chain
            return
        part, column, end = parts[len(chain)], columns[len(chain)], chain[-1][0].end
        for piece in column[bisect_left(column, end, key=lambda p: p[0].start) :]:
            between = self._text[end : piece[0].start]
            if _length(between, part.gap) > part.gap or piece[0].end > sentence.span.end or "；" in between:
                return
            if part.slot and _claimed(part.slot.kind, between):
                return
            yield from self._chains((*chain, piece), columns, parts, sentence)
            return  # the nearest one decides: a farther value belongs to another noun

    def _hit(self, target: Target, sentence: Sentence, chain: tuple[_Piece, ...], parts: tuple[Part, ...]) -> Hit:
        slot = next(((p[2], part) for p, part in zip(chain, parts, strict=True) if p[2]), (None, None))
        return Hit(target, sentence, tuple(p[0] for p in chain), min(p[1] for p in chain), *slot)

    def _sentence_of(self, span: Span) -> Sentence | None:
        i = bisect_right(self._starts, span.start) - 1
        return self._sentences[i] if i >= 0 and self._sentences[i].span.holds(span) else None

    def _is_near(self, words: tuple[str, ...], sentence: Sentence) -> bool:
        if not words:
            return True
        places = [sentence.span, *sentence.headings]
        if sentence.index and self._sentences[sentence.index - 1].paragraph == sentence.paragraph:
            places.append(self._sentences[sentence.index - 1].span)
        return any(place.holds(o.span) for w in words for o in self._found.get(w, ()) if o.similarity == 100 for place in places)


def _length(between: str, gap: int) -> int:
    """How far apart two parts stand: within a clause, the name of a law and what stands in brackets part nothing."""
    return len(between) if len(between) <= gap or "，" in between else len(_ASIDE.sub("", between))


def _claimed(kind: SlotKind, between: str) -> bool:
    """True where a nearer noun owns the value: another rate stands between a phrase and a percentage."""
    shared = between.endswith(("均", "均为", "均达", "均达到", "都", "都是", "都达到", "都为"))
    return kind is SlotKind.RATIO and not shared and ("率" in between or "占比" in between)
