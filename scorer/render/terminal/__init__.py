"""Scorecards for people: on a terminal or through a pipe, wide or narrow, with and without colour."""

import io
import re
from collections.abc import Iterator

from rich.console import Console, ConsoleDimensions, Group, NewLine, RenderableType
from rich.text import Text

from scorer.model.result import Scorecard
from scorer.render import messages, words
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.gaps import list_gaps, list_reviews, list_weaknesses
from scorer.render.terminal.header import make_header
from scorer.render.terminal.marks import LABEL, QUIET
from scorer.render.terminal.overrides import list_overrides
from scorer.render.terminal.rules import list_rules
from scorer.render.terminal.view import View
from scorer.render.visible import visible
from scorer.render.words import Lang

__all__ = ["Page", "make_console", "render"]

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
    console.print(Group(*_parts(View(card, lang), console.width)))  # at once: every print takes the console's settings anew
    return page.text()


def _parts(view: View, width: int) -> Iterator[RenderableType]:
    """Head, rules, gaps, weaknesses, doubts, decisions and waivers, warnings and the disclaimer."""
    yield make_header(view)
    yield NewLine()
    yield from list_rules(view, width)
    yield from list_gaps(view)
    yield from list_weaknesses(view)
    yield from list_reviews(view)
    yield from list_overrides(view)
    if view.card.notices:
        yield Text(view.say("warnings"), LABEL)
        for notice in view.card.notices:
            yield Folded(Text(f"! {visible(words.notice(notice, view.lang))}", "yellow"), indent=2, hang=2)
        yield NewLine()
    yield Folded(Text(messages.DISCLAIMER[view.lang is Lang.EN], QUIET))
