"""Gates that turn a hit away: the words are there and prove nothing. Their order is their precedence."""

from collections.abc import Callable
from typing import NamedTuple

from scorer.match.passage import Passage
from scorer.model.document import Role
from scorer.model.lexicon import Meaning
from scorer.model.result import Reason
from scorer.model.rule import ProvedBy
from scorer.model.text import Span


class TurnedAway(NamedTuple):
    """The gate that closed, and the words that closed it."""

    gate: str
    reason: Reason


def turn_away(passage: Passage) -> TurnedAway | None:
    """The first gate that this passage does not get through, None where it gets through all."""
    told_by_part = passage.element.proved_by in (ProvedBy.PLANS, ProvedBy.PROBLEMS, ProvedBy.CAUSES)
    for gate, closes in _FOR_ALL if told_by_part else (*_FOR_ALL, *_FOR_DEEDS):
        if reason := closes(passage):
            return TurnedAway(gate, reason)
    return None


def _in_furniture(passage: Passage) -> Reason | None:
    return Reason(passage.sentence.span, "boilerplate") if passage.sentence.role is Role.BOILERPLATE else None


def _looks_alike(passage: Passage) -> Reason | None:
    like = next((span for span in passage.look_alikes if span.touches(passage.hit.span)), None)
    return Reason(like, "look-alike") if like else None


def _in_title(passage: Passage) -> Reason | None:
    """The name of a document is no deed, unless somebody plans to make it."""
    title = next((t for t in passage.setting.titles if all(t.holds(p) for p in passage.hit.parts)), None)
    return Reason(title, "title") if title and not passage.cue(Meaning.PLANNED, Meaning.IN_PROGRESS) else None


def _is_studied(passage: Passage) -> Reason | None:
    studied = passage.cue(Meaning.STUDIED)
    return Reason(studied.span, "studied") if studied else None


def _in_heading(passage: Passage) -> Reason | None:
    is_announced = passage.element.concrete and passage.sentence.is_heading
    return Reason(passage.sentence.span, "heading") if is_announced else None


def _is_anothers(passage: Passage) -> Reason | None:
    """Another body did it, or issued the document that only speaks of it; what others demand is a gate of its own."""
    if passage.element.any_actor or passage.cue(Meaning.REQUIRED):
        return None
    subjects, sentence, parts = passage.setting.subjects, passage.sentence, passage.hit.parts
    # the last part holds the deed: 市局公布清单，分局逐案对照
    other = subjects.other_than_own(sentence, parts[-1])
    if other and not _is_object(passage, other):
        return Reason(other, "other-actor")
    if issued := subjects.is_quoted(sentence, parts):
        return Reason(issued, "other-actor")
    cue = passage.cue(Meaning.OTHER_ACTOR)
    return Reason(cue.span, "other-actor") if cue else None


def _is_object(passage: Passage, other: Span) -> bool:
    """True where the phrase itself begins with an enterprise: what it enters, is told or is given (企业…纳入…清单)."""
    setting = passage.setting
    return passage.hit.parts[0].touches(other) and setting.text[other.start : other.end].endswith(setting.lexicon.actors.enterprises)


def _is_of_another_year(passage: Passage) -> Reason | None:
    period = passage.period
    return Reason(period.words, "earlier-period") if period and period.offset < 0 else None


_Gate = tuple[str, Callable[[Passage], Reason | None]]
_FOR_ALL: tuple[_Gate, ...] = (("boilerplate", _in_furniture), ("look-alike", _looks_alike))
_FOR_DEEDS: tuple[_Gate, ...] = (
    ("title", _in_title),
    ("title", _is_studied),
    ("heading", _in_heading),
    ("other-actor", _is_anothers),
    ("earlier-period", _is_of_another_year),
)
"""Not for elements that a part of the report proves, such as its plan: there it may speak of whom and what it likes."""
