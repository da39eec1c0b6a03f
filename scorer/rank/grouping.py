"""Reports by the values of some columns: what the scorecard says of a report, or what the manifest brought."""

from collections import defaultdict
from collections.abc import Sequence

from scorer.errors import Problem
from scorer.model.ranking import Result
from scorer.rank.lines import ResultsError

OWN = ("body", "kind", "sector", "year", "pack")
"""Columns that every scorecard has; a column of the same name in the manifest has decided them already."""
Key = tuple[tuple[str, str], ...]


def members(results: Sequence[Result], columns: Sequence[str]) -> list[tuple[Key, list[Result]]]:
    """The groups by key, in the order of their values; a report without a value has "" for it."""
    unknown = [c for c in columns if c not in OWN and not any(c == name for r in results for name, _ in r.groups)]
    if unknown:
        known = dict.fromkeys((*OWN, *(name for r in results for name, _ in r.groups)))
        raise ResultsError(*(Problem("D505", f"没有分组列 {c}", f"可用的列：{'、'.join(known)}") for c in unknown))
    found: dict[Key, list[Result]] = defaultdict(list)
    for result in results:
        found[tuple((c, value(result, c)) for c in columns)].append(result)
    return sorted(found.items())


def value(result: Result, column: str) -> str:
    """What a report has in a column."""
    own = {"body": result.body or "", "kind": result.kind, "sector": result.sector, "year": str(result.year or ""), "pack": result.pack.id}
    return dict(result.groups).get(column) or own.get(column, "")
