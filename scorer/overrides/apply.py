"""Decisions and waivers laid over judgements; what does not hold any more is shown and changes nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from scorer.model.result import Change, Decision, Judgement, Reviewed, StaleReview, State, Verdict, Waiver
from scorer.model.rule import Rule
from scorer.model.text import Notice

Follows = Callable[[Rule, Mapping[str, State]], Verdict]
"""The verdict that follows from the states of a rule's elements."""


def apply_decisions(
    judgements: Sequence[Judgement], decisions: Iterable[Decision], report_sha256: str, follows: Follows
) -> tuple[tuple[Judgement, ...], tuple[Notice, ...]]:
    """The judgements with the decisions that hold; a notice names decisions on rules that the pack does not have."""
    by_rule = {d.rule: d for d in decisions}
    done = tuple(_decide(j, by_rule.pop(j.rule.id, None), report_sha256, follows) for j in judgements)
    return done, (Notice("review-without-rule", (", ".join(by_rule),)),) if by_rule else ()


def apply_waivers(judgements: Sequence[Judgement], waivers: Iterable[Waiver], body: str | None, year: int | None) -> tuple[Judgement, ...]:
    """The judgements with their waivers; without a body and a year nothing is waived."""
    mine = {w.rule: w for w in waivers if year is not None and w.body == body and w.first <= year <= w.last}
    return tuple(replace(j, waived=mine[j.rule.id]) if j.rule.id in mine else j for j in judgements)


def _decide(judgement: Judgement, decision: Decision | None, report_sha256: str, follows: Follows) -> Judgement:
    if decision is None:
        return judgement
    if changes := tuple(_changes(judgement.rule, decision, report_sha256, follows)):
        return replace(judgement, stale_review=StaleReview(decision, changes))
    review = Reviewed(decision, judgement.verdict)
    return replace(judgement, verdict=decision.verdict, doubts=(), alternative=None, reviewed=review)


def _changes(rule: Rule, decision: Decision, report_sha256: str, follows: Follows) -> Iterable[Change]:
    if decision.report_sha256 != report_sha256:
        yield Change.TEXT
    if decision.rule_sha256 != rule.sha256:
        yield Change.RULE
    elif decision.states:
        states = dict(decision.states)
        if set(states) != {e.id for e in rule.elements} or follows(rule, states) is not decision.verdict:
            yield Change.ELEMENTS
