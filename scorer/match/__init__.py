"""A document and a prepared pack in, evidence out: words, phrases, gates.

prepared  a pack's words and phrases, ready to be looked for
search    where words stand; sieve: which pairs RapidFuzz need not see
assemble  phrases from words; quantities: the values in their slots
cues      words that say done, planned, lacking; periods: which year; actors: who
passage   a hit with all of that around it
gates     from hits to evidence: barriers turn away, measure reads the value, rulings say what it proves, quotes cut
sections  evidence that is no wording: parts of the report, its dates
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from scorer.match.assemble import Assembler, Hit, Placed
from scorer.match.gates import Gates
from scorer.match.prepared import Index, Prepared, Target, index_words, prepare
from scorer.match.quantities import find_quantities
from scorer.match.search import add_similar, find_words
from scorer.match.sections import find_deadline, find_sections
from scorer.model.document import Document, Role
from scorer.model.result import Evidence, State
from scorer.model.rule import Element, ProvedBy
from scorer.model.text import Span

NEAREST = 3
"""How many near misses of an element are kept."""

__all__ = ["Index", "Prepared", "Target", "index_words", "match", "prepare"]


def match(document: Document, prepared: Prepared, *, gated: bool = True) -> tuple[Evidence, ...]:
    """Every passage found for every element, kept or turned away, in the pack's order.

    `gated=False` takes every hit for done: the plain keyword search that accuracy is measured against.
    """
    pack = prepared.pack
    words = find_words(document.text, prepared.words)
    add_similar(words, document.text, [s.span for s in document.sentences], prepared.fuzzy, prepared.sieve, pack.similarity)
    assembler = Assembler(document, words, find_quantities(document.text, prepared.lexicon.full))
    gates = Gates(document, prepared.lexicon, pack.similarity)
    found = _find(prepared.targets, assembler)
    evidence: list[Evidence] = []
    for rule in pack.rules:
        for element in rule.elements:
            if element.proved_by is ProvedBy.DATES:
                evidence += find_deadline(document, rule, element)
            evidence += find_sections(document, rule, element)
            if (of_element := found.get((rule.id, element.id))) is None:
                continue
            evidence += _judge_hits(of_element, element, gates) if gated else map(gates.accept, of_element.hits)
            if gated and element.proved_by is ProvedBy.WORK and not of_element.hits and not of_element.lacks:
                evidence += _nearest(of_element.placed, assembler, gates)
    return tuple(evidence)


class _Found(Struct):
    """What was found of one element, by what its phrases are for."""

    placed: list[Placed] = []
    """Phrases whose words are in the text, together or not."""
    hits: list[Hit] = []
    lacks: list[Hit] = []
    look_alikes: list[Span] = []


def _find(targets: Iterable[Target], assembler: Assembler) -> dict[tuple[str, str], _Found]:
    """Hits by rule and element."""
    found: dict[tuple[str, str], _Found] = {}
    for placed in assembler.place(targets):
        target = placed.target
        of_element = found.setdefault((target.rule.id, target.element.id), _Found())
        of_element.placed.append(placed)
        hits = assembler.hits(placed)
        if target.stance == "never":
            of_element.look_alikes += (hit.span for hit in hits)
        else:
            (of_element.lacks if target.stance == "lacks" else of_element.hits).extend(hits)
    return found


def _judge_hits(found: _Found, element: Element, gates: Gates) -> Iterator[Evidence]:
    """Evidence of one element. A wording that says it is lacking outweighs the bare term inside it (专职审核人员缺乏)."""
    order = {p.text: i for i, p in enumerate((*element.phrases, *element.lacks))}
    lacking = [gates.decide(hit, order[hit.target.phrase.text], found.look_alikes) for hit in found.lacks]
    outweighed = [hit.span for hit, e in zip(found.lacks, lacking, strict=True) if e.state is State.DENIED]
    for hit in found.hits:
        if not any(lack.holds(hit.span) for lack in outweighed):
            yield gates.decide(hit, order[hit.target.phrase.text], found.look_alikes)
    yield from lacking


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
