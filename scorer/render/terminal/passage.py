"""Passages of a report as rich text: never markup, nothing that could steer the terminal, decisive words set off."""

from rich.text import Text

from scorer.model.result import Evidence
from scorer.render import passages
from scorer.render.citation import Citation
from scorer.render.terminal.marks import DECISIVE, QUIET
from scorer.render.terminal.view import View


def quote(cited: Citation) -> Text:
    """The quote in corner brackets (reports use the others), the words that decided underlined."""
    text = Text("「")
    for piece, decisive in passages.pieces(cited):
        text.append(piece, DECISIVE if decisive else None)
    return text.append("」")


def passage(evidence: Evidence, view: View) -> Text:
    """Quote and place, as shown beside a verdict."""
    cited = view.cites.cite(evidence)
    return quote(cited).append(" ").append(passages.place(cited, view.lang), QUIET)


def grounds(evidence: Evidence, view: View) -> str:
    """The decisive words and the value in plain words, for readers without colour."""
    return passages.grounds(view.cites.cite(evidence), evidence.value, view.lang)
