"""The head of a printed scorecard: whose report, which rules, what result."""

import os
from collections import Counter
from datetime import date

from rich.box import HORIZONTALS
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from scorer.model.document import Found
from scorer.model.result import Verdict
from scorer.model.rule import Grade
from scorer.render import words
from scorer.render.terminal.fold import GLUE, Folded
from scorer.render.terminal.marks import LABEL, QUIET, VERDICT
from scorer.render.terminal.view import View
from scorer.render.visible import visible

HASH_SHOWN = 12


def make_header(view: View) -> Panel:
    """The panel; its box has no sides, which terminals with wide quotation marks would tear."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=LABEL, no_wrap=True)
    grid.add_column(ratio=1)
    for key, value in _lines(view):
        grid.add_row(view.say(key), Folded(value))
    return Panel(grid, title=Text(view.say("heading")), box=HORIZONTALS, padding=(0, 1))


def counted(view: View, counts: dict[Verdict, int]) -> Text:
    """How many rules have which verdict."""
    text = Text()
    for verdict, (mark, style) in VERDICT.items():
        if counts.get(verdict):
            text.append("  " if text else "").append(GLUE.join((mark, words.verdict(verdict, view.lang), str(counts[verdict]))), style)
    return text


def score_text(score: float | None, grade: Grade | None, view: View) -> Text:
    """The figure and its grade."""
    if score is None:
        return Text(view.say("nothing"), QUIET)
    text = view.say("out-of", f"{score:.1f}") + (f"  {words.title(grade, view.lang)}" if grade else "")
    return Text(text, _style(grade, view))


def _style(grade: Grade | None, view: View) -> str:
    """Green for the pack's best band, red for its worst, yellow between: what is good is for the pack to say."""
    bands = sorted(view.card.pack.grades, key=lambda g: g.at_least)
    if grade is None or len(bands) < 2:
        return LABEL
    return "bold green" if grade == bands[-1] else "bold red" if grade == bands[0] else "bold yellow"


def _lines(view: View) -> list[tuple[str, Text]]:
    card, document = view.card, view.card.document
    unknown = view.say("unknown")
    about = view.say("brackets", words.kind(document.kind, view.lang) + view.say("comma") + words.sector(document.sector, view.lang))
    dates = [str(document.year or unknown)]
    dates += [f"{view.say(key)} {found.value.isoformat() if found else unknown}" for key, found in _dates(view)]
    pack = Text(f"{card.pack.id} {card.pack.version}  ").append(f"{card.pack.sha256[:HASH_SHOWN]}  {visible(_near(card.pack.path))}", QUIET)
    counts = Counter(row.verdict for row in view.rows)
    return [
        ("body", Text(visible(document.body or unknown)).append(about, QUIET)),
        ("year", Text("  ".join(dates))),
        ("file", Text(visible(card.source.path))),
        ("pack", pack),
        ("score", score_text(card.score, card.grade, view)),
        ("verdicts", counted(view, counts)),
    ]


def _near(path: str) -> str:
    """A path below the current folder as seen from there, any other as it is."""
    inside = os.path.relpath(path) if path else ""
    return path if not path or inside.startswith(os.pardir) else inside


def _dates(view: View) -> list[tuple[str, Found[date] | None]]:
    return [("published", view.card.document.published), ("signed", view.card.document.signed)]
