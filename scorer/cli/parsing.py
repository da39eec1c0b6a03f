"""Command lines with options: typer and click parse them, their errors are worded by us."""

import click
import typer

from scorer.cli.commands import app
from scorer.cli.exits import Exit
from scorer.render.words import Lang


def complete(variable: str, asked: str) -> Exit:
    """Answer a shell: with the script that completes, or with completions."""
    from click.shell_completion import shell_complete

    return Exit(shell_complete(typer.main.get_command(app), {}, "scorer", variable, asked))


def invoke(args: list[str], lang: Lang) -> Exit:
    """As click's own `main` does it, without its ideas of errors and closed pipes."""
    command = typer.main.get_command(app)
    try:
        with command.make_context("scorer", list(args)) as context:
            result = command.invoke(context)
    except click.exceptions.NoArgsIsHelpError:
        return Exit.USAGE
    except click.exceptions.Exit as error:
        return Exit(error.exit_code)
    except click.exceptions.Abort:
        return Exit.INTERRUPTED
    except click.ClickException as error:
        from scorer.cli import trouble, usage

        trouble.report([usage.problem_of(error, lang)], lang)
        return Exit.USAGE
    return result if isinstance(result, Exit) else Exit.FINE
