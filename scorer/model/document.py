"""A report as its reader sees it: sections with roles, sentences, clauses, and who reports on what year."""

from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from scorer.model.text import Notice, Span

T = TypeVar("T")


class Role(StrEnum):
    """What a part of a report is for; the prior that cues in a clause can overrule."""

    WORK = "work"
    PROBLEMS = "problems"
    PLANS = "plans"
    MIXED = "mixed"
    """Problems and plans under one heading."""
    PREAMBLE = "preamble"
    BOILERPLATE = "boilerplate"
    """Navigation, page furniture, links: never evidence."""


class Kind(StrEnum):
    """The kind of body, which decides whose deeds count."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    BRANCH = "branch"
    TOWNSHIP = "township"


class Sentence(Struct, frozen=True):
    """A sentence with its place in the report; `clauses` are its parts between commas."""

    index: int
    span: Span
    paragraph: int
    role: Role
    headings: tuple[Span, ...]
    """Headings above it, outermost first."""
    clauses: tuple[Span, ...]
    is_heading: bool = False


class Found(Struct, Generic[T], frozen=True):
    """A value read off the report and the place that says it (None where given from outside)."""

    value: T
    span: Span | None = None


class Document(Struct, frozen=True):
    """A segmented report."""

    text: str
    sentences: tuple[Sentence, ...]
    body: str | None
    kind: Kind
    year: int | None
    sector: str
    published: Found[date] | None
    signed: Found[date] | None
    notices: tuple[Notice, ...] = ()
