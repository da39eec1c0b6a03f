"""`--watch`: run again whenever a file is saved; plain polling, which works on every system and network drive."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from scorer.cli import exits, streams, trouble
from scorer.cli.exits import Exit
from scorer.errors import ScorerError
from scorer.render import words
from scorer.render.words import Lang

PAUSE = 0.15
"""Seconds between two looks: well under what a person notices, and a few milliseconds of work."""

State = dict[str, tuple[int, int]]


def watch(run: Callable[[tuple[str, ...]], Exit], places: Iterable[str | Path], lang: Lang) -> Exit:
    """Call `run` now and after every change, with the paths that changed; only Ctrl+C ends it."""
    watched = [Path(p) for p in places]
    changed: tuple[str, ...] = ()
    while True:
        seen = state_of(watched)
        _run(run, changed, lang)
        streams.write(words.say("watching", lang) + "\n")
        changed = _wait(watched, seen)


def state_of(watched: Iterable[Path]) -> State:
    """Time and size of every file that is watched; editors that write beside and rename change both or the time."""
    found: State = {}
    for place in watched:
        for path in place.rglob("*") if place.is_dir() else [place]:
            try:
                status = path.stat()
            except OSError:
                continue
            if not path.name.startswith(".") and not path.is_dir():
                found[path.as_posix()] = (status.st_mtime_ns, status.st_size)
    return found


def _wait(watched: list[Path], seen: State) -> tuple[str, ...]:
    while True:
        now = state_of(watched)
        if now != seen:
            return tuple(sorted({p for p, _ in now.items() ^ seen.items()}))
        time.sleep(PAUSE)


def _run(run: Callable[[tuple[str, ...]], Exit], changed: tuple[str, ...], lang: Lang) -> Exit:
    """One run; what is wrong with half-written rules is told, and the watch goes on."""
    try:
        return run(changed)
    except ScorerError as error:
        trouble.report(error.problems, lang)
        return exits.of(error)


def rules_changed(changed: Iterable[str]) -> tuple[str, ...]:
    """The ids of the rules whose own files changed; empty where something else did that bears on all."""
    ids: list[str] = []
    for path in map(Path, changed):
        if path.suffix not in (".yml", ".yaml") or path.name == "pack.yml" or path.parent.name == "shared":
            return ()
        ids.append(path.name.removesuffix(".yml").removesuffix(".cases"))
    return tuple(dict.fromkeys(ids))
