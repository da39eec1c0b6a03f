"""What people put over the program's verdicts: review decisions beside a report, waivers beside the rules.

    fields     one strict reading of a mapping, for both kinds of file
    decisions  FILE.review.yml and its decisions; write: the same, to the disk
    waivers    waivers.yml
    apply      decisions that hold replace verdicts, stale ones are shown; waived rules do not count

Codes: R280 value · R281 day · R282 years · R283 rule · R284 a second decision; and those of YAML and of keys (see packs).
"""

from pathlib import Path

from scorer.model.result import Decision
from scorer.overrides.apply import apply_decisions, apply_waivers

__all__ = ["SUFFIX", "apply_decisions", "apply_waivers", "read_decisions", "review_path"]

SUFFIX = ".review.yml"


def review_path(report: str) -> Path:
    """Where the decisions on a report live."""
    return Path(report + SUFFIX)


def read_decisions(report: str) -> tuple[Decision, ...]:
    """The decisions on a report, none where there is no file; raises `InputError` with all that is wrong with it.

    A record that cannot be read keeps its report from being scored: dropping decisions in silence would be worse.
    """
    path = review_path(report)
    if report == "-" or not path.is_file():
        return ()
    from scorer.overrides.decisions import read_record

    return read_record(path)
