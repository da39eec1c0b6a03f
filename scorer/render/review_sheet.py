"""The verdicts on reports as rows of a spreadsheet in which reviewers decide."""

from collections.abc import Iterator, Mapping

from scorer.model.result import ElementResult, Scorecard, Verdict
from scorer.render import messages, words
from scorer.render.terminal.gaps import doubts_of
from scorer.render.terminal.passage import passage
from scorer.render.terminal.view import Row, View
from scorer.render.words import Lang
from scorer.render.workbook import Column, Sheet

HEADS: dict[str, tuple[str, str]] = {
    "report": ("报告", "Report"),
    "body": ("单位", "Body"),
    "year": ("年度", "Year"),
    "title": ("检查项", "Item"),
    "automatic": ("自动结论", "Automatic verdict"),
    "why": ("复核缘由", "Why to review"),
    "passages": ("佐证", "Passages"),
    "verdict": ("复核结论", "Reviewed verdict"),
    "reason": ("理由", "Reason"),
    "by": ("复核人", "Reviewer"),
    "rule": ("规则代号", "Rule id"),
    "states": ("要件状态", "Element states"),
    "report_sha256": ("报告校验值", "Report SHA-256"),
    "rule_sha256": ("规则校验值", "Rule SHA-256"),
}
"""What each column is called; an import finds its columns by these, wherever they stand."""
_WIDTHS = {"report": 24, "body": 20, "title": 24, "why": 28, "passages": 70, "reason": 30}
_HIDDEN = ("states", "report_sha256", "rule_sha256")
_SHOWN = 2


def columns(lang: Lang) -> list[Column]:
    """The columns in their order."""
    verdicts = tuple(words.verdict(v, lang) for v in Verdict)
    return [Column(head[lang is Lang.EN], _WIDTHS.get(key, 12), key in _HIDDEN, verdicts if key == "verdict" else ()) for key, head in HEADS.items()]


def notes(lang: Lang) -> Sheet:
    """A second sheet, which an import does not read: what a verdict is not."""
    title = words.say("rank-notes", lang)
    return Sheet(title, [Column(title, 100)], [[messages.DISCLAIMER[lang is Lang.EN]]])


def verdict_names() -> dict[str, Verdict]:
    """Every name of a verdict, in both languages and as files have it."""
    return {name: v for v in Verdict for name in (v.value, *(words.verdict(v, lang) for lang in Lang))}


def rows(card: Scorecard, report: str, lang: Lang, *, everything: bool) -> Iterator[list[str]]:
    """One row for each verdict to review or reviewed before, or for every verdict; decisions that hold are filled in."""
    view = View(card, lang)
    for row in view.rows:
        judgement = row.judgement
        if everything or judgement.doubts or judgement.reviewed or judgement.stale_review:
            cells = {"report": report, "body": card.document.body or "", "year": str(card.document.year or ""), **_cells(row, view)}
            yield [cells.get(key, "") for key in HEADS]


def _cells(row: Row, view: View) -> Mapping[str, str]:
    judgement = row.judgement
    automatic = judgement.reviewed.automatic if judgement.reviewed else judgement.verdict
    cells = {
        "title": row.title,
        "automatic": words.verdict(automatic, view.lang),
        "why": doubts_of(row, view),
        "passages": "\n".join(line for e in judgement.elements for line in _passages(row, e, view)),
        "rule": judgement.rule.id,
        "states": " ".join(f"{e.id}={e.state.value}" for e in judgement.elements),
        "report_sha256": view.card.source.sha256,
        "rule_sha256": judgement.rule.sha256,
    }
    if judgement.reviewed:
        taken = judgement.reviewed.decision
        cells |= {"verdict": words.verdict(taken.verdict, view.lang), "reason": taken.reason, "by": taken.by}
    return cells


def _passages(row: Row, element: ElementResult, view: View) -> Iterator[str]:
    """The state of an element, and its best passages or those turned away."""
    yield f"{view.element_title(row, element)}{view.say('colon')}{words.state(element.state, view.lang)}"
    for evidence in element.evidence[:_SHOWN] or element.rejected[:_SHOWN]:
        why = view.say("uncounted") + view.say("brackets", words.gate(evidence.gate, view.lang)) + view.say("colon") if evidence.gate else ""
        yield f"  {why}{passage(evidence, view).plain}"
