"""`-o`: results written to files, whole or not at all, and never over a report."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from scorer.errors import Place, Problem, ScorerError
from scorer.render import words
from scorer.render.words import Lang

STDIN = "-"


class SaveError(ScorerError):
    """An output that cannot or must not be written."""


def one_each(folder: Path, reports: Sequence[str], suffix: str) -> list[Path]:
    """A file in `folder` for each report, named after it; names that would fall together are numbered."""
    taken: set[str] = set()
    targets = []
    for report in reports:
        stem = "stdin" if report == STDIN else Path(report).stem
        names = (f"{stem}{f'-{n}' if n > 1 else ''}{suffix}" for n in range(1, len(reports) + 1))
        name = next(n for n in names if n.casefold() not in taken)
        taken.add(name.casefold())
        targets.append(folder / name)
    return targets


def guard(targets: Iterable[Path], reports: Sequence[str], lang: Lang) -> None:
    """Refuse targets that are one of the reports themselves, or folders; made before anything is scored."""
    for target in targets:
        if target.is_dir():
            raise SaveError(_problem("C311", "save-folder", "save-folder-advice", target, lang))
        if any(report != STDIN and _is_same(target, Path(report)) for report in reports):
            raise SaveError(_problem("C310", "save-over-report", "save-over-report-advice", target, lang))


def save(target: Path, result: str | bytes, lang: Lang) -> None:
    """Write beside the target and rename, so that nobody ever sees half a file; a device or pipe is written to as it is."""
    data = result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        from scorer.yamlio.write import write_whole

        write_whole(Path(os.path.realpath(target)), data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SaveError(_problem("C305", "save-failed", "save-failed-advice", target, lang, reason)) from error


def make_folder(folder: Path, lang: Lang) -> None:
    """The folder that several results go to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(_problem("C305", "save-failed", "save-failed-advice", folder, lang, error.strerror or str(error))) from error


def _is_same(target: Path, report: Path) -> bool:
    try:
        return target.samefile(report)
    except OSError:
        return False


def _problem(code: str, message: str, advice: str, path: Path, lang: Lang, *values: object) -> Problem:
    return Problem(code, words.say(message, lang, *values), words.say(advice, lang), Place(str(path)))
