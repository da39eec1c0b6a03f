"""Errors of the command line in the reader's language: click speaks English only and says no code."""

import click

from scorer.errors import Problem
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


def problem_of(error: click.ClickException, lang: Lang) -> Problem:
    """What click complains of, with a code and the way out."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "scorer"
    return Problem("C301", _message(error, lang), words.say("usage-advice", lang, command))


def _message(error: click.ClickException, lang: Lang) -> str:
    match error:
        case click.exceptions.NoSuchOption():
            return words.say("no-such-option", lang, visible(error.option_name)) + _meant(error.possibilities, lang)
        case click.exceptions.MissingParameter():
            return words.say("missing-parameter", lang, _name(error))
        case click.exceptions.BadParameter():
            return words.say("bad-parameter", lang, _name(error), visible(error.message))
        case click.exceptions.UsageError() if error.message.startswith("No such command"):
            return words.say("no-such-command", lang, visible(error.message.split("'")[1] if "'" in error.message else ""))
    return visible(error.format_message())


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return error.param.opts[-1] if isinstance(error.param, click.Option) else str(error.param.metavar or error.param.name)


def _meant(options: object, lang: Lang) -> str:
    found = sorted(str(o) for o in options) if isinstance(options, list | tuple | set) else []
    return words.say("meant", lang, "、".join(found) if lang is Lang.ZH else ", ".join(found)) if found else ""
