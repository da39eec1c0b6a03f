"""The mark and the colour of every verdict and state on a terminal."""

from scorer.model.result import State, Verdict
from scorer.render.marks import STATE_MARKS, VERDICT_MARKS

_STYLES = {
    Verdict.MET: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.FAILED: "bold red",
    Verdict.PLANNED: "cyan",
    Verdict.MISSING: "magenta",
    Verdict.NA: "dim",
}
_LIKE = {State.DONE: Verdict.MET, State.PLANNED: Verdict.PLANNED, State.DENIED: Verdict.FAILED, State.ABSENT: Verdict.MISSING}

VERDICT: dict[Verdict, tuple[str, str]] = {verdict: (VERDICT_MARKS[verdict], style) for verdict, style in _STYLES.items()}
STATE: dict[State, tuple[str, str]] = {state: (STATE_MARKS[state], _STYLES[like]) for state, like in _LIKE.items()}

DECISIVE = "bold underline"
"""The words that decided, inside a passage."""
QUIET = "dim"
LABEL = "bold"
