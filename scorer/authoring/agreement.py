"""How far two reviewers agree on the same verdicts."""

from pathlib import Path

from msgspec import Struct

from scorer.authoring.figures import kappa
from scorer.model.result import Decision
from scorer.overrides import SUFFIX
from scorer.overrides.decisions import read_record


class Agreement(Struct, frozen=True):
    """Decisions on the same rule of the same report: `both` were taken on equal texts and rules, `apart` were not."""

    both: tuple[tuple[str, Decision, Decision], ...]
    """(report, one reviewer's decision, the other's)."""
    alone: int
    """Decisions of one reviewer only."""
    apart: int

    @property
    def differing(self) -> list[tuple[str, Decision, Decision]]:
        """Where the verdicts differ, in the order of the reports."""
        return [(report, a, b) for report, a, b in self.both if a.verdict is not b.verdict]

    @property
    def kappa(self) -> float:
        """Cohen's kappa of the verdicts."""
        return kappa([(a.verdict, b.verdict) for _, a, b in self.both])


def records(place: Path) -> dict[tuple[str, str], Decision]:
    """Every decision of a record or of a folder of records, by report and rule; raises InputError."""
    if place.is_dir():
        files = {p.relative_to(place).as_posix().removesuffix(SUFFIX): p for p in sorted(place.rglob(f"*{SUFFIX}"))}
    else:
        files = {"": place}
    return {(report, d.rule): d for report, file in files.items() for d in read_record(file)}


def agreement(one: Path, other: Path) -> Agreement:
    """Two records, or two folders whose reports have the same names."""
    ones, others = records(one), records(other)
    shared = [(key[0], ones[key], others[key]) for key in ones if key in others]
    both = tuple((r, a, b) for r, a, b in shared if (a.report_sha256, a.rule_sha256) == (b.report_sha256, b.rule_sha256))
    return Agreement(both, len(ones.keys() ^ others.keys()), len(shared) - len(both))
