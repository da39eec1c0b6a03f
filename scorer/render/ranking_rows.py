"""Rankings as rows: the one place that decides what a table of places shows, for terminal, CSV and XLSX."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import PurePath

from scorer.model.document import Kind
from scorer.model.ranking import Apart, Entry, Group, Result
from scorer.render import words
from scorer.render.words import Lang

Cell = str | int | float
HEADS = (
    *("group", "place", "best", "worst", "band", "body", "year", "kind", "sector", "score"),
    *("earned", "possible", "applicable", "compared", "open", "copied", "pack", "path", "reason"),
)
"""Columns of the full table, as `rank-…` words."""


def decimal(value: Fraction, places: int = 1) -> str:
    """A number rounded half up, as scores are printed."""
    unit = 10**places
    rounded = (2 * value.numerator * unit + value.denominator) // (2 * value.denominator)
    return f"{'-' if rounded < 0 else ''}{abs(rounded) // unit}.{abs(rounded) % unit:0{places}d}"


def points(value: Fraction) -> str:
    """Points with up to two decimals."""
    return decimal(value, 2).rstrip("0").rstrip(".")


def name(result: Result) -> str:
    """The body, or the file where the body is not known."""
    return result.body or PurePath(result.path).name or result.path


def title(group: Group, lang: Lang) -> str:
    """What a group is called."""
    if not group.key:
        return words.say("rank-all", lang)
    parts = [words.say("rank-columns", lang, column(c, lang), value(c, v, lang)) for c, v in group.key]
    return words.say("comma", lang).join(parts)


def column(name: str, lang: Lang) -> str:
    """A column of a grouping: in the reader's language where it is one of ours."""
    return words.say(f"rank-{name}", lang) if name in ("body", "kind", "sector", "year", "pack") else name


def value(column: str, value: str, lang: Lang) -> str:
    """A value of a grouping, likewise."""
    if column == "kind" and value in tuple(Kind):
        return words.kind(Kind(value), lang)
    return words.sector(value, lang) if column == "sector" else value or words.say("rank-none", lang)


def why_apart(apart: Apart, compared: int, lang: Lang) -> str:
    """Why a report has no place."""
    return words.say(apart.reason.value, lang, apart.result.characters, apart.applicable, compared)


def rows(group: Group, lang: Lang) -> Iterator[dict[str, Cell]]:
    """Ranked reports by place, then those listed apart."""
    common: dict[str, Cell] = {"group": title(group, lang), "compared": len(group.rules)}
    for entry in group.entries:
        yield common | _about(entry.result, lang) | _standing(entry)
    for apart in group.apart:
        reason: dict[str, Cell] = {"possible": apart.possible, "applicable": apart.applicable, "reason": why_apart(apart, len(group.rules), lang)}
        yield common | _about(apart.result, lang) | reason


def open_verdicts(entry: Entry) -> int:
    """How many verdicts a person should still look at."""
    return sum(i.needs_review for i in entry.items)


def copied_items(entry: Entry) -> int:
    """How many of the items compared are proved by copied passages; a note, which costs no place."""
    return sum(i.copied for i in entry.items)


def _about(result: Result, lang: Lang) -> dict[str, Cell]:
    return {
        "body": result.body or "",
        "year": result.year or "",
        "kind": value("kind", result.kind, lang),
        "sector": value("sector", result.sector, lang),
        "pack": f"{result.pack.id} {result.pack.version}",
        "path": result.path,
    }


def _standing(entry: Entry) -> dict[str, Cell]:
    interval: dict[str, Cell] = {"best": entry.interval.best, "worst": entry.interval.worst} if entry.interval else {}
    return interval | {
        "place": entry.place,
        "band": entry.band,
        "score": float(decimal(entry.score)),
        "earned": float(decimal(entry.earned, 4)),
        "possible": entry.possible,
        "applicable": entry.applicable,
        "open": open_verdicts(entry),
        "copied": copied_items(entry),
    }
