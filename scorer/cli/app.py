"""Where the `scorer` command begins and every error ends: one line on standard error, and an exit code."""

import os
import sys
from typing import NoReturn

import click
import typer

from scorer.cli import exits, streams
from scorer.cli.commands import app
from scorer.cli.exits import Exit
from scorer.errors import ScorerError

COMPLETE = "_SCORER_COMPLETE"
"""The variable by which a shell asks for the script that completes, and then for completions."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line; the only way out is an exit code."""
    streams.prepare()
    code = run(sys.argv[1:] if args is None else args)
    try:
        sys.stdout.flush()
    except OSError:
        streams.discard(sys.stdout)
    sys.exit(int(code))


def run(args: list[str]) -> Exit:
    """The exit code of a command line; every error ends here, in one line."""
    from scorer.cli.usage import lang_of

    lang = lang_of(args)
    try:
        return _invoke(args)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        streams.discard(sys.stdout)
        return Exit.FINE
    except click.ClickException as error:
        from scorer.cli import trouble, usage

        trouble.report([usage.problem_of(error, lang)], lang)
        return Exit.USAGE
    except ScorerError as error:
        from scorer.cli import trouble

        trouble.report(error.problems, lang)
        return exits.of(error)
    except Exception as error:
        from scorer.cli import trouble

        trouble.report([trouble.bug(error, lang)], lang)
        return Exit.BUG


def _invoke(args: list[str]) -> Exit:
    """As click's own `main` does it, without its ideas of errors and closed pipes."""
    command = typer.main.get_command(app)
    if asked := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return Exit(shell_complete(command, {}, "scorer", COMPLETE, asked))
    try:
        with command.make_context("scorer", list(args)) as context:
            result = command.invoke(context)
    except click.exceptions.NoArgsIsHelpError:
        return Exit.USAGE
    except click.exceptions.Exit as error:
        return Exit(error.exit_code)
    except click.exceptions.Abort:
        return Exit.INTERRUPTED
    return result if isinstance(result, Exit) else Exit.FINE
