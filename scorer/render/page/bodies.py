"""A body's page: its reports over the years, where each stands, and how every item fared."""

from collections.abc import Container
from typing import Any

from scorer.model.ranking import Entry, Ranking, Result
from scorer.model.result import Verdict
from scorer.render import messages, words
from scorer.render.marks import VERDICT_MARKS
from scorer.render.page.engine import make_page
from scorer.render.page.ranking_labels import RANKING_LABELS
from scorer.render.page.shapes import TREND_HEIGHT, TREND_WIDTH, trend
from scorer.render.ranking_rows import decimal, name, open_verdicts, title
from scorer.render.words import Lang

STYLES = ("base.css", "masthead.css", "ranking.css", "ranking-print.css")


class Bodies:
    """Who reports: reports of one body together, one of an unknown body alone; in the order of the ranking."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._results: dict[str, list[Result]] = {}
        for group in ranking.groups[:1]:
            for result in (*(e.result for e in group.entries), *(a.result for a in group.apart)):
                self._results.setdefault(_key(result), []).append(result)
        self._numbers = {key: n for n, key in enumerate(self._results, 1)}
        self.entries: dict[int, list[tuple[int, Entry]]] = {}
        """By line of the results: groups in which a report has a place."""
        for number, group in enumerate(ranking.groups):
            for entry in group.entries:
                self.entries.setdefault(entry.result.line, []).append((number, entry))

    def all(self) -> tuple[str, ...]:
        """Every body."""
        return tuple(self._results)

    def file(self, key: str) -> str:
        """The page of a body, from the folder of the ranking."""
        return f"bodies/{self._numbers[key]}.html"

    def file_of(self, result: Result) -> str:
        """The page of the body that a report is of."""
        return self.file(_key(result))

    def reports(self, key: str) -> list[Result]:
        """Its reports, oldest first."""
        return sorted(self._results[key], key=lambda r: (r.year or 0, r.path, r.line))


def _key(result: Result) -> str:
    return result.body or f"\0{result.line}"


def body_page(key: str, bodies: Bodies, lang: Lang, cards: Container[int]) -> str:
    """The page of one body."""
    say = words.sayer(lang, RANKING_LABELS)
    reports = bodies.reports(key)
    scores = [(str(r.year or ""), r.score, decimal(r.score)) for r in reports if r.score is not None]
    return make_page(
        "body.html.j2",
        lang,
        STYLES,
        (),
        say=say,
        name=name(reports[0]),
        size=(TREND_WIDTH, TREND_HEIGHT),
        dots=trend(scores),
        reports=[_report(r, bodies, lang, r.line in cards) for r in reports],
        years=[str(r.year or say("unknown")) for r in reports],
        items=_items(reports, lang),
        disclaimer=messages.DISCLAIMER[lang is Lang.EN],
    )


def _report(result: Result, bodies: Bodies, lang: Lang, has_card: bool) -> dict[str, Any]:
    groups = bodies.ranking.groups
    return {
        "year": result.year or "–",
        "path": result.path,
        "score": decimal(result.score) if result.score is not None else "–",
        "card": f"../cards/{result.line}.html" if has_card else "",
        "places": [
            {
                "group": title(groups[number], lang),
                "place": entry.place,
                "of": len(groups[number].entries),
                "interval": entry.interval,
                "band": entry.band,
                "open": open_verdicts(entry),
            }
            for number, entry in bodies.entries.get(result.line, [])
        ],
    }


def _items(reports: list[Result], lang: Lang) -> list[tuple[str, list[tuple[str, str, str] | None]]]:
    """Title of each rule that any year knows, and its verdict in each: code, mark, word."""
    titles = {head.id: head.title for report in reports for head in report.rules}
    verdicts = [{h.id: i.verdict for h, i in zip(r.rules, r.items, strict=True)} for r in reports]
    return [(said, [_cell(found.get(rule), lang) for found in verdicts]) for rule, said in titles.items()]


def _cell(verdict: Verdict | None, lang: Lang) -> tuple[str, str, str] | None:
    return (verdict.value, VERDICT_MARKS[verdict], words.verdict(verdict, lang)) if verdict else None
