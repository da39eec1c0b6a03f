"""Passages in words, for every output that people read: the quote in pieces, where it stands, what decided."""

import re
from collections.abc import Iterator

from scorer.model.result import Value
from scorer.patterns import pattern
from scorer.render import words
from scorer.render.citation import Citation
from scorer.render.visible import visible
from scorer.render.words import Lang

_LINE_BREAK = pattern(r"[ \t\u3000]*(?:\r\n|\r|\n)\s*")
MONTH_AND_DAY = "月日"
"""The unit of values that are month * 100 + day."""
_OPERATORS = {"<=": "≤", ">=": "≥"}
_LATIN = pattern(r"[0-9A-Za-z]")


def pieces(cited: Citation) -> Iterator[tuple[str, bool]]:
    """The quote on one line, cut where words that decided begin and end, and whether each piece is such words."""
    at, base = 0, cited.span.start
    for start, end in _decisive(cited):
        yield from ((one_line(cited.quote[a:b]), said) for a, b, said in ((at, start, False), (start, end, True)) if a < b)
        at = end
    if at < cited.span.end - base:
        yield one_line(cited.quote[at : cited.span.end - base]), False


def place(cited: Citation, lang: Lang) -> str:
    """Where the quote stands: line and headings."""
    section = " › ".join(visible(shortened(s)) for s in cited.section)
    return words.say("line", lang, cited.line) + (f" · {section}" if section else "")


def grounds(cited: Citation, value: Value | None, lang: Lang) -> str:
    """The decisive words and the value in plain words, for readers without colour."""
    said = []
    for b in cited.because:
        if b.cue not in ("phrase", "value"):
            said.append(f"“{visible(shortened(joined(b.text)))}”" + words.say("brackets", lang, words.cue(b.cue, lang)))
    parts = [words.say("and", lang).join(dict.fromkeys(said))] if said else []
    if value:
        parts.append(quantity(value, lang))
    return words.say("semicolon", lang).join(parts)


def quantity(found: Value, lang: Lang) -> str:
    """A quantity and how it stands to its bound."""
    is_day = found.unit == MONTH_AND_DAY
    text = words.say("value", lang, _day(found.number) if is_day else f"{found.number:,.10g} {found.unit}".strip())
    if found.bound:
        operator, _, limit = found.bound.partition(" ")
        shown = f"{_OPERATORS.get(operator, operator)} {_day(float(limit)) if is_day and limit.isdigit() else limit}"
        text += words.say("comma", lang) + words.say({True: "bound-kept", False: "bound-missed", None: "bound-open"}[found.passed], lang, shown)
    return text


def one_line(text: str) -> str:
    """Joined, and with nothing in it that steers a terminal or turns the direction of writing."""
    return visible(joined(text))


def joined(text: str) -> str:
    """Lines joined: Chinese needs no space where a line ended, two Latin words do."""

    def glue(m: re.Match[str]) -> str:
        left, right = text[: m.start()][-1:], text[m.end() :][:1]
        return " " if _LATIN.match(left) and _LATIN.match(right) else ""

    return _LINE_BREAK.sub(glue, text)


def shortened(text: str, longest: int = 24) -> str:
    """No longer than `longest` characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


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
