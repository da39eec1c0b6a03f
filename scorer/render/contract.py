"""Scorecards as JSON: the contract with whoever reads the scorer's output; keys are added, never renamed or dropped."""

import json
from fractions import Fraction
from typing import Any

from scorer.model.result import (
    Decision,
    ElementResult,
    Evidence,
    Failure,
    Judgement,
    Reviewed,
    Scorecard,
    StaleReview,
    State,
    Tally,
    Value,
    Verdict,
    Waiver,
)
from scorer.patterns import pattern
from scorer.render import words
from scorer.render.citation import Citation, Citations
from scorer.render.visible import path_text
from scorer.render.words import Lang
from scorer.score import points_of

SCHEMA_VERSION = "1"
_LINE_BREAKING = pattern("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that some readers of JSON Lines take for line ends, or that UTF-8 cannot hold."""

Json = dict[str, Any]


def to_dict(card: Scorecard, lang: Lang = Lang.ZH) -> Json:
    """One scorecard, with keys in the order of the contract."""
    cites = Citations(card)
    return {
        "schema_version": SCHEMA_VERSION,
        "report": _report(card),
        "pack": {"id": card.pack.id, "version": card.pack.version, "sha256": card.pack.sha256},
        "score": number(card.score),
        "grade": card.grade.id if card.grade else None,
        "categories": [_category(card, tally, lang) for tally in card.categories],
        "rules": [_rule(j, cites, lang) for j in card.judgements],
        "warnings": [{"code": n.code, "message": words.notice(n, lang)} for n in card.notices],
    }


def failure_to_dict(failure: Failure) -> Json:
    """What stands in the place of a scorecard that could not be made."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": {"path": path_text(failure.path)},
        "failure": {"code": failure.code, "message": failure.message, "advice": failure.advice},
    }


def dumps(value: Json, *, indented: bool = False) -> str:
    """JSON text in UTF-8-safe characters: on one line for JSON Lines, indented where it is the only object."""
    layout: Any = {"indent": 2} if indented else {"separators": (",", ":")}
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, **layout)
    return _LINE_BREAKING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def number(value: float | Fraction | None) -> int | float | None:
    """A number without a needless `.0`."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _report(card: Scorecard) -> Json:
    document = card.document
    return {
        "path": path_text(card.source.path),
        "sha256": card.source.sha256,
        "body": document.body,
        "year": document.year,
        "published": document.published.value.isoformat() if document.published else None,
        "signed": document.signed.value.isoformat() if document.signed else None,
        "sector": document.sector,
        "kind": document.kind.value,
        "format": card.source.format,
        "characters": len(card.source.text),
    }


def _category(card: Scorecard, tally: Tally, lang: Lang) -> Json:
    category = next((c for c in card.pack.categories if c.id == tally.id), None)
    counts = dict(tally.counts)
    return {
        "id": tally.id,
        "title": words.title(category, lang) if category else tally.title,
        "score": number(tally.score),
        "counts": {v.value: counts.get(v, 0) for v in Verdict},
    }


def _rule(judgement: Judgement, cites: Citations, lang: Lang) -> Json:
    rule = judgement.rule
    done, required, most = points_of(judgement)
    titles = {e.id: words.title(e, lang) for e in rule.elements}
    return {
        "id": rule.id,
        "title": words.title(rule, lang),
        "category": rule.category,
        "weight": rule.weight,
        "verdict": judgement.verdict.value,
        "points": number(round(Fraction(most * done, required), 4)),
        "max_points": most,
        "shortfall": _shortfall(judgement),
        "needs_review": bool(judgement.doubts),
        "review_reasons": [{"code": d.value, "message": words.doubt(d, lang)} for d in judgement.doubts],
        "alternative": judgement.alternative.value if judgement.alternative else None,
        "reviewed": _reviewed(judgement.reviewed),
        "stale_review": _stale(judgement.stale_review),
        "waived": _waived(judgement.waived),
        "elements": [_element(e, titles.get(e.id, e.title), cites) for e in judgement.elements],
    }


def _shortfall(judgement: Judgement) -> list[str]:
    """Denied elements, as the reviewer reads them where a reviewer said so; a reviewer who sees no lack leaves none."""
    review = judgement.reviewed
    if review and review.decision.states:
        return [element for element, state in review.decision.states if state is State.DENIED]
    if review and judgement.verdict not in (Verdict.FAILED, Verdict.PARTIAL):
        return []
    return [e.id for e in judgement.elements if e.state is State.DENIED]


def _reviewed(review: Reviewed | None) -> Json | None:
    return _decision(review.decision, review.automatic) if review else None


def _stale(review: StaleReview | None) -> Json | None:
    if review is None:
        return None
    return {**_decision(review.decision, review.decision.automatic), "changed": [c.value for c in review.changes]}


def _decision(decision: Decision, automatic: Verdict) -> Json:
    """`elements` is null where the reviewer gave the verdict alone."""
    return {
        "verdict": decision.verdict.value,
        "by": decision.by,
        "on": decision.on.isoformat(),
        "reason": decision.reason,
        "automatic": automatic.value,
        "elements": {element: state.value for element, state in decision.states} or None,
    }


def _waived(waiver: Waiver | None) -> Json | None:
    return {"reason": waiver.reason, "years": list(range(waiver.first, waiver.last + 1))} if waiver else None


def _element(element: ElementResult, title: str, cites: Citations) -> Json:
    return {
        "id": element.id,
        "title": title,
        "state": element.state.value,
        "evidence": [_evidence(e, cites.cite(e)) for e in element.evidence],
        "weakness": [_evidence(e, cites.cite(e)) for e in element.weakness],
        "rejected": [{**_evidence(e, cites.cite(e)), "gate": e.gate} for e in element.rejected],
    }


def _evidence(evidence: Evidence, cited: Citation) -> Json:
    return {
        "quote": cited.quote,
        "start": cited.span.start,
        "end": cited.span.end,
        "line": cited.line,
        "section": list(cited.section),
        "phrase": evidence.phrase,
        "similarity": number(evidence.similarity),
        "because": [{"text": b.text, "start": b.span.start, "end": b.span.end, "cue": b.cue} for b in cited.because],
        "value": _value(evidence.value),
    }


def _value(value: Value | None) -> Json | None:
    if value is None:
        return None
    return {"kind": value.kind, "number": number(value.number), "unit": value.unit, "bound": value.bound or None, "passed": value.passed}
