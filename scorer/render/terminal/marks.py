"""The mark and the colour of every verdict and state; the marks alone tell them apart, colour only helps."""

from scorer.model.result import State, Verdict

VERDICT: dict[Verdict, tuple[str, str]] = {
    Verdict.MET: ("✓", "green"),
    Verdict.PARTIAL: ("◐", "yellow"),
    Verdict.FAILED: ("✗", "bold red"),
    Verdict.PLANNED: ("…", "cyan"),
    Verdict.MISSING: ("○", "magenta"),
    Verdict.NA: ("–", "dim"),
}

STATE: dict[State, tuple[str, str]] = {
    State.DONE: VERDICT[Verdict.MET],
    State.PLANNED: VERDICT[Verdict.PLANNED],
    State.DENIED: VERDICT[Verdict.FAILED],
    State.ABSENT: VERDICT[Verdict.MISSING],
}

DECISIVE = "bold underline"
"""The words that decided, inside a passage."""
QUIET = "dim"
LABEL = "bold"
