"""What a rule pack says, ready to be matched: rules, elements, phrases, and the shared lexicon."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class SlotKind(StrEnum):
    """The type of value a slot asks for."""

    RATIO = "ratio"
    COUNT = "count"
    MONEY = "money"
    DAYS = "days"
    DATE = "date"
    NUMBER = "number"


class Slot(Struct, frozen=True, array_like=True, gc=False):
    """`【比例 ≥ 100%】`: a value of this kind, tested against `bound` where there is one.

    `bound` is a percentage, a plain number, a number of days, or month*100+day for dates.
    """

    kind: SlotKind
    operator: str = ""
    bound: float = 0.0
    units: tuple[str, ...] = ()


class Part(Struct, frozen=True, array_like=True, gc=False):
    """One part of a phrase: any of some words, or a slot; at most `gap` characters before it."""

    alternatives: str = ""
    """The words, parted by blanks: a pack is read at every start, and fifty thousand words by themselves take four times as long."""
    slot: Slot | None = None
    gap: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """Any of these; none where the part is a slot.

        >>> Part("聘请 选聘").words
        ('聘请', '选聘')
        """
        return tuple(self.alternatives.split())


class Phrase(Struct, frozen=True, array_like=True, gc=False):
    """A wording to look for: its parts in this order within one sentence."""

    text: str
    parts: tuple[Part, ...]
    context: str = ""
    """The words of `near`, parted by blanks."""
    doubt: str = ""
    """A code of doubt that every hit of this phrase carries."""

    @property
    def near(self) -> tuple[str, ...]:
        """Counts only where one of these words stands in the sentence, the one before it, or a heading above."""
        return tuple(self.context.split())


class ProvedBy(StrEnum):
    """Which part of a report can prove an element."""

    WORK = "work"
    PLANS = "plans"
    PROBLEMS = "problems"
    CAUSES = "causes"
    """Any wording of a cause: gates of doing and promising do not bear on it."""
    DATES = "dates"
    """The report's own dates against the deadline in force."""


class Deadline(Struct, frozen=True):
    """The last day (of the year after the report year) for reports on `first`..`last`."""

    first: int
    last: int
    month: int
    day: int


class Element(Struct, frozen=True):
    """One thing a rule asks for; `concrete` elements are never proved by a generic claim."""

    id: str
    title: str
    title_en: str = ""
    concrete: bool = False
    zero_counts: bool = False
    any_actor: bool = False
    required: bool = True
    proved_by: ProvedBy = ProvedBy.WORK
    phrases: tuple[Phrase, ...] = ()
    lacks: tuple[Phrase, ...] = ()
    """Wordings that say by themselves that the element is not done."""
    never: tuple[Phrase, ...] = ()
    """Look-alikes: a hit that touches one of these is none."""
    deadlines: tuple[Deadline, ...] = ()


class Basis(Struct, frozen=True):
    """A clause a rule rests on; `verified` is False where the clause itself was not read."""

    document: str
    number: str = ""
    article: str = ""
    start: date | None = None
    end: date | None = None
    verified: bool = True
    note: str = ""

    def in_force_days(self, year: int) -> int:
        """Days of `year` on which this basis was in force."""
        first = max(self.start or date(year, 1, 1), date(year, 1, 1))
        last = min(self.end or date(year, 12, 31), date(year, 12, 31))
        return max((last - first).days + 1, 0)


class Rule(Struct, frozen=True):
    """A checklist item: what it asks, why, on what legal basis, and of whom."""

    id: str
    title: str
    category: str
    weight: int
    elements: tuple[Element, ...]
    title_en: str = ""
    why: str = ""
    basis: tuple[Basis, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of body it applies to; empty for all."""
    functions: tuple[str, ...] = ()
    """Functions a body must have for it to apply; empty for none."""
    first_year: int = 0
    last_year: int = 9999
    """Report years it applies to, as far as one of its bases is in force in them."""
    sha256: str = ""
    """Of what its file says, comments and layout aside, and of how a pack narrows it; its weight in a pack is not part of it."""


class Category(Struct, frozen=True):
    """A heading of the scorecard."""

    id: str
    title: str
    title_en: str = ""


class Grade(Struct, frozen=True):
    """A band of scores, from `at_least` up to the next one."""

    id: str
    title: str
    at_least: float
    title_en: str = ""


class CopiedText(StrEnum):
    """What becomes of evidence that is copied from another body's report."""

    MARK = "mark"
    """It counts all the same, and says whence it is."""
    DISCOUNT = "discount"
    """It proves nothing where it is surely copied, and is to be reviewed where it may be."""


class Pack(Struct, frozen=True):
    """A rule pack: what reports are judged by."""

    id: str
    title: str
    version: str
    sha256: str
    path: str
    categories: tuple[Category, ...]
    grades: tuple[Grade, ...]
    rules: tuple[Rule, ...]
    sector: str = ""
    similarity: float = 85.0
    title_en: str = ""
    copied: CopiedText = CopiedText.MARK
