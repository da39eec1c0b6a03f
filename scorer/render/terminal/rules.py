"""The rules by category: a table where there is room, one under another where there is not."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import NewLine, RenderableType
from rich.table import Table
from rich.text import Text

from scorer.model.result import Verdict
from scorer.render import words
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.header import counted
from scorer.render.terminal.marks import LABEL, QUIET, VERDICT
from scorer.render.terminal.passage import passage
from scorer.render.terminal.view import Row, View

ROOMY = 110
"""Columns from which a table reads better than a stack."""
_ITEM_WIDTH = 30


def list_rules(view: View, width: int) -> Iterator[RenderableType]:
    """Every category with its rules; the columns are named once, above the first."""
    roomy = width >= ROOMY
    for i, (title, tally, rows) in enumerate(view.categories()):
        score = view.say("points", f"{tally.score:.1f}") if tally.score is not None else view.say("nothing")
        yield Folded(Text().append(f"{title}  {score}", LABEL).append("   ").append_text(counted(view, dict(tally.counts))))
        if roomy:
            yield _table(view, rows, named=i == 0)
        else:
            for row in rows:
                yield from _stacked(view, row, width)
        yield NewLine()


def verdict_text(verdict: Verdict, view: View) -> Text:
    """Mark and word of a verdict."""
    mark, style = VERDICT[verdict]
    return Text(f"{mark} {words.verdict(verdict, view.lang)}", style)


def _table(view: View, rows: tuple[Row, ...], *, named: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, expand=True, pad_edge=False, show_header=named, header_style=QUIET)
    table.add_column(view.say("verdict"), width=_verdict_width(view), no_wrap=True)
    table.add_column(view.say("item"), width=_ITEM_WIDTH)
    table.add_column(view.say("earned"), width=7, justify="right", no_wrap=True)
    table.add_column(view.say("passage"), ratio=1)
    for row in rows:
        table.add_row(verdict_text(row.verdict, view), Folded(_title(view, row)), Text(row.points), Folded(_passage(view, row)))
    return table


def _stacked(view: View, row: Row, width: int) -> Iterator[Folded]:
    head = verdict_text(row.verdict, view)
    head.pad_right(_verdict_width(view) - cell_len(head.plain) + 2)
    head.append_text(_title(view, row))
    room = width - cell_len(head.plain) - cell_len(row.points)
    head.append(" " * room if room >= 2 else "  ").append(row.points)
    yield Folded(head, hang=4)
    if row.best:
        yield Folded(passage(row.best, view), indent=4)


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
