"""Copied text: what a report shares, word for word or nearly, with another body's or with its own of an earlier year."""

from enum import StrEnum

from msgspec import Struct

from scorer.model.text import RawSpan


class Subject(Struct, frozen=True):
    """Whose report a text is; a text is known by its place in the list of all."""

    path: str
    sha256: str
    body: str | None
    year: int | None


class Spot(Struct, frozen=True):
    """A passage of one text, verbatim; `line` counts from 1."""

    text: int
    span: RawSpan
    line: int
    quote: str
    telling: tuple[RawSpan, ...] = ()
    """Its sentences that nobody writes like this by chance (see `scorer.copies.telling`)."""


class Relation(StrEnum):
    """Where the other copy of a passage stands."""

    OTHER_BODY = "other-body"
    EARLIER_YEAR = "earlier-year"


class Copied(Struct, frozen=True):
    """A passage that two reports share: `here` is the later of two years; of one year, neither is known to be the source."""

    here: Spot
    there: Spot
    relation: Relation
    similarity: int
    """Percent; 100 is word for word, apart from punctuation and spaces."""
    mutual: bool
    """True where both are of one year, or a year is not known: either may have it from the other, or both from a third."""


class Misfit(StrEnum):
    """What looks copied and not corrected."""

    SAME_REPORT = "same-report"
    """Two unlike texts claim the same body and year."""
    OTHER_BODY_NAMED = "other-body-named"
    """A shared passage names the body of the report it is shared with."""
    OTHER_YEAR_NAMED = "other-year-named"
    """A shared passage speaks of the year of the report it is shared with."""


class Warned(Struct, frozen=True):
    """A report that may not be its body's or its year's own; `said` is the name or year that does not fit."""

    misfit: Misfit
    text: int
    other: int
    said: str
    line: int


class Cited(Struct, frozen=True):
    """A passage that proves an element, by its place in the source."""

    text: int
    rule: str
    element: str
    """Titles."""
    span: RawSpan


class Mark(Struct, frozen=True):
    """Evidence that is copied: it counts as before, and says where its words stand as well."""

    cited: Cited
    copied: Copied


class Origin(Struct, frozen=True):
    """Where a passage of a report, at `span` from line `own` on, stands as well; `telling` and `mutual` as in `Spot` and `Copied`."""

    span: RawSpan
    telling: tuple[RawSpan, ...]
    relation: Relation
    similarity: int
    mutual: bool
    path: str
    body: str | None
    year: int | None
    own: int
    line: int
    last: int


class Copies(Struct, frozen=True):
    """All that was found among some reports, in the order of the texts."""

    subjects: tuple[Subject, ...]
    passages: tuple[Copied, ...]
    warnings: tuple[Warned, ...]
