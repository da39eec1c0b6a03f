"""Rankings on a terminal: one table a group, cut where the bodies on both sides can be told apart."""

from collections.abc import Iterator

from scorer.model.ranking import Entry, Group, Ranking
from scorer.render import messages, words
from scorer.render.ranking_rows import decimal, name, open_verdicts, points, title, why_apart
from scorer.render.terminal.cells import cell_len
from scorer.render.terminal.console import Console
from scorer.render.terminal.marks import LABEL, QUIET
from scorer.render.terminal.styled import Text
from scorer.render.terminal.table import Column, print_row, print_titles
from scorer.render.visible import visible
from scorer.render.words import Lang

_COLUMNS = ("place", "interval", "body", "score", "points", "applicable", "open")
_NARROW = ("place", "interval", "body", "score")
ROOMY = 76
"""Columns of the terminal from which the denominators have room beside a name."""


def render_ranking(ranking: Ranking, exact: int, lang: Lang, *, width: int | None = None, is_terminal: bool = False) -> str:
    """All groups, what could not be scored, and what the figures mean; `exact` is the most bodies for which ranges are counted."""
    console = Console(is_terminal, width)
    for group in ranking.groups:
        _print_group(group, exact, lang, console)
    if ranking.failures:
        console.print(Text(words.say("rank-failures", lang), LABEL))
        for failure in ranking.failures:
            console.print(Text(f"{visible(failure.path)}  {failure.code} {visible(failure.message)}"), indent=2, hang=2)
        console.print()
    for note in _notes(ranking, lang):
        console.print(Text(note, QUIET))
    return console.text()


def _print_group(group: Group, exact: int, lang: Lang, console: Console) -> None:
    console.print(Text(visible(words.say("rank-head", lang, title(group, lang), len(group.entries), len(group.apart))), LABEL))
    packs = words.say("and", lang).join(f"{p.id} {p.version}" for p in group.packs)
    console.print(Text(visible(words.say("rank-rules", lang, len(group.rules), packs)), QUIET))
    if group.left_out:
        console.print(Text("! " + words.say("rank-left-out", lang, len(group.rules), len(group.left_out)), "yellow"), hang=2)
    if len(group.entries) > exact:
        console.print(Text("! " + words.say("rank-no-interval", lang, exact), "yellow"), hang=2)
    if group.entries:
        _print_table(group, lang, console)
    if group.apart:
        console.print(Text(words.say("rank-apart", lang), LABEL))
        for apart in group.apart:
            text = f"{visible(name(apart.result))}{_year(apart.result.year, lang)}  {why_apart(apart, len(group.rules), lang)}"
            console.print(Text(text), indent=2, hang=2)
    console.print()


def _print_table(group: Group, lang: Lang, console: Console) -> None:
    keys = _COLUMNS if console.width >= ROOMY else _NARROW
    rows = [_cells(entry, len(group.rules), lang) for entry in group.entries]
    columns = []
    for key in keys:
        title = words.say(f"rank-{key}", lang)
        widest = max(cell_len(text) for text in (title, *(row[key].plain for row in rows)))
        columns.append(Column(title) if key == "body" else Column(title, widest, right=True))
    print_titles(columns, console)
    band = 1
    for entry, row in zip(group.entries, rows, strict=True):
        if entry.band != band:
            band = entry.band
            console.print()
        print_row(columns, [row[key] for key in keys], console)


def _cells(entry: Entry, compared: int, lang: Lang) -> dict[str, Text]:
    interval = f"{entry.interval.best}–{entry.interval.worst}" if entry.interval else "–"
    return {
        "place": Text(str(entry.place)),
        "interval": Text(interval, QUIET),
        "body": Text(visible(name(entry.result)) + _year(entry.result.year, lang)),
        "score": Text(decimal(entry.score), LABEL),
        "points": Text(f"{points(entry.earned)}/{entry.possible}"),
        "applicable": Text(f"{entry.applicable}/{compared}"),
        "open": Text(str(open_verdicts(entry) or ""), "yellow"),
    }


def _year(year: int | None, lang: Lang) -> str:
    return words.say("brackets", lang, year) if year else ""


def _notes(ranking: Ranking, lang: Lang) -> Iterator[str]:
    if any(e.interval for g in ranking.groups for e in g.entries):
        yield words.say("rank-interval-note", lang)
    yield words.say("rank-cut-note", lang) + words.say("colon", lang) + words.say("rank-band-note", lang)
    yield words.say("rank-points-note", lang)
    yield messages.DISCLAIMER[lang is Lang.EN]
