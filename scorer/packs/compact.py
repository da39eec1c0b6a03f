"""A pack and its lexicon as nested lists, for the cache. Written by hand, as reading must take milliseconds.

Words never hold white space, so a list of words is one string with blanks. Of rules there are dozens, of phrases
thousands: parts and phrases are therefore kept by column (see columns.py), and elements name how many are theirs.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from scorer.model.lexicon import Actors, Bodies, Cue, Direction, HeadingWords, Lexicon, Meaning, Reach
from scorer.model.rule import Basis, Category, Deadline, Element, Grade, Pack, Phrase, ProvedBy, Rule
from scorer.packs.columns import from_phrases, to_phrases

FORMAT = 4
"""Raised with every change of the lists written here and in columns.py."""

Row = list[Any]


def encode(pack: Pack, lexicon: Lexicon) -> Row:
    """Lists of strings and numbers that `decode` turns back into equals."""
    return [
        [pack.id, pack.title, pack.version, pack.sha256, pack.sector, pack.similarity, pack.title_en],
        [[c.id, c.title, c.title_en] for c in pack.categories],
        [[g.id, g.title, g.at_least, g.title_en] for g in pack.grades],
        from_phrases([p for rule in pack.rules for e in rule.elements for group in (e.phrases, e.lacks, e.never) for p in group]),
        [_from_rule(rule) for rule in pack.rules],
        _from_lexicon(lexicon),
    ]


def decode(row: Row, path: str) -> tuple[Pack, Lexicon]:
    """The pack and lexicon; the path is not part of a pack's content, so it is given anew."""
    head, categories, grades, phrases, rules, lexicon = row
    pack_id, title, version, sha256, sector, similarity, title_en = head
    supply = _Supply(to_phrases(phrases))
    pack = Pack(
        pack_id,
        title,
        version,
        sha256,
        path,
        tuple(Category(*c) for c in categories),
        tuple(Grade(*g) for g in grades),
        tuple([_to_rule(rule, supply) for rule in rules]),
        sector,
        similarity,
        title_en,
    )
    return pack, _to_lexicon(lexicon)


class _Supply:
    """Hands out phrases in the order in which they were gathered."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self._phrases = phrases
        self._at = 0

    def take(self, count: int) -> tuple[Phrase, ...]:
        self._at += count
        return self._phrases[self._at - count : self._at]


def _from_rule(r: Rule) -> Row:
    basis = [[b.document, b.number, b.article, _from_date(b.start), _from_date(b.end), b.verified, b.note] for b in r.basis]
    elements = [_from_element(e) for e in r.elements]
    return [
        r.id,
        r.title,
        r.category,
        r.weight,
        elements,
        r.title_en,
        r.why,
        basis,
        list(r.kinds),
        list(r.functions),
        [r.first_year, r.last_year, r.sha256],
    ]


def _to_rule(row: Row, supply: _Supply) -> Rule:
    rule_id, title, category, weight, elements, title_en, why, basis, kinds, functions, rest = row
    return Rule(
        rule_id,
        title,
        category,
        weight,
        tuple([_to_element(e, supply) for e in elements]),
        title_en,
        why,
        tuple([Basis(doc, number, article, _to_date(start), _to_date(end), *more) for doc, number, article, start, end, *more in basis]),
        tuple(kinds),
        tuple(functions),
        *rest,
    )


def _from_date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _to_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _from_element(e: Element) -> Row:
    counts = [len(group) for group in (e.phrases, e.lacks, e.never)]
    deadlines = [[d.first, d.last, d.month, d.day] for d in e.deadlines]
    return [e.id, e.title, e.title_en, e.concrete, e.zero_counts, e.any_actor, e.required, e.proved_by.value, counts, deadlines]


def _to_element(row: Row, supply: _Supply) -> Element:
    element_id, title, title_en, concrete, zero, actor, required, proved_by, counts, deadlines = row
    phrases, lacks, never = (supply.take(n) for n in counts)
    until = tuple(Deadline(*d) for d in deadlines)
    return Element(element_id, title, title_en, concrete, zero, actor, required, ProvedBy(proved_by), phrases, lacks, never, until)


def _join_all(value: Any) -> Iterator[str]:
    """The word lists of a record that holds nothing else."""
    return (" ".join(getattr(value, key)) for key in value.__slots__)


def _from_lexicon(x: Lexicon) -> Row:
    cues = [[" ".join(c.words), c.meaning.value, c.direction.value, c.reach.value, " ".join(c.roles), " ".join(c.ends)] for c in x.cues]
    named = [[[key, " ".join(words)] for key, words in group] for group in (x.bodies.sectors, x.bodies.kinds)]
    bodies = [*named, " ".join(x.bodies.without_enforcement), " ".join(x.bodies.suffixes)]
    plain = [" ".join(words) for words in (x.pseudo, x.full, x.confusions)]
    return [cues, list(_join_all(x.actors)), list(_join_all(x.headings)), bodies, plain]


def _to_lexicon(row: Row) -> Lexicon:
    cues, actors, headings, bodies, plain = row
    sectors, kinds = (tuple((key, _split(words)) for key, words in group) for group in bodies[:2])
    pseudo, full, confusions = map(_split, plain)
    return Lexicon(
        tuple(Cue(_split(c[0]), Meaning(c[1]), Direction(c[2]), Reach(c[3]), _split(c[4]), _split(c[5])) for c in cues),
        pseudo,
        Actors(*map(_split, actors)),
        HeadingWords(*map(_split, headings)),
        Bodies(sectors, kinds, _split(bodies[2]), _split(bodies[3])),
        full,
        confusions,
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())
