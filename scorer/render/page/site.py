"""A ranking as a folder of pages: an index for every group, a page for every body, linked to one another and to the scorecards."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any

from msgspec import Struct

from scorer.model.ranking import Entry, Group, Ranking, Result
from scorer.model.result import Verdict
from scorer.render import messages, words
from scorer.render.marks import VERDICT_MARKS
from scorer.render.page.bodies import Bodies, body_page
from scorer.render.page.engine import make_page
from scorer.render.page.ranking_labels import RANKING_LABELS
from scorer.render.page.shapes import place_range, stacked, strip
from scorer.render.ranking_rows import column, decimal, name, open_verdicts, title, value, why_apart
from scorer.render.words import Lang, Say

STYLES = ("base.css", "masthead.css", "ranking.css", "ranking-print.css")
SCRIPTS = ("state.js", "ranking.js")
PAGE_SIZE = 1000
"""Reports on one page: more would make its filters slow."""
OWN_COLUMNS: dict[str, Callable[[Result], str]] = {
    "year": lambda r: str(r.year or ""),
    "kind": lambda r: r.kind,
    "sector": lambda r: r.sector,
}
"""What every ranking can be filtered by, besides the columns of its manifest."""


class Filter(Struct, frozen=True):
    """A choice above the list: the column's number in the rows, its name, and its values with what they are called."""

    number: int
    said: str
    values: tuple[tuple[str, str], ...]


def ranking_pages(ranking: Ranking, lang: Lang, cards: Container[int]) -> Iterator[tuple[str, str]]:
    """File names below one folder and what goes in; `cards` are the lines of results that have a page in `cards/`."""
    bodies = Bodies(ranking)
    for number, group in enumerate(ranking.groups):
        starts = range(0, max(len(group.entries), 1), PAGE_SIZE)
        for page, start in enumerate(starts):
            yield file_of(number, page), _index(ranking, number, page, group.entries[start : start + PAGE_SIZE], bodies, lang)
    yield from ((bodies.file(key), body_page(key, bodies, lang, cards)) for key in bodies.all())


def file_of(group: int, page: int) -> str:
    """The page of a group's places; the first of all is the index."""
    stem = f"group-{group}" if group else "index"
    return f"{stem}{f'-{page + 1}' if page else ''}.html"


def _index(ranking: Ranking, number: int, page: int, entries: Sequence[Entry], bodies: Bodies, lang: Lang) -> str:
    say = words.sayer(lang, RANKING_LABELS)
    group = ranking.groups[number]
    columns = {**OWN_COLUMNS, **_manifest_columns(group)}
    return make_page(
        "ranking.html.j2",
        lang,
        STYLES,
        SCRIPTS,
        say=say,
        title=title(group, lang),
        group=group,
        groups=[(title(g, lang), file_of(i, 0), i == number) for i, g in enumerate(ranking.groups)],
        pages=_pages(group, number, page),
        packs=[f"{p.id} {p.version}" for p in group.packs],
        filters=list(_filters(entries, columns, lang)),
        bands=_bands(entries, group, columns, bodies, say, lang),
        items=_items(group, say, lang) if page == 0 else [],
        rule_titles=[rule.title for rule in group.rules],
        verdicts=[(v.value, mark, words.verdict(v, lang)) for v, mark in VERDICT_MARKS.items()],
        apart=[(name(a.result), a.result.year or "", bodies.file_of(a.result), why_apart(a, len(group.rules), lang)) for a in group.apart],
        failures=ranking.failures if number == 0 else (),
        disclaimer=messages.DISCLAIMER[lang is Lang.EN],
    )


def _manifest_columns(group: Group) -> dict[str, Callable[[Result], str]]:
    """Columns that the list of inputs brought, such as region."""
    names = dict.fromkeys(c for e in group.entries for c, _ in e.result.groups)
    return {n: lambda r, n=n: dict(r.groups).get(n, "") for n in names}  # type: ignore[misc]


def _pages(group: Group, number: int, here: int) -> list[tuple[int, int, str, bool]]:
    """First and last rank of every page, its file, and whether it is this one."""
    starts = range(0, len(group.entries), PAGE_SIZE)
    return [(s + 1, min(s + PAGE_SIZE, len(group.entries)), file_of(number, p), p == here) for p, s in enumerate(starts)]


def _filters(entries: Sequence[Entry], columns: dict[str, Callable[[Result], str]], lang: Lang) -> Iterator[Filter]:
    """Only columns in which reports differ."""
    for number, (column_name, read) in enumerate(columns.items()):
        values = sorted({read(e.result) for e in entries})
        if len(values) > 1:
            yield Filter(number, column(column_name, lang), tuple((v, value(column_name, v, lang)) for v in values))


def _bands(
    entries: Sequence[Entry], group: Group, columns: dict[str, Callable[[Result], str]], bodies: Bodies, say: Say, lang: Lang
) -> list[tuple[int, list[dict[str, Any]]]]:
    bands: dict[int, list[dict[str, Any]]] = {}
    for entry in entries:
        bands.setdefault(entry.band, []).append(_row(entry, group, columns, bodies, say, lang))
    return list(bands.items())


def _row(entry: Entry, group: Group, columns: dict[str, Callable[[Result], str]], bodies: Bodies, say: Say, lang: Lang) -> dict[str, Any]:
    interval = entry.interval
    found = [item.verdict for item in entry.items]
    counts = [say("item-counts", words.verdict(v, lang), found.count(v)) for v in Verdict if v in found]
    return {
        "place": entry.place,
        "name": name(entry.result),
        "year": entry.result.year or "",
        "file": bodies.file_of(entry.result),
        "score": decimal(entry.score),
        "range": place_range(entry.place, interval, len(group.entries)),
        "range_said": say("place-range", entry.place, interval.best, interval.worst) if interval else say("place-only", entry.place),
        "open": open_verdicts(entry),
        "strip": strip(found),
        "strip_said": say("and").join(counts),
        "columns": [read(entry.result) for read in columns.values()],
    }


def _items(group: Group, say: Say, lang: Lang) -> list[dict[str, Any]]:
    """Every rule with its verdicts over all reports, the least met first."""
    items = []
    for at, rule in enumerate(group.rules):
        found = [e.items[at].verdict for e in group.entries if e.items[at].applies]
        counts = {v: found.count(v) for v in Verdict}
        said = say("and").join(say("item-counts", words.verdict(v, lang), n) for v, n in counts.items() if n)
        items.append({"title": rule.title, "met": counts[Verdict.MET], "of": len(found), "parts": stacked(counts), "said": said})
    return sorted(items, key=lambda item: item["met"] / item["of"] if item["of"] else 2)
