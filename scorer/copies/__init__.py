"""Texts of reports -> what they share, and with whom."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from scorer.copies.align import Lines, align, rare_spans
from scorer.copies.candidates import candidates
from scorer.copies.misfits import misfits
from scorer.copies.telling import telling
from scorer.copies.texts import NAME, Text, Texts, TextsError, text_line
from scorer.model.copying import Cited, Copied, Copies, Mark, Origin, Relation, Spot, Subject
from scorer.model.text import RawSpan

__all__ = ["NAME", "Texts", "TextsError", "covers", "find_copies", "mark", "origins", "subjects_of", "text_line"]


Before = Mapping[tuple[str | None, int | None], int]


def subjects_of(texts: Texts) -> list[Subject]:
    """Whose the texts are, as they say themselves."""
    return [Subject(t.path, t.sha256, t.body, t.year) for t in map(texts.get, range(len(texts)))]


def find_copies(texts: Texts, subjects: Sequence[Subject]) -> Copies:
    """Shared passages and misfits among all texts; `subjects` says of each whose it is.

    What is found between two texts does not depend on the order of all.
    """
    before = _years_before(subjects)
    pairs, common = candidates(texts, subjects)
    found = [c for one, other in pairs for c in _between(one, other, texts, subjects, before, common)]
    found.sort(key=lambda c: (c.here.text, c.here.span, c.there.text))
    return Copies(tuple(subjects), tuple(found), misfits(subjects, found))


def mark(copies: Copies, cited: Sequence[Cited]) -> tuple[Mark, ...]:
    """The evidence of which at least half is copied, each piece once, with its likeliest source; of mutual copies both sides are marked."""
    ends: dict[int, list[tuple[Spot, Copied]]] = {}
    for here, _, copied in _ends(copies):
        ends.setdefault(here.text, []).append((here, copied))
    found = []
    for piece in cited:
        source = next((copied for spot, copied in ends.get(piece.text, ()) if covers(spot.span, piece.span)), None)
        if source:
            found.append(Mark(piece, source))
    return tuple(found)


def origins(copies: Copies) -> dict[int, list[Origin]]:
    """By text, where its copied passages stand as well, the likeliest source first."""
    found: dict[int, list[Origin]] = {}
    for here, there, copied in _ends(copies):
        source = copies.subjects[there.text]
        lines = here.line, there.line, there.line + there.quote.count("\n")
        how = copied.relation, copied.similarity, copied.mutual
        origin = Origin(here.span, here.telling, *how, source.path, source.body, source.year, *lines)
        found.setdefault(here.text, []).append(origin)
    return found


def covers(span: RawSpan, piece: RawSpan) -> bool:
    """Whether at least half of a piece lies in a passage."""
    return 2 * (min(span.end, piece.end) - max(span.start, piece.start)) >= piece.end - piece.start


def _ends(copies: Copies) -> list[tuple[Spot, Spot, Copied]]:
    """Every copied passage with its source, the likeliest first; a mutual copy is one at both ends."""
    found = [(c.here, c.there, c) for c in copies.passages]
    found += [(c.there, c.here, c) for c in copies.passages if c.mutual]
    return sorted(found, key=lambda end: _likeliness(copies, *end))


def _likeliness(copies: Copies, here: Spot, there: Spot, copied: Copied) -> tuple[object, ...]:
    """Surely copied from another body first, then the longest and the most alike; the order of the texts has no say."""
    source = copies.subjects[there.text]
    rank = (copied.relation is not Relation.OTHER_BODY, copied.mutual, not here.telling)
    return (*rank, here.span.start - here.span.end, -copied.similarity, source.year or 0, source.path, there.line)


def _between(one: int, other: int, texts: Texts, subjects: Sequence[Subject], before: Before, common: Set[int]) -> Iterator[Copied]:
    """What two texts share, the later of two years first, the first by name of one year.

    Two texts that claim the same body and year are one report twice; of a body's own, only the report before is looked at.
    """
    mine, theirs = subjects[one], subjects[other]
    if mine.body and mine.body == theirs.body and mine.year == theirs.year:
        return
    mutual = mine.year is None or theirs.year is None or mine.year == theirs.year
    if (mine.path > theirs.path) if mutual else ((mine.year or 0) < (theirs.year or 0)):
        one, other = other, one
    same_body = mine.body is not None and mine.body == theirs.body
    if same_body and before.get((subjects[one].body, subjects[one].year)) != subjects[other].year:
        return
    relation = Relation.EARLIER_YEAR if same_body else Relation.OTHER_BODY
    first, second = texts.get(one), texts.get(other)
    found = list(align(first, second, common))
    if not found:
        return
    lines = Lines(first.text), Lines(second.text)
    rare = rare_spans(first, second, common), rare_spans(second, first, common)
    for shared in found:
        here, there = _quote(first, shared.one), _quote(second, shared.other)
        yield Copied(
            Spot(one, shared.one, lines[0].of(shared.one.start), here, telling(here, there, shared.one.start, shared.similarity, rare[0])),
            Spot(other, shared.other, lines[1].of(shared.other.start), there, telling(there, here, shared.other.start, shared.similarity, rare[1])),
            relation,
            shared.similarity,
            mutual,
        )


def _quote(text: Text, span: RawSpan) -> str:
    return text.text[span.start : span.end]


def _years_before(subjects: Sequence[Subject]) -> Before:
    """For every body and year the year of its report before."""
    known = sorted({(s.body, s.year) for s in subjects if s.body and s.year})
    return {(body, year): earlier for (other, earlier), (body, year) in pairwise(known) if other == body}
