"""What people put over the program's verdicts: review decisions with both verdicts, stale ones, and waivers."""

from collections.abc import Callable, Iterable, Iterator

from rich.console import NewLine, RenderableType
from rich.text import Text

from scorer.model.result import Decision, Verdict
from scorer.render import words
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.marks import LABEL, QUIET, VERDICT
from scorer.render.terminal.view import Row, View
from scorer.render.visible import visible


def list_overrides(view: View) -> Iterator[RenderableType]:
    """Three lists, each only where there is something to list."""
    for key, chosen, line in (
        ("reviewed", [r for r in view.rows if r.judgement.reviewed], _reviewed),
        ("stale-review", [r for r in view.rows if r.judgement.stale_review], _stale),
        ("waived", [r for r in view.rows if r.judgement.waived], _waived),
    ):
        yield from _list(key, chosen, line, view)


def override_lines(row: Row, view: View) -> Iterator[Text]:
    """What people have put over one verdict."""
    judgement = row.judgement
    for there, line in ((judgement.reviewed, _reviewed), (judgement.stale_review, _stale), (judgement.waived, _waived)):
        if there:
            yield line(row, view)


def _list(key: str, rows: Iterable[Row], line: Callable[[Row, View], Text], view: View) -> Iterator[RenderableType]:
    lines = [line(row, view) for row in rows]
    if not lines:
        return
    yield Text(view.say(key), LABEL)
    for text in lines:
        yield Folded(text, indent=2, hang=2)
    yield NewLine()


def _reviewed(row: Row, view: View) -> Text:
    review = row.judgement.reviewed
    assert review is not None
    return _decision(row, review.decision, review.automatic, view)


def _stale(row: Row, view: View) -> Text:
    stale = row.judgement.stale_review
    assert stale is not None
    why = view.say("comma").join(words.change(c, view.lang) for c in stale.changes)
    return _decision(row, stale.decision, stale.decision.automatic, view).append(view.say("semicolon") + why, "yellow")


def _decision(row: Row, decision: Decision, automatic: Verdict, view: View) -> Text:
    """Both verdicts, who took it and when, and why."""
    mark, style = VERDICT[decision.verdict]
    text = Text(row.title + view.say("colon"))
    text.append(f"{words.verdict(automatic, view.lang)} → ", QUIET).append(f"{mark} {words.verdict(decision.verdict, view.lang)}", style)
    text.append(view.say("brackets", visible(decision.by) + view.say("comma") + decision.on.isoformat()), QUIET)
    return text.append(" " + visible(decision.reason)) if decision.reason else text


def _waived(row: Row, view: View) -> Text:
    waiver = row.judgement.waived
    assert waiver is not None
    years = str(waiver.first) if waiver.first == waiver.last else f"{waiver.first}–{waiver.last}"
    return Text(row.title + view.say("colon") + view.say("waived-years", years)).append(view.say("semicolon") + visible(waiver.reason))
