"""What the scorer says: evidence, judgements, scorecards, failures."""

from enum import StrEnum

from scorer.model.document import Document
from scorer.model.rule import Grade, Pack, Rule
from scorer.model.text import CleanText, Notice, RawSpan, Source, Span
from scorer.records import dataclass

CLOSING = '”’」』"'
"""Closing quotation marks: deleted by cleaning, part of a quote they end."""


class State(StrEnum):
    """What a report says about an element."""

    DONE = "done"
    PLANNED = "planned"
    DENIED = "denied"
    ABSENT = "absent"


class Verdict(StrEnum):
    """What follows for a rule."""

    MET = "met"
    PARTIAL = "partial"
    FAILED = "failed"
    PLANNED = "planned"
    MISSING = "missing"
    NA = "na"


class Doubt(StrEnum):
    """Why a person should look; the closed list of the JSON contract."""

    SIMILARITY = "similarity-near-cutoff"
    BOUND = "value-near-bound"
    CONTRADICTION = "contradiction"
    SIGNATURE = "dated-by-signature"
    ACTOR = "implicit-actor"
    CONTRACT = "contract-review-only"
    NEW_BASIS = "basis-new"


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity read off the text: `number` in `unit`, and whether it passed its bound."""

    kind: str
    number: float
    unit: str
    bound: str = ""
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that decided, and the cue they were taken for."""

    span: Span
    cue: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage found for an element: what it says, by which phrase, decided by which words.

    `state` is None where a gate turned it away; `gate` then names the gate.
    """

    rule: str
    element: str
    span: Span
    """The quote, in the clean text."""
    sentence: int
    phrase: str
    similarity: float
    state: State | None
    because: tuple[Reason, ...] = ()
    gate: str = ""
    value: Value | None = None
    doubts: tuple[Doubt, ...] = ()
    rank: tuple[float, ...] = ()
    """Order among the evidence of an element, smallest first."""


@dataclass(frozen=True, slots=True)
class ElementResult:
    """The state of one element and the passages for and against it."""

    id: str
    title: str
    state: State
    evidence: tuple[Evidence, ...] = ()
    weakness: tuple[Evidence, ...] = ()
    rejected: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    alternative: State | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one rule."""

    rule: Rule
    verdict: Verdict
    elements: tuple[ElementResult, ...]
    doubts: tuple[Doubt, ...] = ()
    alternative: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one category."""

    id: str
    title: str
    score: float | None
    counts: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One report, judged. `score` is 0-100 with one decimal, None where nothing applies."""

    source: Source
    clean: CleanText
    document: Document
    pack: Pack
    judgements: tuple[Judgement, ...]
    score: float | None
    grade: Grade | None
    categories: tuple[Tally, ...]
    notices: tuple[Notice, ...] = ()

    def cite(self, span: Span) -> RawSpan:
        """The passage in the source, with the closing marks that cleaning took from its end."""
        raw = self.clean.offsets.to_raw(span)
        end = raw.end
        while end < len(self.source.text) and self.source.text[end] in CLOSING and self._was_cut(span.end, end):
            end += 1
        return RawSpan(raw.start, end)

    def _was_cut(self, clean_end: int, raw_at: int) -> bool:
        return clean_end >= len(self.clean.text) or self.clean.offsets.raw(clean_end) > raw_at


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be scored, and why."""

    path: str
    code: str
    message: str
    advice: str
