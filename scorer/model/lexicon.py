"""The shared lexicon of a rule pack: cues, actors, heading words and quantities, as the YAML gives them."""

from enum import StrEnum

from msgspec import Struct


class Meaning(StrEnum):
    """What a cue says about the deed in its scope."""

    DONE = "done"
    """Beats the role of the section and ends the scope of a plan."""
    NEGATED = "negated"
    LACKING = "lacking"
    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    REQUIRED = "required-by-others"
    OTHER_ACTOR = "other-actor"
    STUDIED = "studied"
    """What is only read, taught or handed out: the title of a document studied is no deed."""
    EARLIER = "earlier-period"
    CURRENT = "current-period"
    """Ends the scope of an earlier period."""


class Direction(StrEnum):
    """Which side of a cue its meaning reaches."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"


class Reach(StrEnum):
    """How far a cue reaches."""

    CLAUSE = "clause"
    """To the next comma."""
    SENTENCE = "sentence"
    """To the next semicolon or full stop; past semicolons where a colon opens a list."""


class Cue(Struct, frozen=True):
    """A word that tells doing from promising, having from lacking, this body from others."""

    words: tuple[str, ...]
    meaning: Meaning
    direction: Direction
    reach: Reach
    roles: tuple[str, ...] = ()
    """Section roles in which it counts; empty for all."""
    ends: tuple[str, ...] = ()
    """Words that end its scope."""


class Actors(Struct, frozen=True):
    """Who is who: the words by which a clause names its subject."""

    own: tuple[str, ...]
    own_units: tuple[str, ...]
    enterprises: tuple[str, ...]
    judiciary: tuple[str, ...]
    party: tuple[str, ...]
    superiors: tuple[str, ...]
    suffixes: tuple[str, ...]
    """Last characters of an organisation's name (局, 厅, 委 …)."""
    openers: tuple[str, ...]
    """Words that may stand before a subject (同时, 全年, 其中 …)."""
    partners: tuple[str, ...]
    """Words that make what follows a partner or an object, not the subject (会同, 联合, 经 …)."""
    above: tuple[str, ...] = ()
    """Superiors even of a government, in whose report its departments and what is below it are no others."""


class HeadingWords(Struct, frozen=True):
    """Words of headings and of paragraph leads, by the role they give."""

    plans: tuple[str, ...]
    problems: tuple[str, ...]
    work: tuple[str, ...]
    plan_leads: tuple[str, ...]
    problem_leads: tuple[str, ...]
    work_leads: tuple[str, ...]
    furniture: tuple[str, ...]
    """Words by which a line is page furniture, not report."""


class Bodies(Struct, frozen=True):
    """How bodies are told apart by name."""

    sectors: tuple[tuple[str, tuple[str, ...]], ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    without_enforcement: tuple[str, ...]
    suffixes: tuple[str, ...]


class Lexicon(Struct, frozen=True):
    """Everything the shared YAML files say."""

    cues: tuple[Cue, ...]
    pseudo: tuple[str, ...]
    """Longer harmless words that disarm a cue inside them; `…` is a gap within a clause."""
    actors: Actors
    headings: HeadingWords
    bodies: Bodies
    full: tuple[str, ...]
    """Words that equal 100 % (全覆盖, 逐件 …)."""
    confusions: tuple[str, ...]
    """Groups of characters alike in shape or sound."""
