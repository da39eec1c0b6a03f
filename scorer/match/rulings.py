"""What a passage says of its element once it counts: denied beats planned beats done, the section decides where no cue does."""

from collections.abc import Callable
from typing import NamedTuple

from scorer.match.assemble import Hit
from scorer.match.cues import CueHit
from scorer.match.measure import Measured
from scorer.match.passage import Passage
from scorer.model.document import Role
from scorer.model.lexicon import Meaning, Reach
from scorer.model.result import Doubt, Reason, State
from scorer.model.rule import ProvedBy
from scorer.model.text import Span

_DENYING = (Meaning.NEGATED, Meaning.LACKING)
_PLANNING = (Meaning.PLANNED, Meaning.IN_PROGRESS, Meaning.REQUIRED)


class Ruling(NamedTuple):
    """The state a passage proves and the words that decided; with a gate instead of a state it proves nothing."""

    state: State | None
    because: tuple[Reason, ...]
    gate: str = ""
    weaker: bool = False
    """Cited only where nothing else says the same."""
    doubts: tuple[Doubt, ...] = ()
    at: Span | None = None
    """What is quoted, where it is not the hit."""


def rule_on(passage: Passage, measured: Measured | None) -> Ruling:
    """The first ruling that applies, in the order of precedence."""
    if passage.element.proved_by is not ProvedBy.WORK:
        return _by_part(passage)
    is_lack = passage.hit.target.stance == "lacks"
    for ruling in (_lacks,) if is_lack else _PRECEDENCE:
        if ruled := ruling(passage, measured):
            return ruled
    return Ruling(State.DONE, (measured.reason,) if measured else _words(passage, "phrase"))


def rule_on_closed(passage: Passage, gate: str, reason: Reason) -> Ruling:
    """A passage that a gate turned away; what was done in an earlier year may be denied for this one in the same breath."""
    if gate == "earlier-period" and (denied := _denied_since(passage)):
        return Ruling(State.DENIED, (reason, denied), at=denied.span)
    is_carried = gate == "other-actor" and not passage.share_clause(reason.span, passage.hit.parts[-1])
    return Ruling(None, (reason,), gate, doubts=(Doubt.ACTOR,) if is_carried else ())


def _denied_since(passage: Passage) -> Reason | None:
    """The word that denies for the report year what the passage tells of an earlier one (今年没有开展这项工作)."""
    now = [p.scope for p in passage.setting.periods(passage.sentence) if p.offset == 0 and p.scope.start > passage.hit.span.end]
    for cue in passage.setting.cues(passage.sentence):
        if cue.cue.meaning is Meaning.NEGATED and any(scope.holds(cue.span) for scope in now):
            return Reason(cue.span, cue.cue.meaning.value)
    return None


def _lacks(passage: Passage, _: Measured | None) -> Ruling:
    """Wordings that say by themselves that the deed was not done; among plans they say what is to be mended."""
    if passage.in_plans or passage.cue(*_PLANNING):
        return Ruling(None, (Reason(passage.sentence.span, "section"),), "plans")
    return Ruling(State.DENIED, _words(passage, "lacking"))


def _denied(passage: Passage, _: Measured | None) -> Ruling | None:
    denying = next((c for c in passage.cues if c.cue.meaning in _DENYING and not _follows_figure(c, passage.hit)), None)
    if denying is None or passage.in_plans:
        return None
    return Ruling(State.DENIED, (Reason(denying.span, denying.cue.meaning.value),))


def _planned(passage: Passage, _: Measured | None) -> Ruling | None:
    planning = passage.cue(*_PLANNING)
    if planning is None:
        return None
    # a body's own plan says more of it than what others want
    return Ruling(State.PLANNED, (Reason(planning.span, planning.cue.meaning.value),), weaker=planning.cue.meaning is Meaning.REQUIRED)


def _later(passage: Passage, _: Measured | None) -> Ruling | None:
    period = passage.period
    if period is None or period.offset <= 0 or passage.is_told_done:
        return None
    return Ruling(State.PLANNED, (Reason(period.words, "later-period"),))


def _among_plans(passage: Passage, _: Measured | None) -> Ruling | None:
    return Ruling(State.PLANNED, (_heading(passage),)) if passage.in_plans and not passage.is_told_done else None


def _misses_bound(_: Passage, measured: Measured | None) -> Ruling | None:
    return Ruling(State.DENIED, (measured.reason,)) if measured and measured.value.passed is False else None


def _among_problems(passage: Passage, measured: Measured | None) -> Ruling | None:
    """What a part on problems names is not praised there; only a figure within its bound, or a plain 已…, is."""
    if passage.sentence.role is not Role.PROBLEMS or (measured and measured.value.bound) or passage.is_told_done:
        return None
    return Ruling(None, (_heading(passage),), "problems")


_PRECEDENCE: tuple[Callable[[Passage, Measured | None], Ruling | None], ...] = (
    _denied,
    _planned,
    _later,
    _among_plans,
    _misses_bound,
    _among_problems,
)


def _by_part(passage: Passage) -> Ruling:
    """Elements proved by a part of the report itself: its plan, its problems, their causes."""
    role, wanted = passage.sentence.role, passage.element.proved_by
    because = _words(passage, "phrase")
    if passage.hit.target.stance == "lacks":
        return Ruling(State.DENIED, because)
    if wanted is ProvedBy.PLANS:
        fits = passage.in_plans or passage.cue(Meaning.PLANNED) is not None
    else:
        fits = role is Role.PROBLEMS and (wanted is ProvedBy.PROBLEMS or not passage.sentence.is_heading)
    return Ruling(State.DONE, because) if fits else Ruling(None, because, "section")


def _words(passage: Passage, why: str) -> tuple[Reason, ...]:
    """The words of the phrase themselves."""
    return tuple(Reason(part, why) for part in passage.hit.parts)


def _heading(passage: Passage) -> Reason:
    """The heading that gives the sentence its role."""
    headings = passage.sentence.headings
    return Reason(headings[-1] if headings else passage.sentence.span, "section")


def _follows_figure(cue: CueHit, hit: Hit) -> bool:
    """True for a negation after a plain figure: 21件案件未按期归档 does not take the 21 cases back."""
    plain = hit.quantity is not None and hit.part is not None and hit.part.slot is not None and not hit.part.slot.operator
    return plain and cue.span.start >= hit.span.end and cue.cue.reach is Reach.CLAUSE and cue.cue.meaning is Meaning.NEGATED
