"""A document and a prepared pack in, evidence out: words, phrases, gates."""

from scorer.match.assemble import Assembler, Hit
from scorer.match.gates import Gates
from scorer.match.prepared import Prepared, Target, prepare
from scorer.match.quantities import find_quantities
from scorer.match.search import add_similar, find_words
from scorer.match.sections import find_deadline, find_sections
from scorer.model.document import Document
from scorer.model.result import Evidence
from scorer.model.rule import ProvedBy
from scorer.model.text import Span

__all__ = ["Prepared", "Target", "match", "prepare"]


def match(document: Document, prepared: Prepared, *, gated: bool = True) -> tuple[Evidence, ...]:
    """Every passage found for every element, kept or turned away, in the pack's order.

    `gated=False` takes every hit for done: the plain keyword search that accuracy is measured against.
    """
    pack = prepared.pack
    found = find_words(document.text, prepared.words, prepared.fold, prepared.keys)
    add_similar(found, document.text, [s.span for s in document.sentences], prepared.fuzzy, pack.similarity)
    assembler = Assembler(document, found, find_quantities(document.text, prepared.lexicon.full))
    gates = Gates(document, prepared.lexicon, pack.similarity)
    look_alikes: dict[tuple[str, str], list[Span]] = {}
    lacks: dict[tuple[str, str], list[Span]] = {}
    hits: dict[tuple[str, str], list[Hit]] = {}
    for target in prepared.targets:
        key = (target.rule.id, target.element.id)
        for hit in assembler.hits(target):
            if target.stance == "never":
                look_alikes.setdefault(key, []).append(hit.span)
                continue
            if target.stance == "lacks":
                lacks.setdefault(key, []).append(hit.span)
            hits.setdefault(key, []).append(hit)
    evidence: list[Evidence] = []
    for rule in pack.rules:
        for element in rule.elements:
            key = (rule.id, element.id)
            if element.proved_by is ProvedBy.DATES:
                evidence += find_deadline(document, rule, element)
            evidence += find_sections(document, rule, element, gates)
            order = {p.text: i for i, p in enumerate(element.phrases)}
            if not gated:
                evidence += (gates.accept(h) for h in hits.get(key, ()) if h.target.stance == "phrases")
                continue
            evidence += (gates.decide(h, order.get(h.target.phrase.text, 0), look_alikes.get(key, ())) for h in hits.get(key, ()))
    return tuple(evidence)
