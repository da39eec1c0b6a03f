"""What a report lacks, and where a person should look: the part of a scorecard that somebody acts on."""

from collections.abc import Iterator

from rich.console import NewLine, RenderableType
from rich.text import Text

from scorer.model.result import ElementResult, Evidence, State, Verdict
from scorer.render import words
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.marks import LABEL, QUIET, STATE, VERDICT
from scorer.render.terminal.passage import grounds, passage
from scorer.render.terminal.view import Row, View


def list_gaps(view: View) -> Iterator[RenderableType]:
    """Rules that lost points, with what is planned, denied or missing; those without a word come last, in one list."""
    rows = [r for r in view.rows if r.verdict not in (Verdict.MET, Verdict.NA) and not r.judgement.waived]
    silent = [r for r in rows if not any(e.evidence or e.rejected for e in r.judgement.elements)]
    yield _title(view, "gaps")
    for row in rows:
        if row not in silent:
            yield from _row(view, row)
    if silent:
        mark, style = VERDICT[Verdict.MISSING]
        text = Text().append(mark + " " + view.say("silent") + view.say("colon"), style).append(view.say("and").join(r.title for r in silent))
        yield Folded(text, indent=2, hang=2)
    if not rows:
        yield Folded(Text(view.say("gaps-none"), QUIET), indent=2)
    yield NewLine()


def list_weaknesses(view: View) -> Iterator[RenderableType]:
    """Elements that are done although the report admits a lack beside them."""
    found = [(row, e) for row in view.rows for e in row.judgement.elements if e.weakness]
    if not found:
        return
    yield _title(view, "weak")
    for row, element in found:
        text = Text(f"{row.title} · {view.element_title(row, element)}  ").append_text(_grounded(element.weakness[0], view))
        yield Folded(text, indent=2, hang=2)
    yield NewLine()


def list_reviews(view: View) -> Iterator[RenderableType]:
    """Rules that a person should look at, why, and what the verdict would be otherwise."""
    rows = [r for r in view.rows if r.judgement.doubts]
    if not rows:
        return
    yield _title(view, "review")
    for row in rows:
        yield Folded(Text(row.title + view.say("colon") + doubts_of(row, view)), indent=2, hang=2)
    yield NewLine()


def doubts_of(row: Row, view: View) -> str:
    """Why a person should look at a verdict, and what it would be otherwise."""
    said = [words.doubt(d, view.lang) for d in row.judgement.doubts]
    if row.judgement.alternative:
        said.append(view.say("alternative", words.verdict(row.judgement.alternative, view.lang)))
    return view.say("semicolon").join(said)


def _row(view: View, row: Row) -> Iterator[Folded]:
    mark, style = VERDICT[row.verdict]
    head = Text().append(f"{mark} {row.title}", style).append(f"  {words.verdict(row.verdict, view.lang)}  {row.points}", QUIET)
    yield Folded(head, indent=2, hang=2)
    for element in row.gaps:
        for line in _element(view, row, element):
            yield Folded(line, indent=4, hang=2)


def _element(view: View, row: Row, element: ElementResult) -> Iterator[Text]:
    mark, style = STATE[element.state]
    text = Text().append(f"{mark} {view.element_title(row, element)}", style).append(f"  {words.state(element.state, view.lang)}  ")
    if element.evidence:
        text.append_text(_grounded(element.evidence[0], view))
    elif element.state is State.ABSENT and element.rejected:
        near = element.rejected[0]
        why = view.say("uncounted") + view.say("brackets", words.gate(near.gate, view.lang)) + view.say("colon")
        text.append(why, QUIET).append_text(passage(near, view))
    yield text


def _grounded(evidence: Evidence, view: View) -> Text:
    text = passage(evidence, view)
    reason = grounds(evidence, view)
    return text.append("  " + view.say("because") + view.say("colon") + reason, QUIET) if reason else text


def _title(view: View, key: str) -> Text:
    return Text(view.say(key), LABEL)
