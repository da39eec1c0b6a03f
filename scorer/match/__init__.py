"""A document and a prepared pack in, evidence out: words, phrases, gates."""

from collections.abc import Sequence

from scorer.match.assemble import Assembler, Hit, Placed
from scorer.match.gates import Gates
from scorer.match.prepared import Index, Prepared, Target, index_words, prepare
from scorer.match.quantities import find_quantities
from scorer.match.search import add_similar, find_words
from scorer.match.sections import find_deadline, find_sections
from scorer.model.document import Document, Role
from scorer.model.result import Evidence, State
from scorer.model.rule import ProvedBy
from scorer.model.text import Span

NEAREST = 3
"""How many near misses of an element are kept."""

__all__ = ["Index", "Prepared", "Target", "index_words", "match", "prepare"]


def match(document: Document, prepared: Prepared, *, gated: bool = True) -> tuple[Evidence, ...]:
    """Every passage found for every element, kept or turned away, in the pack's order.

    `gated=False` takes every hit for done: the plain keyword search that accuracy is measured against.
    """
    pack = prepared.pack
    found = find_words(document.text, prepared.words)
    add_similar(found, document.text, [s.span for s in document.sentences], prepared.fuzzy, prepared.sieve, pack.similarity)
    assembler = Assembler(document, found, find_quantities(document.text, prepared.lexicon.full))
    gates = Gates(document, prepared.lexicon, pack.similarity)
    look_alikes: dict[tuple[str, str], list[Span]] = {}
    lacks: dict[tuple[str, str], list[Hit]] = {}
    hits: dict[tuple[str, str], list[Hit]] = {}
    likely: dict[tuple[str, str], list[Placed]] = {}
    for placed in assembler.place(prepared.targets):
        target = placed.target
        key = (target.rule.id, target.element.id)
        likely.setdefault(key, []).append(placed)
        for hit in assembler.hits(placed):
            if target.stance == "never":
                look_alikes.setdefault(key, []).append(hit.span)
                continue
            (lacks if target.stance == "lacks" else hits).setdefault(key, []).append(hit)
    evidence: list[Evidence] = []
    for rule in pack.rules:
        for element in rule.elements:
            key = (rule.id, element.id)
            if element.proved_by is ProvedBy.DATES:
                evidence += find_deadline(document, rule, element)
            evidence += find_sections(document, rule, element, gates)
            if not gated:
                evidence += (gates.accept(h) for h in hits.get(key, ()))
                continue
            order = {p.text: i for i, p in enumerate((*element.phrases, *element.lacks))} if key in hits or key in lacks else {}
            lacking = [gates.decide(h, order[h.target.phrase.text], look_alikes.get(key, ())) for h in lacks.get(key, ())]
            # a wording that says it is lacking outweighs the bare term inside it (专职审核人员缺乏)
            outweighed = [h.span for h, e in zip(lacks.get(key, ()), lacking, strict=True) if e.state is State.DENIED]
            bare = [h for h in hits.get(key, ()) if not any(lack.holds(h.span) for lack in outweighed)]
            evidence += [*(gates.decide(h, order[h.target.phrase.text], look_alikes.get(key, ())) for h in bare), *lacking]
            if element.proved_by is ProvedBy.WORK and not hits.get(key) and not lacking:
                evidence += _nearest(likely.get(key, ()), assembler, gates)
    return tuple(evidence)


def _nearest(likely: Sequence[Placed], assembler: Assembler, gates: Gates) -> list[Evidence]:
    """Passages that come near an element nothing was found for: kept aside, for a person to look at."""
    near: dict[Span, Evidence] = {}
    for placed in likely:
        if placed.target.stance == "phrases":
            for hit in assembler.near_misses(placed):
                if hit.sentence.role in (Role.WORK, Role.PREAMBLE):
                    found = gates.set_aside(hit)
                    near.setdefault(found.span, found)
    return list(near.values())[:NEAREST]
