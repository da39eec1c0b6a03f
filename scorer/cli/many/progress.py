"""How far a batch is: a bar on a terminal, nothing in a pipe."""

import sys
from collections.abc import Iterable

from scorer.batch.run import Progress
from scorer.render import words
from scorer.render.words import Lang


def show(steps: Iterable[Progress], lang: Lang) -> None:
    """Go through the steps, showing each."""
    if sys.stderr.isatty():
        _draw(steps, lang)
    else:
        for _ in steps:
            pass


def _draw(steps: Iterable[Progress], lang: Lang) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    speed, failed = words.say("per-second", lang), words.say("failed", lang)
    rate = TextColumn(f"{{task.fields[rate]}} {speed}")
    misses = TextColumn(f"{failed} {{task.fields[failed]}}")
    shown = (BarColumn(), MofNCompleteColumn(), rate, TimeElapsedColumn(), TimeRemainingColumn(), misses)
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="–", failed=0)
        for step in steps:
            known = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, total=step.total, completed=step.done, failed=step.failed, rate=f"{known:.1f}" if known else "–")
