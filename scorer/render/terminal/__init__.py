"""Scorecards for people: on a terminal or through a pipe, wide or narrow, with and without colour."""

from scorer.model.result import Scorecard
from scorer.render import messages, words
from scorer.render.terminal.console import Console
from scorer.render.terminal.gaps import print_gaps, print_reviews, print_weaknesses
from scorer.render.terminal.header import print_header
from scorer.render.terminal.marks import LABEL, QUIET
from scorer.render.terminal.overrides import print_overrides
from scorer.render.terminal.rules import print_rules
from scorer.render.terminal.styled import Text
from scorer.render.terminal.view import View
from scorer.render.visible import visible
from scorer.render.words import Lang

__all__ = ["Console", "print_scorecard", "render"]


def render(card: Scorecard, lang: Lang = Lang.ZH, *, width: int | None = None, is_terminal: bool = False) -> str:
    """The scorecard as text, coloured for a terminal that shows colours."""
    console = Console(is_terminal, width)
    print_scorecard(card, console, lang)
    return console.text()


def print_scorecard(card: Scorecard, console: Console, lang: Lang = Lang.ZH) -> None:
    """Print head, rules, gaps, weaknesses, doubts, decisions and waivers, warnings and the disclaimer."""
    view = View(card, lang)
    print_header(view, console)
    console.print()
    print_rules(view, console)
    print_gaps(view, console)
    print_weaknesses(view, console)
    print_reviews(view, console)
    print_overrides(view, console)
    if card.notices:
        console.print(Text(view.say("warnings"), LABEL))
        for notice in card.notices:
            console.print(Text(f"! {visible(words.notice(notice, lang))}", "yellow"), indent=2, hang=2)
        console.print()
    console.print(Text(messages.DISCLAIMER[lang is Lang.EN], QUIET))
