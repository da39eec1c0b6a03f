"""Scorecards -> ranking: who stands where among whom, how firmly, and why."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from msgspec.structs import replace

from scorer.model.ranking import ANY_GROUP, Apart, Entry, Group, Item, Ranking, Result, Results, RuleHead
from scorer.rank.bands import bands
from scorer.rank.choices import Choices, Scale
from scorer.rank.compare import compare
from scorer.rank.compared import Compared, Limits, compare_by, items_of, reason_apart
from scorer.rank.grouping import members
from scorer.rank.intervals import intervals
from scorer.rank.lines import ResultsError
from scorer.rank.read import read_card, read_cited, read_passages, read_results

__all__ = ["EXACT", "Limits", "ResultsError", "compare", "rank", "read_card", "read_cited", "read_passages", "read_results"]

EXACT = 5000
"""Most bodies of a group for which intervals are counted: that takes a comparison of every two, bands only one pass."""


def rank(results: Results, by: Sequence[Sequence[str]] = (), limits: Limits | None = None) -> Ranking:
    """All reports ranked together, then within the groups that each grouping makes; a grouping is some columns.

    Raises `ResultsError` for a column that no report has. The order of the results never changes anything.
    """
    limits = limits or Limits()
    keyed = [(ANY_GROUP, results.scored), *(found for columns in by for found in members(results.scored, columns))]
    return Ranking(tuple(rank_group(key, found, limits) for key, found in keyed), results.failures)


def rank_group(key: tuple[tuple[str, str], ...], results: Sequence[Result], limits: Limits) -> Group:
    """One group: places by exact score, ties sharing one."""
    compared = compare_by(results)
    entries, apart = list[Entry](), list[Apart]()
    for result in sorted(results, key=lambda r: (r.path, r.sha256, r.line)):
        items = items_of(result, compared)
        earned, possible, applicable = _sums(compared.rules, items)
        if reason := reason_apart(result, items, limits):
            apart.append(Apart(result, reason, possible, applicable))
        else:
            entries.append(Entry(result, 0, 0, None, earned, possible, applicable, items))
    return Group(key, compared.packs, compared.rules, compared.left_out, _placed(entries, compared), tuple(apart))


def _sums(rules: Sequence[RuleHead], items: Sequence[Item]) -> tuple[Fraction, int, int]:
    """Earned points, possible points, number of rules that apply."""
    counted = [(h.weight, i.share) for h, i in zip(rules, items, strict=True) if i.applies]
    return sum((w * s for w, s in counted), Fraction(0)), sum(w for w, _ in counted), len(counted)


def _placed(entries: Sequence[Entry], compared: Compared) -> tuple[Entry, ...]:
    """Entries with place, band and, where the group is not too large, interval."""
    ordered = sorted(entries, key=lambda e: -e.score)
    scale = Scale.of(compared.rules, [e.items for e in ordered])
    choices = [Choices.of(e.items, scale) for e in ordered]
    at = 0
    by_place: list[range] = []
    for _, tied in groupby(ordered, key=lambda e: e.score):
        by_place.append(range(at, at := at + len(list(tied))))
    spans = intervals(choices) if len(ordered) <= EXACT else [None] * len(ordered)
    found = []
    for place, band in zip(by_place, bands([[choices[i] for i in place] for place in by_place]), strict=True):
        found += [replace(ordered[i], place=place.start + 1, band=band, interval=spans[i]) for i in place]
    return tuple(found)
