"""Errors as people read them: code, place, what is wrong, what to do; on standard error, one line each."""

import os
import traceback
from collections.abc import Iterable

from scorer.cli.streams import complain
from scorer.errors import Place, Problem
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang

BUG = "X400"


def report(problems: Iterable[Problem], lang: Lang) -> None:
    """Print every problem; where the line of a file is known, show it with the place marked."""
    for problem in problems:
        complain(line(problem, lang))
        if problem.place and problem.place.excerpt.strip():
            complain(excerpt(problem.place))


def line(problem: Problem, lang: Lang) -> str:
    """A problem on one line."""
    message, advice = words.problem(problem, lang)
    where = f"{visible(str(problem.place))}: " if problem.place else ""
    return words.say("error", lang, problem.code, where + visible(message), visible(advice))


def excerpt(place: Place) -> str:
    """The line of the file with a mark under the column."""
    from rich.cells import cell_len

    shown = visible(place.excerpt.rstrip())
    if not place.column:
        return f"    {shown}"
    before = visible(place.excerpt[: place.column - 1])
    return f"    {shown}\n    {' ' * cell_len(before)}^"


def bug(error: Exception, lang: Lang, place: Place | None = None) -> Problem:
    """An error of the program itself; its traceback only for those who ask."""
    if os.environ.get("FAZHI_DEBUG"):
        complain("".join(traceback.format_exception(error)).rstrip())
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Problem(BUG, words.say("bug", lang, visible(what)[:300]), words.say("bug-advice", lang), place)
