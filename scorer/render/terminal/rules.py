"""The rules by category: a table where there is room, one under another where there is not."""

from itertools import zip_longest

from scorer.model.result import Verdict
from scorer.render import words
from scorer.render.terminal.cells import cell_len
from scorer.render.terminal.console import Console, fold
from scorer.render.terminal.header import counted
from scorer.render.terminal.marks import LABEL, QUIET, VERDICT
from scorer.render.terminal.passage import passage
from scorer.render.terminal.styled import Text
from scorer.render.terminal.view import Row, View

ROOMY = 110
"""Columns from which a table reads better than a stack."""
_ITEM_WIDTH, _POINTS_WIDTH = 30, 7
_POINTS = 2
"""The column of points, whose cells stand to its right."""
_BETWEEN = "   "


def print_rules(view: View, console: Console) -> None:
    """Print every category with its rules; the columns are named once, above the first."""
    roomy = console.width >= ROOMY
    for i, (title, tally, rows) in enumerate(view.categories()):
        score = view.say("points", f"{tally.score:.1f}") if tally.score is not None else view.say("nothing")
        console.print(Text().append(f"{title}  {score}", LABEL).append("   ").append_text(counted(view, dict(tally.counts))))
        if roomy:
            _print_table(view, rows, console, named=i == 0)
        else:
            for row in rows:
                _print_stacked(view, row, console)
        console.print()


def verdict_text(verdict: Verdict, view: View) -> Text:
    """Mark and word of a verdict."""
    mark, style = VERDICT[verdict]
    return Text(f"{mark} {words.verdict(verdict, view.lang)}", style)


def _print_table(view: View, rows: tuple[Row, ...], console: Console, *, named: bool) -> None:
    """Verdict, item, points (to the right) and passage; cells are folded to their columns."""
    fixed = (_verdict_width(view), _ITEM_WIDTH, _POINTS_WIDTH)
    widths = (*fixed, console.width - sum(fixed) - len(fixed) * len(_BETWEEN))
    if named:
        _print_cells([Text(view.say(key), QUIET) for key in ("verdict", "item", "earned", "passage")], widths, console)
        console.put(Text("─" * console.width))
    for row in rows:
        _print_cells([verdict_text(row.verdict, view), _title(view, row), Text(row.points), _passage(view, row)], widths, console)


def _print_cells(cells: list[Text], widths: tuple[int, ...], console: Console) -> None:
    columns = [list(fold(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=Text()):
        line = Text()
        for i, (part, width) in enumerate(zip(parts, widths, strict=True)):
            room = width - cell_len(part.plain)
            line.append(_BETWEEN if i else "").pad_right(room if i == _POINTS else 0).append_text(part)
            line.pad_right(0 if i == _POINTS else room)
        console.put(line)


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
    text = Text(row.title)
    return text.append(f" [{view.say('needs-review')}]", "yellow") if row.judgement.doubts else text


def _passage(view: View, row: Row) -> Text:
    return passage(row.best, view) if row.best else Text("–", QUIET)


def _verdict_width(view: View) -> int:
    return max(cell_len(words.verdict(v, view.lang)) for v in Verdict) + 2
