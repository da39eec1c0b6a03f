"""Where the `scorer` command begins and every error ends: one line on standard error, and an exit code."""

import gc
import os
import sys
from typing import NoReturn

from scorer.cli import exits, streams
from scorer.cli.exits import Exit
from scorer.errors import ScorerError
from scorer.render.words import Lang

_FEW_COLLECTIONS = 200_000
"""New objects between two looks for garbage: a pack is thousands of objects that stay, and nothing here goes in circles."""

COMPLETE = "_SCORER_COMPLETE"
"""The variable by which a shell asks for the script that completes, and then for completions."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line; the only way out is an exit code."""
    gc.set_threshold(_FEW_COLLECTIONS)
    streams.prepare()
    code = run(sys.argv[1:] if args is None else args)
    try:
        sys.stdout.flush()
    except OSError:
        streams.discard(sys.stdout)
    sys.exit(int(code))


def run(args: list[str]) -> Exit:
    """The exit code of a command line; every error ends here, in one line."""
    lang = _lang_of(args)
    try:
        return _invoke(args, lang)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        streams.discard(sys.stdout)
        return Exit.FINE
    except ScorerError as error:
        from scorer.cli import trouble

        trouble.report(error.problems, lang)
        return exits.of(error)
    except Exception as error:
        from scorer.cli import trouble

        trouble.report([trouble.bug(error, lang)], lang)
        return Exit.BUG


def _invoke(args: list[str], lang: Lang) -> Exit:
    """Reports without options are scored at once: to load the parser takes longer than to score one."""
    asked = os.environ.get(COMPLETE)
    if args[:1] == ["score"] and len(args) > 1 and not any(arg.startswith("-") for arg in args) and not asked:
        from scorer.cli.scoring import Request, score_files

        return score_files(Request(tuple(args[1:])))
    from scorer.cli import parsing

    return parsing.complete(COMPLETE, asked) if asked else parsing.invoke(args, lang)


def _lang_of(args: list[str]) -> Lang:
    """The language asked for, read off the raw arguments since they may not parse."""
    for i, arg in enumerate(args):
        if arg == "--lang" and args[i + 1 : i + 2] == [Lang.EN.value]:
            return Lang.EN
        if arg == f"--lang={Lang.EN.value}":
            return Lang.EN
    return Lang.ZH
