"""Scorecards for people: on a terminal or through a pipe, wide or narrow, with and without colour."""

import io
import re

from rich.console import Console, ConsoleDimensions
from rich.text import Text

from scorer.model.result import Scorecard
from scorer.render import messages, words
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.gaps import print_gaps, print_reviews, print_weaknesses
from scorer.render.terminal.header import print_header
from scorer.render.terminal.marks import LABEL, QUIET
from scorer.render.terminal.overrides import print_overrides
from scorer.render.terminal.rules import print_rules
from scorer.render.terminal.view import View
from scorer.render.visible import visible
from scorer.render.words import Lang

__all__ = ["Page", "make_console", "print_scorecard", "render"]

_BLANK_END = re.compile(r" +$", re.MULTILINE)
NARROWEST = 40
"""Below this nothing Chinese can be laid out; such widths come from broken environments."""


class Page(io.StringIO):
    """What will be written to a terminal or elsewhere, kept until it is complete."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Decides on colour and width, as for the stream it stands for."""
        return self._is_terminal

    def text(self) -> str:
        """Everything printed, without blanks at line ends."""
        return _BLANK_END.sub("", self.getvalue())


def make_console(page: Page, width: int | None = None) -> Console:
    """A console that interprets nothing: no markup, no emoji codes, no highlighting of numbers."""
    console = Console(file=page, width=width, markup=False, emoji=False, highlight=False)
    console.size = ConsoleDimensions(max(console.width, NARROWEST), console.height)  # asked of the system once, not at every line
    return console


def render(card: Scorecard, lang: Lang = Lang.ZH, *, width: int | None = None, is_terminal: bool = False) -> str:
    """The scorecard as text, coloured for a terminal that shows colours."""
    page = Page(is_terminal)
    console = make_console(page, width)
    with console:  # what is printed is gathered, and styled and written once
        print_scorecard(card, console, lang)
    return page.text()


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
            console.print(Folded(Text(f"! {visible(words.notice(notice, lang))}", "yellow"), indent=2, hang=2))
        console.print()
    console.print(Folded(Text(messages.DISCLAIMER[lang is Lang.EN], QUIET)))
