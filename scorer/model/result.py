"""What the scorer says: evidence, judgements, scorecards, failures."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from scorer.model.document import Document
from scorer.model.rule import Grade, Pack, Rule
from scorer.model.text import CleanText, Notice, RawSpan, Source, Span

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
    COPIED = "copied"


class Value(Struct, frozen=True):
    """A quantity read off the text: `number` in `unit`, and whether it passed its bound."""

    kind: str
    number: float
    unit: str
    bound: str = ""
    passed: bool | None = None


class Reason(Struct, frozen=True):
    """Words that decided, and the cue they were taken for."""

    span: Span
    cue: str


class Evidence(Struct, frozen=True):
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


class ElementResult(Struct, frozen=True):
    """The state of one element and the passages for and against it."""

    id: str
    title: str
    state: State
    evidence: tuple[Evidence, ...] = ()
    weakness: tuple[Evidence, ...] = ()
    rejected: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    alternative: State | None = None


class Decision(Struct, frozen=True):
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


class Reviewed(Struct, frozen=True):
    """A decision that holds, and the automatic verdict of today that it replaces."""

    decision: Decision
    automatic: Verdict


class StaleReview(Struct, frozen=True):
    """A decision that is shown and not applied, and what has changed under it."""

    decision: Decision
    changes: tuple[Change, ...]


class Waiver(Struct, frozen=True):
    """A rule that does not count for a body in the report years `first`..`last`."""

    body: str
    rule: str
    first: int
    last: int
    reason: str


class Judgement(Struct, frozen=True):
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


class Tally(Struct, frozen=True):
    """The figures of one category."""

    id: str
    title: str
    score: float | None
    counts: tuple[tuple[Verdict, int], ...]


class Scorecard(Struct, frozen=True):
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


class Failure(Struct, frozen=True):
    """An input that could not be scored, and why."""

    path: str
    code: str
    message: str
    advice: str
