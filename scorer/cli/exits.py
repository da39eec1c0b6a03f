"""Exit codes, which scripts rely on."""

from enum import IntEnum

from scorer.errors import InputError, ScorerError


class Exit(IntEnum):
    """What the process tells its caller; of several the worst."""

    FINE = 0
    BELOW = 1
    """A score below the asked threshold, or problems found in rules."""
    USAGE = 2
    """A wrong command line, or a rule pack that cannot be used."""
    UNREADABLE = 3
    BUG = 4
    INTERRUPTED = 130


_BY_GRAVITY = (Exit.FINE, Exit.BELOW, Exit.UNREADABLE, Exit.USAGE, Exit.BUG)


def worse(one: Exit, other: Exit) -> Exit:
    """The graver of two: a bug beats a usage error beats an unreadable input beats a low score."""
    return max(one, other, key=_BY_GRAVITY.index)


def of(error: ScorerError) -> Exit:
    """The code for an error that ends the run."""
    return Exit.UNREADABLE if isinstance(error, InputError) else Exit.USAGE
