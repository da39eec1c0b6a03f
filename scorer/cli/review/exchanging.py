"""`scorer review export` and `import`: verdicts to a spreadsheet, decisions back onto the record."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scorer.authoring.impact import reports_in
from scorer.authoring.review_import import RowError, decision_of, same
from scorer.authoring.sheet import read_rows
from scorer.cli import streams, trouble
from scorer.cli.exits import Exit
from scorer.errors import InputError, Place, Problem, ScorerError
from scorer.model.result import Decision
from scorer.overrides import read_decisions
from scorer.overrides.write import record
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.review_sheet import HEADS, columns, notes, rows, verdict_names
from scorer.render.visible import visible
from scorer.render.words import Lang
from scorer.render.workbook import Sheet, workbook
from scorer.yamlio.write import write_whole

NEEDED = ("report", "automatic", "verdict", "reason", "by", "rule", "states", "report_sha256", "rule_sha256")
"""Columns that an import cannot do without."""


class ExchangeError(ScorerError):
    """A spreadsheet that cannot be written, or decisions that cannot be kept."""


def export(folder: str, output: str, scorer: Scorer, lang: Lang, *, everything: bool) -> Exit:
    """Write one sheet with the verdicts on all reports of a folder; a report that cannot be read is told and left out."""
    target, failures, found = Path(output), list[Problem](), list[list[str]]()
    if target.exists():
        raise _error("sheet-exists", "sheet-exists-advice", lang, output)
    names = _names(folder)
    if not names:
        raise _error("no-reports", "folder-of-reports", lang, folder)
    for name, path in names.items():
        try:
            found += rows(scorer.score_file(str(path)), name, lang, everything=everything)
        except InputError as error:
            failures += error.problems
    try:
        write_whole(target, workbook([Sheet(words.say("sheet", lang), columns(lang), found), notes(lang)]))
    except OSError as error:
        raise _error("copy-failed", "copy-failed-advice", lang, output, error.strerror or str(error)) from error
    trouble.report(failures, lang)
    streams.write(words.say("exported", lang, len(names) - len(failures), len(found), visible(output)) + "\n")
    streams.write(words.say("exported-next", lang, HEADS["verdict"][lang is Lang.EN], visible(output), visible(folder)) + "\n")
    return Exit.UNREADABLE if failures else Exit.FINE


def take_in(sheet: str, folder: str, by: str, today: date, lang: Lang) -> Exit:
    """Put the decisions of a sheet on record, report by report; a row that cannot be one is told and holds up no other."""
    names, problems = _names(folder), list[Problem]()
    decided: dict[str, list[Decision]] = {}
    blank: dict[str, int] = {}
    for place, name, decision in _decisions(sheet, by, today, problems):
        if name not in names:
            message, advice = words.say("import-unknown", lang, visible(name)), words.say("import-unknown-advice", lang)
            problems.append(Problem("C310", message, advice, place))
        elif decision is None:
            blank[name] = blank.get(name, 0) + 1
        else:
            decided.setdefault(name, []).append(decision)
    for name in dict.fromkeys([*decided, *blank]):
        try:
            _keep(name, names[name], decided.get(name, []), blank.get(name, 0), lang)
        except InputError as error:
            problems += error.problems
    trouble.report(problems, lang)
    return Exit.UNREADABLE if problems else Exit.FINE


def _names(folder: str) -> dict[str, Path]:
    """The reports of a folder by the names they have in a sheet: nothing outside the folder can be named."""
    root = Path(folder)
    return {visible(p.relative_to(root if root.is_dir() else root.parent).as_posix()): p for p in reports_in(root)} if root.exists() else {}


def _decisions(sheet: str, by: str, today: date, problems: list[Problem]) -> Iterator[tuple[Place, str, Decision | None]]:
    """Place, report and decision of every row that is sound."""
    verdicts = verdict_names()
    for row in read_rows(sheet, {key: HEADS[key] for key in NEEDED}):
        place = Place(sheet, row.number, 1)
        try:
            yield place, row.cells.get("report", ""), decision_of(row, verdicts, by, today, place)
        except RowError as error:
            problems.append(error.problem)


def _keep(name: str, path: Path, decisions: list[Decision], blank: int, lang: Lang) -> None:
    before = {d.rule: d for d in read_decisions(str(path))}
    new = [d for d in decisions if not same(d, before.get(d.rule))]
    try:
        if new:
            record(str(path), *new)
        now = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _error("review-unwritable", "review-unwritable-advice", lang, str(path), error.strerror or str(error)) from error
    streams.write(words.say("imported", lang, name, len(new), len(decisions) - len(new), blank) + "\n")
    if any(d.report_sha256 != now for d in decisions):
        streams.write(words.say("import-stale", lang, name) + "\n")


def _error(message: str, advice: str, lang: Lang, path: str, *values: str) -> ExchangeError:
    return ExchangeError(Problem("C310", words.say(message, lang, *values), words.say(advice, lang), Place(path)))
