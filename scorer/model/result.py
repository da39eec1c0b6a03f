"""What the scorer says: evidence, judgements, scorecards, failures."""

from datetime import date
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
class Decision:
    """What a reviewer decided on one rule of one report, and what lay before them: the automatic verdict, report and rule."""

    rule: str
    automatic: Verdict
    verdict: Verdict
    by: str
    on: date
    reason: str
    report_sha256: str
    rule_sha256: str
    states: tuple[tuple[str, State], ...] = ()
    """(element, its state as the reviewer reads it); empty where only the verdict was given."""


class Change(StrEnum):
    """Why a decision no longer holds."""

    TEXT = "text"
    RULE = "rule"
    ELEMENTS = "elements"
    """Its element states are not those of the rule, or do not give its verdict."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision that holds, and the automatic verdict of today that it replaces."""

    decision: Decision
    automatic: Verdict


@dataclass(frozen=True, slots=True)
class StaleReview:
    """A decision that is shown and not applied, and what has changed under it."""

    decision: Decision
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that does not count for a body in the report years `first`..`last`."""

    body: str
    rule: str
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one rule: the reviewer's where `reviewed` is set; `elements` are always as the program found them."""

    rule: Rule
    verdict: Verdict
    elements: tuple[ElementResult, ...]
    doubts: tuple[Doubt, ...] = ()
    """Why a person should look; none once a person has."""
    alternative: Verdict | None = None
    reviewed: Reviewed | None = None
    stale_review: StaleReview | None = None
    waived: Waiver | None = None


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
