"""What a reader of a file format gives: the report's text, and what the file says of itself."""

from datetime import date

from msgspec import Struct

from scorer.model.text import Notice


class Extract(Struct, frozen=True):
    """The text that offsets will index; plain values only, so that it can come out of a child process."""

    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    notices: tuple[Notice, ...] = ()
