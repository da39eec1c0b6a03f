"""The program's own errors: a code, a place, what is wrong and what to do about it."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where in a file something stands; line and column count from 1, 0 means unknown."""

    path: str
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Problem(Struct, frozen=True):
    """One finding about an input: what `code` stands for, where, and the way out.

    Codes: `I1xx` reports, `R2xx` rule packs, `C3xx` command line, `B5xx` runs of a batch, `D5xx` its results.
    """

    code: str
    message: str
    advice: str
    place: Place | None = None


class ScorerError(Exception):
    """Anything the user can mend; carries every problem found in one go."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.code} {p.message}" for p in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["ScorerError"], tuple[Problem, ...]]:
        """Errors cross from process to process with all they say."""
        return type(self), self.problems


class InputError(ScorerError):
    """A report that cannot be read."""


class PackError(ScorerError):
    """A rule pack that cannot be used."""
