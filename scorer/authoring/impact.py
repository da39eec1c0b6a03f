"""What a change of rules changes: verdicts and states that differ between two rule folders, with their passages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from scorer.errors import InputError, Problem
from scorer.model.result import ElementResult, Judgement, Scorecard, State, Verdict
from scorer.pipeline import Scorer

NOT_REPORTS = (".yml", ".yaml", ".json", ".csv", ".xlsx")


class ElementChange(Struct, frozen=True):
    """An element whose state differs; None where one side has no such element."""

    title: str
    before: State | None
    after: State | None
    quote_before: str
    quote_after: str


class Change(Struct, frozen=True):
    """A rule judged otherwise; None where one side has no such rule."""

    rule: str
    title: str
    before: Verdict | None
    after: Verdict | None
    elements: tuple[ElementChange, ...]


class Impact(Struct, frozen=True):
    """What changes in one report."""

    report: str
    before: float | None
    after: float | None
    changes: tuple[Change, ...]


def reports_in(folder: Path) -> list[Path]:
    """The files of a folder that may be reports."""
    if folder.is_file():
        return [folder]
    return sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".") and p.suffix.lower() not in NOT_REPORTS)


def impact(old: Scorer, new: Scorer, reports: Iterable[Path], failures: list[Problem]) -> Iterator[Impact]:
    """Every report, scored by both; one that cannot be read goes to `failures`."""
    for path in reports:
        try:
            before, after = (rules.score_file(str(path), reviewed=False) for rules in (old, new))
        except InputError as error:
            failures.extend(error.problems)
            continue
        yield Impact(path.as_posix(), before.score, after.score, tuple(compare(before, after)))


def compare(before: Scorecard, after: Scorecard) -> Iterator[Change]:
    """The rules judged otherwise, in the order of the new pack, those that are gone at the end."""
    olds = {j.rule.id: j for j in before.judgements}
    news = {j.rule.id: j for j in after.judgements}
    for rule_id in [*news, *(r for r in olds if r not in news)]:
        old, new = olds.get(rule_id), news.get(rule_id)
        elements = tuple(_elements(before, after, old, new))
        if (old and old.verdict) is not (new and new.verdict) or elements:
            some = new or old
            assert some is not None
            yield Change(rule_id, some.rule.title, old.verdict if old else None, new.verdict if new else None, elements)


def _elements(before: Scorecard, after: Scorecard, old: Judgement | None, new: Judgement | None) -> Iterator[ElementChange]:
    olds = {e.id: e for e in old.elements} if old else {}
    news = {e.id: e for e in new.elements} if new else {}
    for element_id in dict.fromkeys([*news, *olds]):
        a, b = olds.get(element_id), news.get(element_id)
        if (a.state if a else State.ABSENT) is (b.state if b else State.ABSENT):
            continue
        some = b or a
        assert some is not None
        yield ElementChange(some.title, a.state if a else None, b.state if b else None, quote(before, a), quote(after, b))


def quote(card: Scorecard, element: ElementResult | None) -> str:
    """The first passage of an element, as the source has it; of an absent one the passage that was turned away."""
    shown = (element.evidence or element.rejected) if element else ()
    if not shown:
        return ""
    raw = card.cite(shown[0].span)
    return card.source.text[raw.start : raw.end]
