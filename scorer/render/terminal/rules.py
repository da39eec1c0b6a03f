"""The rules by category: a table where there is room, one under another where there is not."""

from scorer.model.result import Verdict
from scorer.render import words
from scorer.render.terminal.cells import cell_len
from scorer.render.terminal.console import Console
from scorer.render.terminal.header import counted
from scorer.render.terminal.marks import LABEL, QUIET, VERDICT
from scorer.render.terminal.passage import passage
from scorer.render.terminal.styled import Text
from scorer.render.terminal.table import Column, print_row, print_titles
from scorer.render.terminal.view import Row, View

ROOMY = 110
"""Columns from which a table reads better than a stack."""
_ITEM_WIDTH, _POINTS_WIDTH = 30, 7


def print_rules(view: View, console: Console) -> None:
    """Print every category with its rules; the columns are named once, above the first."""
    roomy, columns = console.width >= ROOMY, _columns(view)
    for i, (title, tally, rows) in enumerate(view.categories()):
        score = view.say("points", f"{tally.score:.1f}") if tally.score is not None else view.say("nothing")
        console.print(Text().append(f"{title}  {score}", LABEL).append("   ").append_text(counted(view, dict(tally.counts))))
        if roomy and not i:
            print_titles(columns, console)
        for row in rows:
            if roomy:
                print_row(columns, [verdict_text(row.verdict, view), _title(view, row), Text(row.points), _passage(view, row)], console)
            else:
                _print_stacked(view, row, console)
        console.print()


def verdict_text(verdict: Verdict, view: View) -> Text:
    """Mark and word of a verdict."""
    mark, style = VERDICT[verdict]
    return Text(f"{mark} {words.verdict(verdict, view.lang)}", style)


def _columns(view: View) -> list[Column]:
    return [
        Column(view.say("verdict"), _verdict_width(view)),
        Column(view.say("item"), _ITEM_WIDTH),
        Column(view.say("earned"), _POINTS_WIDTH, right=True),
        Column(view.say("passage")),
    ]


def _print_stacked(view: View, row: Row, console: Console) -> None:
    head = verdict_text(row.verdict, view)
    head.pad_right(_verdict_width(view) - cell_len(head.plain) + 2)
    head.append_text(_title(view, row))
    room = console.width - cell_len(head.plain) - cell_len(row.points)
    head.append(" " * room if room >= 2 else "  ").append(row.points)
    console.print(head, hang=4)
    if row.best:
        console.print(passage(row.best, view), indent=4)


def _title(view: View, row: Row) -> Text:
    judgement, text = row.judgement, Text(row.title)
    for key, applies in (("needs-review", judgement.doubts), ("was-reviewed", judgement.reviewed), ("is-waived", judgement.waived)):
        if applies:
            text.append(f" [{view.say(key)}]", "yellow")
    return text


def _passage(view: View, row: Row) -> Text:
    return passage(row.best, view) if row.best else Text("–", QUIET)


def _verdict_width(view: View) -> int:
    return max(cell_len(words.verdict(v, view.lang)) for v in Verdict) + 2
