"""`scorer text`: the source text that every offset of a scorecard indexes, unchanged."""

import sys

from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.ingest import read
from scorer.render import words
from scorer.render.visible import visible_lines
from scorer.render.words import Lang


def print_text(path: str, lang: Lang) -> Exit:
    """To a pipe or file the exact text; on a terminal its control characters as symbols, and a note that they are."""
    text = read(path).text
    if not sys.stdout.isatty():
        streams.write_bytes(text.encode("utf-8", "replace"))
        return Exit.FINE
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = visible_lines(lines)
    streams.write(shown if shown.endswith("\n") else shown + "\n")
    if shown != lines:
        streams.complain(words.say("symbols", lang))
    return Exit.FINE
