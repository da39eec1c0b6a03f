"""Copied text for people and programs: every passage with its source, and the evidence that rests on it."""

from collections.abc import Iterator, Sequence
from typing import Any

from scorer.model.copying import Copied, Copies, Mark, Relation, Spot, Subject, Warned
from scorer.render import words
from scorer.render.contract import SCHEMA_VERSION, dumps
from scorer.render.csv_text import csv_text
from scorer.render.words import Lang

_COLUMNS = ("path", "line", "quote", "other", "other-line", "other-quote", "relation", "similarity", "evidence")


def to_json(copies: Copies, marks: Sequence[Mark]) -> str:
    """Passages with the elements they prove, and warnings."""
    proved = evidence_of(marks)
    passages = [
        {
            "here": _spot(c.here, copies.subjects),
            "there": _spot(c.there, copies.subjects),
            "relation": c.relation.value,
            "similarity": c.similarity,
            "mutual": c.mutual,
            "evidence": [{"path": copies.subjects[m.cited.text].path, "rule": m.cited.rule, "element": m.cited.element} for m in proved.get(c, ())],
        }
        for c in copies.passages
    ]
    return (
        dumps(
            {"schema_version": SCHEMA_VERSION, "passages": passages, "warnings": [_warning(w, copies.subjects) for w in copies.warnings]},
            indented=True,
        )
        + "\n"
    )


def to_csv(copies: Copies, marks: Sequence[Mark], lang: Lang) -> str:
    """One row for each passage."""
    proved = evidence_of(marks)
    rows = (_row(c, copies.subjects, proved.get(c, ()), lang) for c in copies.passages)
    return csv_text([words.say(f"copies-{c}", lang) for c in _COLUMNS], rows)


def evidence_of(marks: Sequence[Mark]) -> dict[Copied, list[Mark]]:
    """The marked evidence of each passage."""
    found: dict[Copied, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.copied, []).append(mark)
    return found


def proves(marks: Sequence[Mark], lang: Lang) -> str:
    """The elements that copied passages prove, each once."""
    return words.say("and", lang).join(elements(marks))


def elements(marks: Sequence[Mark]) -> list[str]:
    """Rule and element of the evidence, each once."""
    return list(dict.fromkeys(f"{m.cited.rule} · {m.cited.element}" for m in marks))


def source(copied: Copied, subjects: Sequence[Subject], lang: Lang) -> str:
    """Where the passage stands as well."""
    there = subjects[copied.there.text]
    said = words.say(f"copies-{copied.relation.value}", lang, there.body or there.path, there.year)
    return said + (words.say("copies-mutual", lang) if copied.mutual and copied.relation is Relation.OTHER_BODY else "")


def warning(warned: Warned, subjects: Sequence[Subject], lang: Lang) -> str:
    """What does not fit, and whose it is."""
    return words.say(warned.misfit.value, lang, warned.said, subjects[warned.other].path, warned.line)


def _row(copied: Copied, subjects: Sequence[Subject], marks: Sequence[Mark], lang: Lang) -> list[str | int]:
    return [*_cells(copied.here, subjects), *_cells(copied.there, subjects), source(copied, subjects, lang), copied.similarity, proves(marks, lang)]


def _cells(spot: Spot, subjects: Sequence[Subject]) -> Iterator[str | int]:
    yield from (subjects[spot.text].path, spot.line, spot.quote)


def _spot(spot: Spot, subjects: Sequence[Subject]) -> dict[str, Any]:
    subject = subjects[spot.text]
    place = {"start": spot.span.start, "end": spot.span.end, "line": spot.line, "quote": spot.quote}
    return {"path": subject.path, "body": subject.body, "year": subject.year, **place}


def _warning(warned: Warned, subjects: Sequence[Subject]) -> dict[str, Any]:
    paths = {"path": subjects[warned.text].path, "other": subjects[warned.other].path}
    return {"code": warned.misfit.value, **paths, "said": warned.said, "line": warned.line}
