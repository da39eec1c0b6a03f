"""`scorer rules copy`: an editable copy of the shipped rules, never over anything that is there."""

import os
import shutil
from pathlib import Path

from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.packs import find_rules
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class CopyError(ScorerError):
    """A copy that would overwrite something, or cannot be written."""


def copy_rules(folder: str, lang: Lang) -> Exit:
    """Copy packs, shared files and cases to `folder`, which must be new or empty."""
    source, target = find_rules(), Path(folder)
    if os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
        raise CopyError(Problem("C302", words.say("copy-exists", lang), words.say("copy-exists-advice", lang), Place(folder)))
    if target.resolve().is_relative_to(source.resolve()):
        raise CopyError(Problem("C303", words.say("copy-inside", lang), words.say("copy-exists-advice", lang), Place(folder)))
    try:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*", "__pycache__"), dirs_exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CopyError(Problem("C304", words.say("copy-failed", lang, reason), words.say("copy-failed-advice", lang), Place(folder))) from error
    count = sum(1 for p in target.rglob("*") if p.is_file())
    streams.write(words.say("copied", lang, count, visible(folder)) + "\n")
    return Exit.FINE
