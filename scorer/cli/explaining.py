"""`scorer explain`: every passage considered for one rule, counted or not, and why."""

import sys

from rich.text import Text

from scorer.authoring.explain import explain
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Problem, ScorerError
from scorer.pipeline import Overrides, Scorer
from scorer.render import messages, words
from scorer.render.terminal import Page, make_console
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.inspect import element_line, passage_lines
from scorer.render.terminal.marks import QUIET
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
    page = Page(sys.stdout.isatty())
    console = make_console(page)
    console.print(Folded(Text(f"{row.title}  {words.verdict(row.verdict, lang)}  {row.points}", "bold")))
    for element, passages, near in explain(view.card, rule):
        console.print(Folded(element_line(view, element, view.element_title(row, element)), indent=2))
        lines = [line for evidence in passages for line in passage_lines(view, evidence)]
        lines += [Text(view.say("nearest", visible(n.text)[:NEAREST_SHOWN], visible(n.phrase), f"{n.similarity:g}"), QUIET) for n in near]
        for line in lines:
            console.print(Folded(line, indent=4, hang=2))
    console.print(Folded(Text(messages.DISCLAIMER[lang is Lang.EN], QUIET)))
    streams.write(page.text())
    return Exit.FINE
