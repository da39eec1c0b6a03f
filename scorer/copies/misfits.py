"""Reports that look copied and not corrected: they name another's body or year, or two claim to be the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scorer.model.copying import Copied, Misfit, Spot, Subject, Warned

_OF_THE_YEAR = r"(?<![\d自从至到—–-]){0}年(?!\d|[—–至-]|以来|起|版|修订|修正|底前)"
"""A year as the time of what is told: not a date, a span of years, or the version of a law."""


def misfits(subjects: Sequence[Subject], passages: Iterable[Copied]) -> tuple[Warned, ...]:
    """All warnings, by text; each name or year once for a pair of texts."""
    found = {(w.misfit, w.text, w.other, w.said): w for w in (*_doubles(subjects), *_named(subjects, passages))}
    return tuple(sorted(found.values(), key=lambda w: (w.text, w.other, w.misfit, w.line)))


def _doubles(subjects: Sequence[Subject]) -> Iterator[Warned]:
    """Unlike files of one body and year."""
    claims: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, subject in enumerate(subjects):
        if subject.body and subject.year:
            claims[subject.body, subject.year].append(i)
    for (body, year), claimants in claims.items():
        for i in claimants[1:]:
            if subjects[i].sha256 != subjects[claimants[0]].sha256:
                yield Warned(Misfit.SAME_REPORT, i, claimants[0], f"{body} {year}", 1)


def _named(subjects: Sequence[Subject], passages: Iterable[Copied]) -> Iterator[Warned]:
    """A copy that is not known to be the source of the other is looked at from both ends."""
    for copied in passages:
        ends = [(copied.here, copied.there)] + ([(copied.there, copied.here)] if copied.mutual else [])
        for here, there in ends:
            mine, theirs = subjects[here.text], subjects[there.text]
            if theirs.body and mine.body and _is_foreign(theirs.body, mine.body) and theirs.body in here.quote:
                line = _line(here, here.quote.index(theirs.body))
                yield Warned(Misfit.OTHER_BODY_NAMED, here.text, there.text, theirs.body, line)
            year = theirs.year if mine.year and theirs.year != mine.year else None
            if year and (m := re.search(_OF_THE_YEAR.format(year), here.quote)):
                yield Warned(Misfit.OTHER_YEAR_NAMED, here.text, there.text, str(year), _line(here, m.start()))


def _line(spot: Spot, at: int) -> int:
    return spot.line + spot.quote.count("\n", 0, at)


def _is_foreign(name: str, own: str) -> bool:
    """A branch may well name its bureau, and a bureau its branch."""
    return name not in own and own not in name
