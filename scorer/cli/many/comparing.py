"""`scorer compare`: reports one after another, what each gained and lost against the one before."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.cli.many.picking import PickError, all_of
from scorer.errors import Problem
from scorer.model.ranking import Result
from scorer.pipeline import Scorer
from scorer.rank import compare, read_card, read_passages, read_results
from scorer.rank.read import Passages
from scorer.render import words
from scorer.render.contract import to_dict
from scorer.render.terminal.comparing import render_comparison
from scorer.render.words import Lang

Card = tuple[Result, Passages]


def compare_reports(names: Sequence[str], folder: str | None, scorer: Scorer, lang: Lang, width: int | None) -> Exit:
    """Compare report files, or with `folder` reports of a batch; a body's name stands for all its years."""
    cards = [read_card(to_dict(scorer.score_file(n), lang)) for n in names] if folder is None else _from_results(names, Path(folder), lang)
    if len(cards) < 2:
        raise PickError(Problem("C323", words.say("compare-needs-two", lang), words.say("compare-needs-two-advice", lang)))
    pages = [render_comparison(compare(a, b), lang, width=width, is_terminal=sys.stdout.isatty()) for a, b in pairwise(cards)]
    streams.write("\n".join(pages))
    return Exit.FINE


def _from_results(names: Sequence[str], folder: Path, lang: Lang) -> list[Card]:
    results = read_results(folder)
    found = list(dict.fromkeys(r for n in names for r in all_of(results, n, lang)))
    passages = read_passages(folder, {r.line for r in found})
    return [(r, passages[r.line]) for r in found]
