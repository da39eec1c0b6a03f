"""What a ranking is made of: results read back, places, the interval of places each body can take, bands."""

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from scorer.model.result import Failure, State, Verdict

ANY_GROUP: tuple[tuple[str, str], ...] = ()
"""The key of the group that holds every report."""


class RuleHead(Struct, frozen=True):
    """A rule as far as a ranking needs it; two packs share a rule where id, weight and elements are the same."""

    id: str
    title: str
    category: str
    weight: int
    elements: tuple[tuple[str, str], ...]
    """Id and title of each."""


class Item(Struct, frozen=True):
    """What one report earned on one rule."""

    verdict: Verdict
    applies: bool
    """False for n/a and for a waived rule: it then counts neither as earned nor as possible."""
    share: Fraction
    """Of the rule's weight, 0 to 1."""
    needs_review: bool
    alternative: Verdict | None
    states: tuple[State, ...]
    """Of the elements, in the order of the rule."""
    copied: bool = False
    """Whether an element is proved by copied passages alone."""


class PackRef(Struct, frozen=True):
    """The pack that judged a report."""

    id: str
    version: str
    sha256: str


class Result(Struct, frozen=True):
    """One scorecard of `results.jsonl`, without its passages; `line` counts from 1."""

    line: int
    path: str
    sha256: str
    body: str | None
    year: int | None
    sector: str
    kind: str
    characters: int
    pack: PackRef
    score: Fraction | None
    """As printed, one decimal."""
    grade: str | None
    groups: tuple[tuple[str, str], ...]
    """Columns that the manifest brought, such as region."""
    rules: tuple[RuleHead, ...]
    items: tuple[Item, ...]
    """One for each rule, in the same order."""
    warnings: tuple[str, ...] = ()
    """Codes."""


class Results(Struct, frozen=True):
    """A whole `results.jsonl`: what was scored and what could not be."""

    scored: tuple[Result, ...]
    failures: tuple[Failure, ...] = ()


class Interval(Struct, frozen=True):
    """The places a body can take: `best` if all that is open turns out well for it, `worst` if ill."""

    best: int
    worst: int


class Entry(Struct, frozen=True):
    """A ranked report. Ties share a place, and the next place counts them all (1, 2, 2, 4)."""

    result: Result
    place: int
    band: int
    """Counts from 1; bodies of one band cannot be told from its first (see `scorer.rank.bands`)."""
    interval: Interval | None
    """None where the group is too large for it."""
    earned: Fraction
    """Points on the rules that were compared."""
    possible: int
    """Points those rules could have earned: the denominator of the score."""
    applicable: int
    """How many of the rules compared apply to this report."""
    items: tuple[Item, ...]
    """One for each rule of the group, in the same order."""

    @property
    def score(self) -> Fraction:
        """100 * earned / possible, exact; places go by it."""
        return 100 * self.earned / self.possible


class Reason(StrEnum):
    """Why a report is listed apart and has no place."""

    LITTLE_TEXT = "little-text"
    FEW_RULES = "few-rules"
    NOTHING = "nothing-applies"


class Apart(Struct, frozen=True):
    """A report that is not ranked, and why; `possible` points on `applicable` rules."""

    result: Result
    reason: Reason
    possible: int
    applicable: int


class Group(Struct, frozen=True):
    """Reports ranked among one another, by the rules that all their packs share."""

    key: tuple[tuple[str, str], ...]
    """Column and value of each grouping; empty for all reports."""
    packs: tuple[PackRef, ...]
    rules: tuple[RuleHead, ...]
    left_out: tuple[str, ...]
    """Ids of rules that not all packs share; empty within one pack."""
    entries: tuple[Entry, ...]
    """By place; ties by path."""
    apart: tuple[Apart, ...] = ()


class Ranking(Struct, frozen=True):
    """All groups, the whole first, and the inputs that could not be scored."""

    groups: tuple[Group, ...]
    failures: tuple[Failure, ...] = ()


class Passage(Struct, frozen=True):
    """The best passage of an element, verbatim, with its line and the headings above it."""

    quote: str
    line: int
    section: tuple[str, ...]


class Side(Struct, frozen=True):
    """One of two reports on one rule; `passages` has one for each element, None where the report says nothing of it."""

    item: Item
    passages: tuple[Passage | None, ...]


class Difference(Struct, frozen=True):
    """A rule on which two reports earned unlike shares, or that applies to one of them only."""

    rule: RuleHead
    before: Side
    after: Side
    gain: Fraction
    """What it adds to the difference of the two scores, in points of 100."""


class Firmness(StrEnum):
    """How firmly one report stands above another, whatever weights and open verdicts turn out to be."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


class Comparison(Struct, frozen=True):
    """What `after` has gained and lost against `before`, by the rules both packs share.

    The gains of `differences` and `rest` add up to `after_score - before_score` exactly.
    """

    before: Result
    after: Result
    rules: tuple[RuleHead, ...]
    left_out: tuple[str, ...]
    before_score: Fraction
    after_score: Fraction
    differences: tuple[Difference, ...]
    """The largest gain first, the largest loss last."""
    rest: Fraction
    """From rules on which both earned the same share, where their denominators differ."""
    ahead: Firmness
    """Whether `after` stands above `before`."""
