"""`scorer rules schema`: the schemas that editors use, printed, or put where the rule files point to."""

from pathlib import Path

from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.packs.publish import NAMES, publish, schema_text
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class SchemaError(ScorerError):
    """A schema there is not, or that cannot be written."""


def print_schema(name: str, folder: str | None, lang: Lang) -> Exit:
    """One schema on standard output, or all of them into a rules folder."""
    if folder is not None:
        try:
            count = publish(Path(folder))
        except OSError as error:
            problem = Problem("C304", words.say("copy-failed", lang, error.strerror or error), words.say("copy-failed-advice", lang), Place(folder))
            raise SchemaError(problem) from error
        streams.write(words.say("published-schemas", lang, count, visible(folder)) + "\n")
        return Exit.FINE
    if name not in NAMES:
        raise SchemaError(Problem("C308", words.say("no-such-schema", lang, visible(name)), words.say("known-names", lang, ", ".join(NAMES))))
    streams.write(schema_text(name))
    return Exit.FINE
