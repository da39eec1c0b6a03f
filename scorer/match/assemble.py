"""Phrases from words: their parts in order, close together, inside one sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scorer.match.prepared import Target
from scorer.match.quantities import NUMBERS, Quantity
from scorer.match.search import Occurrences
from scorer.model.document import Document, Sentence
from scorer.model.rule import Part, Slot, SlotKind
from scorer.model.text import Span
from scorer.patterns import pattern

_ASIDE = pattern(r"《[^《》]{1,60}》|\([^()]{1,60}\)")


class Hit(NamedTuple):
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
_Column = list[_Piece]


class _Places(NamedTuple):
    """Where a word or value begins: by the index of the sentence, and these indices as the bits of a number."""

    by_sentence: dict[int, _Column]
    sentences: int


class Placed(NamedTuple):
    """A phrase and where each of its parts can stand: the places of each word that is there, or of the values that fit its slot."""

    target: Target
    choices: list[list[_Places]]


class Assembler:
    """Joins occurrences into hits within one document."""

    def __init__(self, document: Document, found: Occurrences, quantities: Sequence[Quantity]) -> None:
        self._text = document.text
        self._sentences = document.sentences
        self._sentence_at = [-1] * len(document.text)
        for s in document.sentences:
            self._sentence_at[s.span.start : s.span.end] = [s.index] * len(s.span)
        self._found = found
        self._quantities: dict[SlotKind, list[Quantity]] = {}
        for q in quantities:
            self._quantities.setdefault(q.kind, []).append(q)
            if q.kind in NUMBERS:
                self._quantities.setdefault(SlotKind.NUMBER, []).append(q)
        self._values: dict[tuple[SlotKind, tuple[str, ...]], _Places] = {}
        self._words = {word: self._place([(o.span, o.similarity, None) for o in all_of]) for word, all_of in found.items()}

    def place(self, targets: Iterable[Target]) -> Iterator[Placed]:
        """The phrases of which every part is somewhere: of most, one part at least is not."""
        words = self._words
        is_absent = words.keys().isdisjoint
        for target in targets:
            parts = target.phrase.parts
            for part in parts:
                if part.alternatives and is_absent(part.alternatives.split()):
                    break
            else:
                yield Placed(target, [[self._slot(p.slot)] if p.slot else [words[w] for w in p.words if w in words] for p in parts])

    def hits(self, placed: Placed) -> Iterator[Hit]:
        """Every hit of a phrase; of several that end at the same place, the shortest."""
        target, choices = placed
        parts = target.phrase.parts
        best: dict[int, Hit] = {}
        for sentence in self._sentences_with(choices):
            # what a phrase must not be, it must be exactly
            columns = [_pieces(places, sentence, exact=target.stance == "never") for places in choices]
            for piece in columns[0]:
                if piece[0].end > sentence.span.end:
                    continue
                if (chain := self._chain(piece, columns, parts, sentence)) is None:
                    continue
                hit, end = self._hit(target, sentence, chain, parts), chain[-1][0].end
                kept = best.get(end)
                if kept is None or (len(hit.span), -hit.similarity) < (len(kept.span), -kept.similarity):
                    best[end] = hit
        for hit in best.values():
            if self._is_near(target.phrase.near, hit.sentence):
                yield hit

    def near_misses(self, placed: Placed) -> Iterator[Hit]:
        """Sentences that hold every part of a phrase, but in another order, too far apart, or without its context."""
        target, choices = placed
        for sentence in self._sentences_with(choices):
            columns = [[p for p in _pieces(places, sentence, exact=False) if p[0].end <= sentence.span.end] for places in choices]
            if all(columns):
                yield Hit(target, sentence, tuple(sorted(column[0][0] for column in columns)), 100.0)

    def _sentences_with(self, choices: Sequence[Sequence[_Places]]) -> Iterator[Sentence]:
        """Sentences in which every part begins somewhere."""
        common = -1
        for places in choices:
            any_of = 0
            for place in places:
                any_of |= place.sentences
            common &= any_of
        while common:
            lowest = common & -common
            yield self._sentences[lowest.bit_length() - 1]
            common ^= lowest

    def _slot(self, slot: Slot) -> _Places:
        asked = slot.kind, slot.units
        if asked not in self._values:
            units = slot.units if slot.kind is not SlotKind.NUMBER else ()
            of_kind = self._quantities.get(slot.kind, ())
            self._values[asked] = self._place([(q.span, 100.0, q) for q in of_kind if not units or q.unit in units])
        return self._values[asked]

    def _place(self, pieces: _Column) -> _Places:
        by_sentence: dict[int, _Column] = {}
        for piece in pieces:
            i = self._sentence_at[piece[0].start]
            if i >= 0:
                by_sentence.setdefault(i, []).append(piece)
        return _Places(by_sentence, sum(1 << i for i in by_sentence))

    def _chain(self, first: _Piece, columns: list[_Column], parts: tuple[Part, ...], sentence: Sentence) -> tuple[_Piece, ...] | None:
        """A phrase from its first part on, each next one the nearest of its kind: a farther value belongs to another noun."""
        chain = [first]
        for part, column in zip(parts[1:], columns[1:], strict=True):
            end = chain[-1][0].end
            at = bisect_left(column, end, key=_start)
            if at == len(column):
                return None
            piece = column[at]
            between = self._text[end : piece[0].start]
            if _length(between, part.gap) > part.gap or piece[0].end > sentence.span.end or "；" in between:
                return None
            if part.slot and _claimed(part.slot.kind, between):
                return None
            chain.append(piece)
        return tuple(chain)

    def _hit(self, target: Target, sentence: Sentence, chain: tuple[_Piece, ...], parts: tuple[Part, ...]) -> Hit:
        slot = next(((p[2], part) for p, part in zip(chain, parts, strict=True) if p[2]), (None, None))
        return Hit(target, sentence, tuple(p[0] for p in chain), min(p[1] for p in chain), *slot)

    def _is_near(self, words: tuple[str, ...], sentence: Sentence) -> bool:
        if not words:
            return True
        places = [sentence.span, *sentence.headings]
        if sentence.index and self._sentences[sentence.index - 1].paragraph == sentence.paragraph:
            places.append(self._sentences[sentence.index - 1].span)
        return any(place.holds(o.span) for w in words for o in self._found.get(w, ()) if o.similarity == 100 for place in places)


def _start(piece: _Piece) -> int:
    return piece[0].start


def _pieces(places: Sequence[_Places], sentence: Sentence, *, exact: bool) -> _Column:
    """Where a part begins in a sentence, in order."""
    found = [piece for place in places for piece in place.by_sentence.get(sentence.index, ()) if not exact or piece[1] == 100]
    return sorted(found, key=lambda p: (p[0].start, -p[0].end, -p[1])) if len(found) > 1 else found


def _length(between: str, gap: int) -> int:
    """How far apart two parts stand: within a clause, the name of a law and what stands in brackets part nothing."""
    return len(between) if len(between) <= gap or "，" in between else len(_ASIDE.sub("", between))


def _claimed(kind: SlotKind, between: str) -> bool:
    """True where a nearer noun owns the value: another rate stands between a phrase and a percentage."""
    shared = between.endswith(("均", "均为", "均达", "均达到", "都", "都是", "都达到", "都为"))
    return kind is SlotKind.RATIO and not shared and ("率" in between or "占比" in between)
