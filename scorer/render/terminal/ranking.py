"""Rankings on a terminal: one table a group, cut where the bodies on both sides can be told apart."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scorer.model.ranking import Entry, Group, Ranking
from scorer.render import messages, words
from scorer.render.ranking_rows import copied_items, decimal, name, open_verdicts, points, title, why_apart
from scorer.render.terminal import Page, make_console
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.marks import LABEL, QUIET
from scorer.render.visible import visible
from scorer.render.words import Lang

_COLUMNS = ("place", "interval", "body", "score", "points", "applicable", "open")
_NARROW = ("place", "interval", "body", "score")
ROOMY = 76
"""Columns of the terminal from which the denominators have room beside a name."""


def render_ranking(ranking: Ranking, exact: int, lang: Lang, *, width: int | None = None, is_terminal: bool = False) -> str:
    """All groups, what could not be scored, and what the figures mean; `exact` is the most bodies for which ranges are counted."""
    page = Page(is_terminal)
    console = make_console(page, width)
    for group in ranking.groups:
        _print_group(group, exact, lang, console)
    if ranking.failures:
        console.print(Text(words.say("rank-failures", lang), LABEL))
        for failure in ranking.failures:
            console.print(Folded(Text(f"{visible(failure.path)}  {failure.code} {visible(failure.message)}"), indent=2, hang=2))
        console.print()
    for note in _notes(ranking, lang):
        console.print(Folded(Text(note, QUIET)))
    return page.text()


def _print_group(group: Group, exact: int, lang: Lang, console: Console) -> None:
    console.print(Folded(Text(visible(words.say("rank-head", lang, title(group, lang), len(group.entries), len(group.apart))), LABEL)))
    packs = words.say("and", lang).join(f"{p.id} {p.version}" for p in group.packs)
    console.print(Folded(Text(visible(words.say("rank-rules", lang, len(group.rules), packs)), QUIET)))
    if group.left_out:
        console.print(Folded(Text("! " + words.say("rank-left-out", lang, len(group.rules), len(group.left_out)), "yellow"), hang=2))
    if len(group.entries) > exact:
        console.print(Folded(Text("! " + words.say("rank-no-interval", lang, exact), "yellow"), hang=2))
    if group.entries:
        console.print(_table(group, lang, roomy=console.width >= ROOMY))
    if group.apart:
        console.print(Text(words.say("rank-apart", lang), LABEL))
        for apart in group.apart:
            text = f"{visible(name(apart.result))}{_year(apart.result.year, lang)}  {why_apart(apart, len(group.rules), lang)}"
            console.print(Folded(Text(text), indent=2, hang=2))
    console.print()


def _table(group: Group, lang: Lang, *, roomy: bool) -> Table:
    columns = _COLUMNS if roomy else _NARROW
    if roomy and _any_copied([group]):
        columns = (*columns, "copied")
    table = Table(box=SIMPLE_HEAD, show_edge=False, expand=True, pad_edge=False, header_style=QUIET)
    for key in columns:
        if key == "body":
            table.add_column(words.say("rank-body", lang), ratio=1)
        else:
            table.add_column(words.say(f"rank-{key}", lang), justify="right", no_wrap=True)
    band = 1
    for entry in group.entries:
        if entry.band != band:
            band = entry.band
            table.add_section()
        cells = _cells(entry, len(group.rules), lang)
        table.add_row(*(cells[key] for key in columns))
    return table


def _cells(entry: Entry, compared: int, lang: Lang) -> dict[str, Text | Folded]:
    interval = f"{entry.interval.best}–{entry.interval.worst}" if entry.interval else "–"
    return {
        "place": Text(str(entry.place)),
        "interval": Text(interval, QUIET),
        "body": Folded(Text(visible(name(entry.result)) + _year(entry.result.year, lang))),
        "score": Text(decimal(entry.score), LABEL),
        "points": Text(f"{points(entry.earned)}/{entry.possible}"),
        "applicable": Text(f"{entry.applicable}/{compared}"),
        "open": Text(str(open_verdicts(entry) or ""), "yellow"),
        "copied": Text(str(copied_items(entry) or ""), "yellow"),
    }


def _any_copied(groups: Iterable[Group]) -> bool:
    return any(copied_items(e) for group in groups for e in group.entries)


def _year(year: int | None, lang: Lang) -> str:
    return words.say("brackets", lang, year) if year else ""


def _notes(ranking: Ranking, lang: Lang) -> Iterator[str]:
    if any(e.interval for g in ranking.groups for e in g.entries):
        yield words.say("rank-interval-note", lang)
    yield words.say("rank-cut-note", lang) + words.say("colon", lang) + words.say("rank-band-note", lang)
    yield words.say("rank-points-note", lang)
    if _any_copied(ranking.groups):
        yield words.say("rank-copied-note", lang)
    yield messages.DISCLAIMER[lang is Lang.EN]
