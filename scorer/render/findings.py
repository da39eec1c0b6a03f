"""A scorecard as people read it: the contract's facts in words, with what the rules say of each item.

Page, Markdown and review opinion are laid out from this; nothing here decides or counts.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from scorer.model.result import State, Value, Verdict
from scorer.model.rule import Basis, Element, Rule
from scorer.model.text import RawSpan
from scorer.render import passages, words
from scorer.render.advice import advice
from scorer.render.citation import Citation, Words
from scorer.render.contract import Json
from scorer.render.words import Lang


class Passage(Struct, frozen=True):
    """A cited passage: `pieces` of the quote with whether each decided, `span` in the source, and why it stands here."""

    span: RawSpan
    kind: str
    """The state it shows, or `weakness` or `rejected`."""
    pieces: tuple[tuple[str, bool], ...]
    line: int
    place: str
    grounds: str
    gate: str = ""
    """Why it was not counted, in words."""
    copied: str = ""
    """Where it stands as well, in words."""

    @property
    def quote(self) -> str:
        """The whole quote on one line."""
        return "".join(text for text, _ in self.pieces)


class Part(Struct, frozen=True):
    """An element: what was found for it, and what would earn its points."""

    id: str
    title: str
    state: str
    said: str
    evidence: tuple[Passage, ...]
    weakness: tuple[Passage, ...]
    rejected: tuple[Passage, ...]
    advice: str

    @property
    def mark(self) -> State:
        """Whose mark it bears."""
        return State(self.state)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All of them, those that count first."""
        return self.evidence + self.weakness + self.rejected


class LegalBasis(Struct, frozen=True):
    """A clause: what it is, from when to when it holds, whether it was read, and whether it holds in the report year."""

    text: str
    force: str
    unread: str
    note: str
    applies: bool


class Item(Struct, frozen=True):
    """One rule of the checklist, judged."""

    id: str
    title: str
    category: str
    verdict: str
    said: str
    points: str
    missing: str
    """The points it did not earn, empty where it earned all."""
    parts: tuple[Part, ...]
    why: str
    basis: tuple[LegalBasis, ...]
    shortfall: bool
    copied: bool
    """Whether an element is proved by copied passages alone."""
    doubts: tuple[str, ...]
    decision: str
    by_verdict: bool
    """Whether a person gave the verdict without saying how it stands with the elements."""
    stale: str
    waiver: str

    @property
    def key(self) -> Passage | None:
        """The passage that explains the verdict best."""
        wanted = {"met": "done", "partial": "done", "failed": "denied", "planned": "planned"}.get(self.verdict)
        return next((p.evidence[0] for p in self.parts if p.state == wanted and p.evidence), None)

    @property
    def mark(self) -> Verdict:
        """Whose mark it bears."""
        return Verdict(self.verdict)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person decided on it."""
        return tuple(note for note in (self.decision, self.stale, self.waiver) if note)

    @property
    def gaps(self) -> tuple[Part, ...]:
        """Elements that are not done, where it is known."""
        return () if self.by_verdict or not self.missing else tuple(p for p in self.parts if p.state != State.DONE)


def findings(data: Json, rules: Iterable[Rule], lang: Lang) -> tuple[Item, ...]:
    """The items of a scorecard from its contract `data`; what `rules` say of them is added where they are known."""
    known = {rule.id: rule for rule in rules}
    return tuple(_item(known.get(r["id"]), r, data["report"]["year"], lang) for r in data["rules"])


def points(value: float) -> str:
    """Points without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _item(rule: Rule | None, data: Json, year: int | None, lang: Lang) -> Item:
    most, earned = data["max_points"], data["points"]
    elements = {e.id: e for e in rule.elements} if rule else {}
    read_so = (data["reviewed"] or {}).get("elements") or {}
    return Item(
        id=data["id"],
        title=data["title"],
        category=data["category"],
        verdict=data["verdict"],
        said=words.verdict(Verdict(data["verdict"]), lang),
        points=f"{points(earned)}/{most}" if most else "–",
        missing=points(most - earned) if most > earned else "",
        parts=tuple(_part(elements.get(e["id"]), e, read_so.get(e["id"], e["state"]), lang) for e in data["elements"]),
        why=" ".join(rule.why.split()) if rule else "",
        basis=tuple(_basis(b, year, lang) for b in (rule.basis if rule else ())),
        shortfall=bool(data["shortfall"]),
        copied=data.get("copied", False),
        doubts=tuple(_doubts(data, lang)),
        decision=_decision("decision", data["reviewed"], lang),
        by_verdict=bool(data["reviewed"] and not read_so),
        stale=_decision("stale-decision", data["stale_review"], lang),
        waiver=words.say("waiver", lang, data["waived"]["reason"]) if data["waived"] else "",
    )


def _doubts(data: Json, lang: Lang) -> Iterator[str]:
    yield from (reason["message"] for reason in data["review_reasons"])
    if data["needs_review"] and data["alternative"]:
        yield words.say("alternative", lang, words.verdict(Verdict(data["alternative"]), lang))


def _decision(key: str, decision: Json | None, lang: Lang) -> str:
    if not decision:
        return ""
    verdict, automatic = (words.verdict(Verdict(decision[k]), lang) for k in ("verdict", "automatic"))
    return words.say(key, lang, decision["by"], decision["on"], verdict, automatic, decision["reason"])


def _part(element: Element | None, data: Json, state: str, lang: Lang) -> Part:
    """`state` is the reviewer's where a person decided; the passages are as they were found."""
    evidence = tuple(_passage(e, data["state"], lang) for e in data["evidence"])
    gates = tuple(e["gate"] for e in data["rejected"])
    missed = state == State.DENIED and any(e["value"] and e["value"]["passed"] is False for e in data["evidence"])
    return Part(
        id=data["id"],
        title=data["title"],
        state=state,
        said=words.state(State(state), lang),
        evidence=evidence,
        weakness=tuple(_passage(e, "weakness", lang) for e in data["weakness"]),
        rejected=tuple(_passage(e, "rejected", lang) for e in data["rejected"]),
        advice=(" " if lang is Lang.EN else "").join(advice(element, state, gates, missed, lang)) if element and state != State.DONE else "",
    )


def _passage(data: Json, kind: str, lang: Lang) -> Passage:
    because = tuple(Words(b["text"], RawSpan(b["start"], b["end"]), b["cue"]) for b in data["because"])
    cited = Citation(data["quote"], RawSpan(data["start"], data["end"]), data["line"], tuple(data["section"]), because)
    return Passage(
        span=cited.span,
        kind=kind,
        pieces=tuple(passages.pieces(cited)),
        line=cited.line,
        place=passages.place(cited, lang),
        grounds=passages.grounds(cited, _value(data["value"]), lang),
        gate=words.gate(data["gate"], lang) if kind == "rejected" else "",
        copied=_copied(data["copied_from"], lang) if "copied_from" in data else "",
    )


def _copied(source: Json, lang: Lang) -> str:
    whose = words.say(f"copies-{source['relation']}", lang, source["body"] or source["path"], source["year"])
    where = words.say("brackets", lang, words.say("copied-at", lang, source["path"], source["line"], source["similarity"]))
    return whose + where + (words.say("copies-mutual", lang) if source["mutual"] else "")


def _value(data: dict[str, Any] | None) -> Value | None:
    return Value(data["kind"], data["number"], data["unit"], data["bound"] or "", data["passed"]) if data else None


def _basis(basis: Basis, year: int | None, lang: Lang) -> LegalBasis:
    return LegalBasis(
        text=f"《{basis.document}》{basis.number}{basis.article}",
        force=_in_force(basis.start, basis.end, lang),
        unread="" if basis.verified else words.say("unverified", lang),
        note=basis.note,
        applies=year is None or basis.in_force_days(year) > 0,
    )


def _in_force(start: date | None, end: date | None, lang: Lang) -> str:
    if start and end:
        return words.say("in-force-between", lang, start.isoformat(), end.isoformat())
    if start:
        return words.say("in-force-from", lang, start.isoformat())
    return words.say("in-force-until", lang, end.isoformat()) if end else ""
