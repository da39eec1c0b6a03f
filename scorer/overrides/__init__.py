"""What people put over the program's verdicts: review decisions beside a report, waivers beside the rules.

    fields     one strict reading of a mapping, for both kinds of file
    decisions  FILE.review.yml and its decisions; write: the same, to the disk
    waivers    waivers.yml
    apply      decisions that hold replace verdicts, stale ones are shown; waived rules do not count

Codes: R280 value · R281 day · R282 years · R283 rule · R284 a second decision; and those of YAML and of keys (see packs).
"""

from scorer.overrides.apply import apply_decisions, apply_waivers
from scorer.overrides.decisions import read_decisions, review_path
from scorer.overrides.waivers import read_waivers

__all__ = ["apply_decisions", "apply_waivers", "read_decisions", "read_waivers", "review_path"]
