"""`scorer score`: reports one by one; a bad one is reported in its place and stops nobody."""

import sys

from msgspec import Struct

from scorer.cli.choices import Format
from scorer.cli.exits import Exit, worse
from scorer.cli.outlets import open_outlet
from scorer.errors import InputError, Place, Problem, ScorerError
from scorer.model.result import Failure, Scorecard
from scorer.pipeline import NOTHING, Overrides, Scorer
from scorer.render import words
from scorer.render.words import Lang


class Request(Struct, frozen=True):
    """What the command line asks for."""

    files: tuple[str, ...]
    format: Format = Format.TABLE
    output: str | None = None
    lang: Lang = Lang.ZH
    rules: str | None = None
    pack: str | None = None
    overrides: Overrides = NOTHING
    fail_under: float | None = None
    width: int | None = None
    waivers: str | None = None


def score_files(request: Request) -> Exit:
    """Score and print every file; the worst outcome is the exit code."""
    outlet = open_outlet(request.output, request.format, request.files, request.lang)
    scorer = Scorer(request.rules, request.pack, request.waivers)
    worst = Exit.FINE
    for number, path in enumerate(request.files):
        result, outcome = _one(scorer, path, request)
        worst = worse(worst, outcome)
        try:
            outlet.put(number, result)
        except BrokenPipeError:
            return worst
    outlet.close()
    return worst


def _one(scorer: Scorer, path: str, request: Request) -> tuple[str | bytes, Exit]:
    """What to print for one file, and how it went."""
    try:
        card = scorer.score_file(path, request.overrides)
        return _show(card, request), _outcome(card, request)
    except InputError as error:
        problems, outcome = error.problems, Exit.UNREADABLE
    except ScorerError:
        raise
    except Exception as error:
        from scorer.cli import trouble

        problems, outcome = (trouble.bug(error, request.lang, Place(path)),), Exit.BUG
    from scorer.cli import trouble

    trouble.report(problems, request.lang)
    return _show_failure(path, problems[0], request), outcome


def _outcome(card: Scorecard, request: Request) -> Exit:
    """A report to which nothing applies is not below any threshold."""
    limit = request.fail_under
    return Exit.BELOW if limit is not None and card.score is not None and card.score < limit else Exit.FINE


def _show(card: Scorecard, request: Request) -> str | bytes:
    """The scorecard in the format asked for, whose renderer alone is loaded."""
    match request.format:
        case Format.JSON:
            from scorer.render.contract import dumps, to_dict

            return dumps(to_dict(card, request.lang), indented=len(request.files) == 1) + "\n"
        case Format.HTML:
            from scorer.render import page

            return page.render(card, request.lang)
        case Format.MARKDOWN:
            from scorer.render import markdown

            return markdown.render(card, request.lang)
        case Format.DOCX:
            from scorer.render import opinion

            return opinion.render(card, request.lang)
        case Format.TABLE:
            from scorer.render import terminal

            is_terminal = request.output is None and sys.stdout.isatty()
            return terminal.render(card, request.lang, width=request.width, is_terminal=is_terminal)


def _show_failure(path: str, problem: Problem, request: Request) -> str:
    if request.format is not Format.JSON:
        return ""
    from scorer.render.contract import dumps, failure_to_dict

    message, advice = words.problem(problem, request.lang)
    return dumps(failure_to_dict(Failure(path, problem.code, message, advice)), indented=len(request.files) == 1) + "\n"
