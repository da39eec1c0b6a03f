"""`scorer explain`: every passage considered for one rule, counted or not, and why."""

import sys
from collections.abc import Iterator

from scorer.authoring.explain import explain
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Problem, ScorerError
from scorer.model.result import ElementResult, Evidence
from scorer.pipeline import Overrides, Scorer
from scorer.render import words
from scorer.render.terminal import Console
from scorer.render.terminal.marks import QUIET, STATE
from scorer.render.terminal.passage import grounds, passage
from scorer.render.terminal.styled import Text
from scorer.render.terminal.view import View
from scorer.render.visible import visible
from scorer.render.words import Lang

NEAREST_SHOWN = 60


class NotJudged(ScorerError):
    """A rule that the pack which judges this report does not have."""


def print_explanation(file: str, rule: str, scorer: Scorer, overrides: Overrides, lang: Lang) -> Exit:
    """Score the report and show what bears on one rule."""
    view = View(scorer.score_file(file, overrides), lang)
    row = next((r for r in view.rows if r.judgement.rule.id == rule), None)
    if row is None:
        advice = words.say("not-judged-advice", lang, view.card.pack.id)
        raise NotJudged(Problem("C306", words.say("no-such-rule", lang, visible(rule)), advice))
    console = Console(sys.stdout.isatty())
    console.print(Text(f"{row.title}  {words.verdict(row.verdict, lang)}  {row.points}", "bold"))
    for element, passages, near in explain(view.card, rule):
        console.print(_element(view, element, view.element_title(row, element)), indent=2)
        lines = [line for evidence in passages for line in _passage(view, evidence)]
        lines += [Text(view.say("nearest", visible(n.text)[:NEAREST_SHOWN], visible(n.phrase), f"{n.similarity:g}"), QUIET) for n in near]
        for line in lines:
            console.print(line, indent=4, hang=2)
    streams.write(console.text())
    return Exit.FINE


def _element(view: View, element: ElementResult, title: str) -> Text:
    mark, style = STATE[element.state]
    text = Text().append(f"{mark} {title}", style).append(f"  {words.state(element.state, view.lang)}")
    for doubt in element.doubts:
        text.append(view.say("brackets", words.doubt(doubt, view.lang)), QUIET)
    return text


def _passage(view: View, evidence: Evidence) -> Iterator[Text]:
    """Counted or why not; the phrase that found it; the words that decided."""
    state = view.say("uncounted") + view.say("brackets", words.gate(evidence.gate, view.lang))
    if evidence.state:
        state = words.state(evidence.state, view.lang)
    yield Text(state + view.say("colon")).append_text(passage(evidence, view))
    found = view.say("found-by", visible(evidence.phrase), f"{evidence.similarity:g}") if evidence.phrase else ""
    reason = grounds(evidence, view)
    because = view.say("because") + view.say("colon") + reason if reason else ""
    if found or because:
        yield Text("  " + "  ".join(filter(None, (found, because))), QUIET)
