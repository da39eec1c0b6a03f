"""Texts of reports -> what they share, and with whom."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scorer.copies.align import Lines, Shared, align
from scorer.copies.candidates import candidates
from scorer.copies.misfits import misfits
from scorer.copies.texts import NAME, Texts, TextsError, text_line
from scorer.model.copying import Cited, Copied, Copies, Mark, Relation, Spot, Subject
from scorer.model.text import RawSpan

__all__ = ["NAME", "Texts", "TextsError", "find_copies", "mark", "text_line"]


Before = Mapping[tuple[str | None, int | None], int]


def find_copies(texts: Texts, subjects: Sequence[Subject]) -> Copies:
    """Shared passages and misfits among all texts; `subjects` says of each whose it is."""
    before = _years_before(subjects)
    found = [c for one, other in candidates(texts, subjects) for c in _between(one, other, texts, subjects, before)]
    found.sort(key=lambda c: (c.here.text, c.here.span, c.there.text))
    return Copies(tuple(subjects), tuple(found), misfits(subjects, found))


def mark(copies: Copies, cited: Sequence[Cited]) -> tuple[Mark, ...]:
    """The evidence of which at least half is copied, each piece once; of mutual copies both sides are marked."""
    spots: dict[int, list[tuple[RawSpan, Copied]]] = {}
    for copied in copies.passages:
        for spot in (copied.here, copied.there) if copied.mutual else (copied.here,):
            spots.setdefault(spot.text, []).append((spot.span, copied))
    found = []
    for piece in cited:
        source = next((c for span, c in spots.get(piece.text, ()) if 2 * _overlap(span, piece.span) >= piece.span.end - piece.span.start), None)
        if source:
            found.append(Mark(piece, source))
    return tuple(found)


def _between(one: int, other: int, texts: Texts, subjects: Sequence[Subject], before: Before) -> Iterator[Copied]:
    """What two texts share, the later of two years first.

    Two texts that claim the same body and year are one report twice; of a body's own, only the report before is looked at.
    """
    mine, theirs = subjects[one], subjects[other]
    if mine.body and mine.body == theirs.body and mine.year == theirs.year:
        return
    mutual = mine.year is None or theirs.year is None or mine.year == theirs.year
    if not mutual and (mine.year or 0) < (theirs.year or 0):
        one, other = other, one
    same_body = mine.body is not None and mine.body == theirs.body
    if same_body and before.get((subjects[one].body, subjects[one].year)) != subjects[other].year:
        return
    relation = Relation.EARLIER_YEAR if same_body else Relation.OTHER_BODY
    lines = Lines(texts.get(one).text), Lines(texts.get(other).text)
    for shared in align(texts.get(one), texts.get(other)):
        spots = [_spot(i, texts, span, at) for i, span, at in zip((one, other), _spans(shared), lines, strict=True)]
        yield Copied(spots[0], spots[1], relation, shared.similarity, mutual)


def _spans(shared: Shared) -> tuple[RawSpan, RawSpan]:
    return shared.one, shared.other


def _spot(index: int, texts: Texts, span: RawSpan, lines: Lines) -> Spot:
    return Spot(index, span, lines.of(span.start), texts.get(index).text[span.start : span.end])


def _years_before(subjects: Sequence[Subject]) -> Before:
    """For every body and year the year of its report before."""
    known = sorted({(s.body, s.year) for s in subjects if s.body and s.year})
    return {(body, year): earlier for (other, earlier), (body, year) in pairwise(known) if other == body}


def _overlap(one: RawSpan, other: RawSpan) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
