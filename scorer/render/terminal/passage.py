"""Passages of a report as rich text: never markup, nothing that could steer the terminal, decisive words set off."""

import re

from rich.text import Text

from scorer.model.result import Evidence, Value
from scorer.render import words
from scorer.render.citation import Citation
from scorer.render.terminal.marks import DECISIVE, QUIET
from scorer.render.terminal.view import View
from scorer.render.visible import visible

_LINE_BREAK = re.compile(r"[ \t\u3000]*(?:\r\n|\r|\n)\s*")
MONTH_AND_DAY = "月日"
"""The unit of values that are month * 100 + day."""
_OPERATORS = {"<=": "≤", ">=": "≥"}
_LATIN = re.compile(r"[0-9A-Za-z]")


def quote(cited: Citation) -> Text:
    """The quote in corner brackets (reports use the others), the words that decided underlined."""
    text = Text("「")
    at, base = 0, cited.span.start
    for start, end in _decisive(cited):
        text.append(one_line(cited.quote[at:start]))
        text.append(one_line(cited.quote[start:end]), DECISIVE)
        at = end
    text.append(one_line(cited.quote[at : cited.span.end - base]))
    return text.append("」")


def place(cited: Citation, view: View) -> str:
    """Where the quote stands: line and headings."""
    section = " › ".join(visible(_shortened(s)) for s in cited.section)
    return view.say("line", cited.line) + (f" · {section}" if section else "")


def passage(evidence: Evidence, view: View) -> Text:
    """Quote and place, as shown beside a verdict."""
    cited = view.cites.cite(evidence)
    return quote(cited).append(" ").append(place(cited, view), QUIET)


def grounds(evidence: Evidence, view: View) -> str:
    """The decisive words and the value in plain words, for readers without colour."""
    said = []
    for b in view.cites.cite(evidence).because:
        if b.cue not in ("phrase", "value"):
            said.append(f"“{visible(_shortened(_joined(b.text)))}”" + view.say("brackets", words.cue(b.cue, view.lang)))
    parts = [view.say("and").join(dict.fromkeys(said))] if said else []
    if evidence.value:
        parts.append(value(evidence.value, view))
    return view.say("semicolon").join(parts)


def value(found: Value, view: View) -> str:
    """A quantity and how it stands to its bound."""
    is_day = found.unit == MONTH_AND_DAY
    text = view.say("value", _day(found.number) if is_day else f"{found.number:,.10g} {found.unit}".strip())
    if found.bound:
        operator, _, limit = found.bound.partition(" ")
        shown = f"{_OPERATORS.get(operator, operator)} {_day(float(limit)) if is_day and limit.isdigit() else limit}"
        text += view.say("comma") + view.say({True: "bound-kept", False: "bound-missed", None: "bound-open"}[found.passed], shown)
    return text


def _day(number: float) -> str:
    return f"{int(number) // 100:02d}-{int(number) % 100:02d}"


def _decisive(cited: Citation) -> list[tuple[int, int]]:
    """Ranges of the quote that decided, in order, none overlapping."""
    base, limit = cited.span.start, len(cited.quote)
    found: list[tuple[int, int]] = []
    for start, end in sorted((b.span.start - base, b.span.end - base) for b in cited.because):
        start, end = max(start, found[-1][1] if found else 0), min(end, limit)
        if start < end:
            found.append((start, end))
    return found if found != [(0, limit)] else []


def one_line(text: str) -> str:
    """A stretch of a report as it can be shown on one line."""
    return visible(_joined(text))


def _joined(text: str) -> str:
    """Lines joined: Chinese needs no space where a line ended, two Latin words do."""

    def glue(m: re.Match[str]) -> str:
        left, right = text[: m.start()][-1:], text[m.end() :][:1]
        return " " if _LATIN.match(left) and _LATIN.match(right) else ""

    return _LINE_BREAK.sub(glue, text)


def _shortened(text: str, longest: int = 24) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
