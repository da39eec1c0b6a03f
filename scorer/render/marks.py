"""The mark of every verdict and state: it alone tells them apart, colour only helps."""

from scorer.model.result import State, Verdict

VERDICT_MARKS: dict[Verdict, str] = {
    Verdict.MET: "✓",
    Verdict.PARTIAL: "◐",
    Verdict.FAILED: "✗",
    Verdict.PLANNED: "…",
    Verdict.MISSING: "○",
    Verdict.NA: "–",
}

STATE_MARKS: dict[State, str] = {
    State.DONE: VERDICT_MARKS[Verdict.MET],
    State.PLANNED: VERDICT_MARKS[Verdict.PLANNED],
    State.DENIED: VERDICT_MARKS[Verdict.FAILED],
    State.ABSENT: VERDICT_MARKS[Verdict.MISSING],
}
