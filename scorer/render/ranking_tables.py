"""A ranking for programs: JSON with exact scores, CSV with one row per report and group."""

from typing import Any

from scorer.model.ranking import Apart, Entry, Group, PackRef, Ranking, Result
from scorer.render import words
from scorer.render.contract import SCHEMA_VERSION, dumps, number
from scorer.render.csv_text import csv_text
from scorer.render.ranking_rows import HEADS, copied_items, decimal, open_verdicts, rows
from scorer.render.words import Lang

Json = dict[str, Any]


def to_csv(ranking: Ranking, lang: Lang) -> str:
    """Every group, one under another; the first column says which."""
    heads = [words.say(f"rank-{h}", lang) for h in HEADS]
    return csv_text(heads, ([row.get(h, "") for h in HEADS] for group in ranking.groups for row in rows(group, lang)))


def to_json(ranking: Ranking) -> str:
    """All groups with their entries; `exact` scores are [numerator, denominator]."""
    failures = [{"path": f.path, "code": f.code, "message": f.message, "advice": f.advice} for f in ranking.failures]
    return dumps({"schema_version": SCHEMA_VERSION, "groups": [_group(g) for g in ranking.groups], "failures": failures}, indented=True) + "\n"


def _group(group: Group) -> Json:
    return {
        "key": dict(group.key),
        "packs": [_pack(p) for p in group.packs],
        "rules": [h.id for h in group.rules],
        "left_out": list(group.left_out),
        "entries": [_entry(e) for e in group.entries],
        "apart": [_apart(a) for a in group.apart],
    }


def _entry(entry: Entry) -> Json:
    return {
        **_report(entry.result),
        "place": entry.place,
        "interval": [entry.interval.best, entry.interval.worst] if entry.interval else None,
        "band": entry.band,
        "score": float(decimal(entry.score)),
        "exact": [entry.score.numerator, entry.score.denominator],
        "points": number(round(entry.earned, 4)),
        "max_points": entry.possible,
        "applicable": entry.applicable,
        "needs_review": open_verdicts(entry),
        "copied": copied_items(entry),
    }


def _apart(apart: Apart) -> Json:
    return {**_report(apart.result), "reason": apart.reason.value, "max_points": apart.possible, "applicable": apart.applicable}


def _report(result: Result) -> Json:
    return {"path": result.path, "body": result.body, "year": result.year, "groups": dict(result.groups), "pack": _pack(result.pack)}


def _pack(pack: PackRef) -> Json:
    return {"id": pack.id, "version": pack.version, "sha256": pack.sha256}
