"""What a reader of a file format gives: the report's text, and what the file says of itself."""

from datetime import date

from scorer.model.text import Notice
from scorer.records import dataclass


@dataclass(frozen=True, slots=True)
class Extract:
    """The text that offsets will index; plain values only, so that it can come out of a child process."""

    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    notices: tuple[Notice, ...] = ()
