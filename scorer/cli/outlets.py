"""Where the results of a run go: standard output, one file, or a folder with a file for each report."""

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from scorer.cli import streams
from scorer.cli.choices import Format
from scorer.cli.saving import SaveError, guard, make_folder, one_each, save
from scorer.errors import Problem
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang

SUFFIXES = {Format.HTML: ".html", Format.MARKDOWN: ".md", Format.DOCX: ".docx"}
"""Formats in which every report is a document of its own."""


class Outlet(Protocol):
    """Takes results in the order of the reports."""

    def put(self, number: int, result: str | bytes) -> None:
        """The result of the report with this number; empty where there is none."""

    def close(self) -> None:
        """Nothing more will come."""


def open_outlet(output: str | None, format: Format, reports: Sequence[str], lang: Lang) -> Outlet:
    """What fits the request; refuses what would lose something before any report is read."""
    own_file = format in SUFFIXES
    if format is Format.DOCX and find_spec("docx") is None:
        raise SaveError(Problem("C313", words.say("docx-missing", lang), words.say("docx-missing-advice", lang)))
    if output is None:
        if format is Format.DOCX or (format is Format.HTML and len(reports) > 1):
            raise SaveError(Problem("C312", words.say("save-needed", lang, format.value), words.say("save-needed-advice", lang)))
        return Stream(spaced=format in (Format.TABLE, Format.MARKDOWN))
    if own_file and (len(reports) > 1 or Path(output).is_dir() or output.endswith(("/", os.sep))):
        targets = one_each(Path(output), reports, SUFFIXES[format])
        guard(targets, reports, lang)
        return Folder(Path(output), targets, lang)
    guard([Path(output)], reports, lang)
    return File(Path(output), lang, spaced=format in (Format.TABLE, Format.MARKDOWN))


class Stream:
    """Standard output, result by result; `spaced` ones have an empty line between them."""

    def __init__(self, *, spaced: bool) -> None:
        self._spaced = spaced

    def put(self, number: int, result: str | bytes) -> None:
        """Print it at once; raises BrokenPipeError where nobody reads any more."""
        assert isinstance(result, str)
        try:
            streams.write(_spaced(result, number) if self._spaced else result)
        except BrokenPipeError:
            streams.discard(sys.stdout)
            raise

    def close(self) -> None:
        """Everything is out."""


class File:
    """One file for everything, written once all of it is there."""

    def __init__(self, path: Path, lang: Lang, *, spaced: bool) -> None:
        self._path, self._lang, self._spaced = path, lang, spaced
        self._results: list[bytes] = []

    def put(self, number: int, result: str | bytes) -> None:
        """Keep it."""
        if isinstance(result, str):
            result = (_spaced(result, number) if self._spaced else result).encode("utf-8", "backslashreplace")
        self._results.append(result)

    def close(self) -> None:
        """Write it, unless no report could be read."""
        if any(self._results):
            save(self._path, b"".join(self._results), self._lang)
            tell(self._path, self._lang)


class Folder:
    """A file for each report."""

    def __init__(self, folder: Path, targets: Sequence[Path], lang: Lang) -> None:
        self._folder, self._targets, self._lang = folder, targets, lang

    def put(self, number: int, result: str | bytes) -> None:
        """Write it as soon as it is there."""
        if result:
            make_folder(self._folder, self._lang)
            save(self._targets[number], result, self._lang)

    def close(self) -> None:
        """Everything is written."""
        if self._folder.is_dir():
            tell(self._folder, self._lang)


def tell(path: Path, lang: Lang) -> None:
    """Say on standard error what was written, so that standard output stays free."""
    streams.complain(words.say("saved", lang, visible(str(path))))


def _spaced(result: str, number: int) -> str:
    return "\n" + result if number and result else result
