"""From a hit to evidence: what it amounts to, decided by typed gates and never by similarity."""

from collections.abc import Iterator, Sequence

from scorer.match.assemble import Hit
from scorer.match.barriers import turn_away
from scorer.match.measure import measure
from scorer.match.passage import Setting
from scorer.match.quotes import quote
from scorer.match.rulings import rule_on, rule_on_closed
from scorer.model.document import Document
from scorer.model.lexicon import Lexicon
from scorer.model.result import Doubt, Evidence, Reason, State
from scorer.model.text import Span

EXACT = 99
"""Similarity from which a hit has every character of its phrase, but for one taken for its look-alike."""
BARELY = 3
"""Points over the cutoff within which a fuzzy hit is to be reviewed."""


class Gates:
    """Decides for the hits of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, cutoff: float) -> None:
        self._setting = Setting(document, lexicon)
        self._barely = min(cutoff + BARELY, EXACT)
        self._bounded: dict[tuple[str, str], bool] = {}

    def decide(self, hit: Hit, order: int, look_alikes: Sequence[Span]) -> Evidence:
        """The evidence a hit amounts to; `order` is its phrase's place in the rule."""
        passage = self._setting.passage(hit, look_alikes)
        away = turn_away(passage)
        measured = None if away else measure(hit)
        ruling = rule_on_closed(passage, *away) if away else rule_on(passage, measured)
        return Evidence(
            rule=hit.target.rule.id,
            element=hit.target.element.id,
            span=quote(self._setting.text, ruling.at or hit.span, hit.sentence),
            sentence=hit.sentence.index,
            phrase=hit.target.phrase.text,
            similarity=round(hit.similarity, 1),
            state=ruling.state,
            because=ruling.because,
            gate=ruling.gate,
            value=measured.value if measured else None,
            doubts=(*self._doubts(hit), *ruling.doubts, *(measured.doubts if measured else ())),
            rank=(
                hit.sentence.is_heading + ruling.weaker / 2,
                float(hit.similarity < 99),
                float(self._is_bare(hit)),
                float(order),
                float(hit.span.start),
            ),
        )

    def accept(self, hit: Hit) -> Evidence:
        """A hit taken for done unseen, as a keyword search would."""
        span = quote(self._setting.text, hit.span, hit.sentence)
        return Evidence(hit.target.rule.id, hit.target.element.id, span, hit.sentence.index, hit.target.phrase.text, hit.similarity, State.DONE)

    def set_aside(self, hit: Hit) -> Evidence:
        """A near miss: the words of a phrase in one sentence, but not as the phrase has them."""
        span = quote(self._setting.text, min(hit.parts, key=lambda p: p.start), hit.sentence)
        because = tuple(Reason(p, "phrase") for p in hit.parts)
        return Evidence(hit.target.rule.id, hit.target.element.id, span, hit.sentence.index, hit.target.phrase.text, 0.0, None, because, "near")

    def _rank(self, hit: Hit, order: int, *, is_weaker: bool) -> tuple[float, ...]:
        """Of two passages that say the same the smaller is cited."""
        is_near = hit.similarity < EXACT
        return (hit.sentence.is_heading + is_weaker / 2, float(is_near), float(self._is_bare(hit)), float(order), float(hit.span.start))

    def _doubts(self, hit: Hit) -> Iterator[Doubt]:
        """What makes a hit doubtful, whatever it says."""
        if hit.similarity < self._barely:
            yield Doubt.SIMILARITY
        if hit.target.phrase.doubt:
            yield Doubt(hit.target.phrase.doubt)

    def _is_bare(self, hit: Hit) -> bool:
        """True for a hit without a tested value where the element has a bound: the figure is the better proof."""
        element = hit.target.rule.id, hit.target.element.id
        if element not in self._bounded:
            self._bounded[element] = any(part.slot and part.slot.operator for p in hit.target.element.phrases for part in p.parts)
        return self._bounded[element] and not (hit.part and hit.part.slot and hit.part.slot.operator)
