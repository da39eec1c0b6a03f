"""`scorer rank --format html`: the ranking as a folder of pages, with the scorecards it links to."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from scorer.cli.exits import Exit
from scorer.cli.many.ranking import groupings
from scorer.cli.outlets import tell
from scorer.cli.saving import SaveError, make_folder, save
from scorer.errors import InputError, PackError, Place, Problem
from scorer.model.result import Scorecard
from scorer.model.rule import Pack
from scorer.pipeline import Scorer
from scorer.rank import Limits, rank, read_results
from scorer.render import words
from scorer.render.page.card import render_record
from scorer.render.page.site import ranking_pages
from scorer.render.words import Lang

RESULTS, INDEX = "results.jsonl", "index.html"
OURS = b'name="generator" content="fazhi-scorer"'
"""By this a page of ours is known: only such pages are written over."""


class Site(Struct, frozen=True):
    """What is asked for: results, where to, by which rules, with or without scorecards."""

    folder: str
    output: str | None
    rules: str | None
    cards: bool
    lang: Lang

    @property
    def target(self) -> Path:
        """The folder of the pages, inside that of the results unless another is named."""
        return Path(self.output) if self.output else Path(self.folder) / "ranking"


def write_site(site: Site, by: Sequence[str], limits: Limits) -> Exit:
    """Rank and write every page; a page is there whole or not at all."""
    ranking = rank(read_results(Path(site.folder)), [columns for columns in groupings(by) if columns], limits)
    _check(site)
    lines = set[int]()
    for number, page in _cards(site):
        _save(site, f"cards/{number}.html", page)
        lines.add(number)
    for name, page in ranking_pages(ranking, site.lang, lines):
        _save(site, name, page)
    tell(site.target / INDEX, site.lang)
    return Exit.FINE


def _check(site: Site) -> None:
    """Refuse a folder that holds anything but an earlier ranking."""
    index = site.target / INDEX
    if site.target.is_dir() and not any(site.target.iterdir()):
        return
    if site.target.exists() and not (index.is_file() and OURS in index.read_bytes()[:4096]):
        raise SaveError(Problem("C302", words.say("copy-exists", site.lang), words.say("copy-exists-advice", site.lang), Place(str(site.target))))


def _save(site: Site, name: str, page: str) -> None:
    path = site.target / name
    make_folder(path.parent, site.lang)
    save(path, page, site.lang)


def _cards(site: Site) -> Iterator[tuple[int, str]]:
    """The page of every scorecard, by its line of the results: judged as recorded, with the report where it is still the same."""
    if not site.cards:
        return
    scorer, path = Scorer(site.rules), Path(site.folder) / RESULTS
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            data = json.loads(line)
            if "failure" in data:
                continue
            try:
                page = render_record(data, _pack(scorer, data), _read(scorer, data), site.lang, f"../{INDEX}")
            except (KeyError, TypeError, ValueError, IndexError) as error:
                advice = words.say("site-line-advice", site.lang)
                raise SaveError(Problem("D503", words.say("site-line", site.lang), advice, Place(str(path), number, 1))) from error
            yield number, page


def _pack(scorer: Scorer, data: dict[str, Any]) -> Pack | None:
    """The pack that judged, unless its rules have changed since."""
    try:
        pack = scorer.prepared(data["pack"]["id"]).pack
    except PackError:
        return None
    return pack if pack.sha256 == data["pack"]["sha256"] else None


def _read(scorer: Scorer, data: dict[str, Any]) -> Scorecard | None:
    """The report as it was scored, read again; None where it is gone or is another."""
    try:
        card = scorer.score_file(data["report"]["path"])
    except InputError:
        return None
    return card if card.source.sha256 == data["report"]["sha256"] else None
