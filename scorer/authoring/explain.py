"""Why an element got its state: every passage considered, the phrase that found it, the gate that decided."""

from collections.abc import Iterator

from msgspec import Struct

from scorer.model.result import ElementResult, Evidence, Scorecard, State


class Nearest(Struct, frozen=True):
    """A passage close to an absent element, and why it was not enough."""

    text: str
    phrase: str
    similarity: float


def explain(card: Scorecard, rule: str) -> Iterator[tuple[ElementResult, tuple[Evidence, ...], tuple[Nearest, ...]]]:
    """For each element: its result, all passages in the order of the text, and for an absent one the nearest."""
    judgement = next((j for j in card.judgements if j.rule.id == rule), None)
    if judgement is None:
        return
    for element, spec in zip(judgement.elements, judgement.rule.elements, strict=True):
        passages = sorted((*element.evidence, *element.weakness, *element.rejected), key=lambda e: e.span)
        near = nearest(card, [w for p in spec.phrases for part in p.parts for w in part.words]) if element.state is State.ABSENT else ()
        yield element, tuple(passages), near


def nearest(card: Scorecard, words: list[str], count: int = 3) -> tuple[Nearest, ...]:
    """The sentences that share most with any word of the element's phrases."""
    from rapidfuzz.fuzz import partial_ratio

    scored = []
    for sentence in card.document.sentences:
        text = card.document.text[sentence.span.start : sentence.span.end]
        best = max(((partial_ratio(w, text), w) for w in words if 1 < len(w) <= len(text)), default=(0.0, ""))
        scored.append((-best[0], sentence.index, Nearest(text, best[1], round(best[0], 1))))
    return tuple(n for _, _, n in sorted(scored, key=lambda s: s[:2])[:count])
