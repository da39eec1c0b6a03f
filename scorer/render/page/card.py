"""The scorecard as one page: the checklist on the left, the report with its evidence marked on the right."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from scorer.model.document import Kind
from scorer.model.result import Scorecard, State, Verdict
from scorer.model.rule import Grade, Pack
from scorer.model.text import RawSpan
from scorer.render import messages, words
from scorer.render.contract import Json, to_dict
from scorer.render.findings import Item, Part, findings
from scorer.render.marks import STATE_MARKS, VERDICT_MARKS
from scorer.render.page.engine import make_page
from scorer.render.page.labels import PAGE_LABELS
from scorer.render.page.paper import Piece, paragraphs
from scorer.render.words import Lang, Say

STYLES = ("base.css", "masthead.css", "list.css", "paper.css", "narrow.css", "print.css")
SCRIPTS = ("state.js", "filter.js", "passages.js", "keys.js", "page.js")
_KINDS = (State.DENIED, "weakness", State.PLANNED, State.DONE, "rejected")
"""Where passages overlap, the first of these decides on the colour."""
_SHOWN_GAPS = 3
_IN_CHINESE = ' lang="zh"'
"""Says of a quote that it is not in the language of the page."""


class Entry(Struct, frozen=True):
    """An item as the list shows it; `flags` are what the filters look for."""

    item: Item
    most: int
    flags: tuple[str, ...]

    @property
    def shown_gaps(self) -> tuple[Part, ...]:
        """The elements it lacks, unless the verdict says so of all."""
        return self.item.gaps[:_SHOWN_GAPS] if self.item.verdict in ("partial", "failed") else ()


class Look(Struct, frozen=True):
    """How a piece of the report is marked: its kind, the item it leads to, the passages that begin with it."""

    kind: str
    item: str
    begins: tuple[RawSpan, ...]


class Marks:
    """The passages of all items, in the order of the report."""

    def __init__(self, items: Iterable[Item]) -> None:
        uses: dict[RawSpan, list[tuple[int, str]]] = {}
        for item in items:
            for passage in (p for part in item.parts for p in part.passages):
                uses.setdefault(passage.span, []).append((_KINDS.index(passage.kind), item.id))
        self._gravest = {span: min(found, key=lambda use: use[0]) for span, found in uses.items()}
        self.spans: tuple[RawSpan, ...] = tuple(sorted(uses))

    def look(self, piece: Piece) -> Look:
        """The gravest of what covers a piece decides on its kind, the shortest on where it leads."""
        kind = min(self._gravest[span][0] for span in piece.covers)
        begins = tuple(span for span in piece.covers if span.start == piece.start)
        return Look(_KINDS[kind], self._gravest[piece.covers[0]][1], begins)


def render(card: Scorecard, lang: Lang = Lang.ZH) -> str:
    """The page of one scorecard."""
    return render_record(to_dict(card, lang), card.pack, card, lang)


def render_record(data: Json, pack: Pack | None, read: Scorecard | None, lang: Lang, home: str = "") -> str:
    """The page of a scorecard kept as JSON; `read` has the report it speaks of, `home` is the page to go back to.

    Without `pack` nothing is said of what the rules are based on, without `read` the report's text is left out.
    """
    say = words.sayer(lang, PAGE_LABELS)
    items = findings(data, pack.rules if pack else (), lang)
    grade = next((g for g in pack.grades if g.id == data["grade"]), None) if pack else None
    marks = Marks(items)
    entries = tuple(_entry(item, rule) for item, rule in zip(items, data["rules"], strict=True))
    return make_page(
        "card.html.j2",
        lang,
        STYLES,
        SCRIPTS,
        say=say,
        foreign="" if lang is Lang.ZH else _IN_CHINESE,
        home=home,
        report=data["report"],
        pack=data["pack"],
        warnings=data["warnings"],
        body=data["report"]["body"] or say("unknown"),
        facts=_facts(data, pack, say, lang),
        score="" if data["score"] is None else f"{data['score']:.1f}",
        grade=words.title(grade, lang) if grade else "",
        band=_band(grade, pack.grades if pack else ()),
        verdicts=_verdicts(data, lang),
        categories=_categories(data, entries),
        total=len(entries),
        filters=_filters(entries, say, lang),
        marks={v.value: mark for v, mark in VERDICT_MARKS.items()},
        state_marks={s.value: mark for s, mark in STATE_MARKS.items()},
        kinds=_kinds(say, lang),
        look_of=marks.look,
        paragraphs=paragraphs(read, marks.spans) if read else (),
        disclaimer=messages.DISCLAIMER[lang is Lang.EN],
    )


def _entry(item: Item, rule: Json) -> Entry:
    said = {
        "shortfall": item.shortfall,
        "review": item.doubts,
        "copied": item.copied,
        "decided": item.decision,
        "stale": item.stale,
        "waived": item.waiver,
    }
    return Entry(item, rule["max_points"], (item.verdict, *(flag for flag, holds in said.items() if holds)))


def _facts(data: Json, pack: Pack | None, say: Say, lang: Lang) -> list[tuple[str, str]]:
    report = data["report"]
    about = words.kind(Kind(report["kind"]), lang) + say("comma") + words.sector(report["sector"], lang)
    return [
        (say("published"), report["published"] or say("unknown")),
        (say("signed"), report["signed"] or say("unknown")),
        (say("kind"), about),
        (say("pack"), f"{words.title(pack, lang) if pack else data['pack']['id']} {data['pack']['version']}"),
        (say("file"), report["path"]),
    ]


def _band(grade: Grade | None, grades: Sequence[Grade]) -> str:
    """Best, worst or between: what is good is for the pack to say."""
    bands = sorted(grades, key=lambda g: g.at_least)
    if grade is None or len(bands) < 2:
        return "plain"
    return "good" if grade == bands[-1] else "poor" if grade == bands[0] else "fair"


def _verdicts(data: Json, lang: Lang) -> list[dict[str, Any]]:
    found = [rule["verdict"] for rule in data["rules"]]
    return [{"id": v.value, "mark": mark, "said": words.verdict(v, lang), "count": found.count(v.value)} for v, mark in VERDICT_MARKS.items()]


def _categories(data: Json, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    return [
        {**c, "score": "" if c["score"] is None else f"{c['score']:.1f}", "entries": [e for e in entries if e.item.category == c["id"]]}
        for c in data["categories"]
    ]


def _filters(entries: Sequence[Entry], say: Say, lang: Lang) -> Iterator[dict[str, Any]]:
    """The four that are always there, and those on copied proof and on decisions where there are any."""
    said = {v.value: words.verdict(v, lang) for v in (Verdict.MISSING, Verdict.PLANNED)}
    said |= {"shortfall": say("shortfall"), "review": say("review"), "copied": say("copied-proof")}
    said |= {"decided": say("was-reviewed"), "stale": say("stale"), "waived": say("is-waived")}
    for flag, text in said.items():
        count = sum(flag in e.flags for e in entries)
        if count or flag not in ("copied", "decided", "stale", "waived"):
            yield {"id": flag, "said": text, "count": count}


def _kinds(say: Say, lang: Lang) -> list[tuple[str, str]]:
    states = [(s.value, words.state(s, lang)) for s in (State.DONE, State.PLANNED, State.DENIED)]
    return [*states, ("weakness", say("weakness")), ("rejected", say("uncounted"))]
