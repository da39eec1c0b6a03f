"""What a reviewer is asked about a report, in which order, and what their answer comes to."""

from collections.abc import Mapping
from datetime import date

from scorer.judge import verdict_of
from scorer.model.result import Decision, Judgement, Scorecard, State, Verdict
from scorer.yamlio.write import one_line


def queue(card: Scorecard) -> tuple[list[Judgement], list[Judgement]]:
    """Judgements that a person should look at, those with a stale decision first, and all the others."""
    stale = [j for j in card.judgements if j.stale_review]
    doubtful = [j for j in card.judgements if j.doubts and not j.stale_review]
    asked = {j.rule.id for j in (*stale, *doubtful)}
    return stale + doubtful, [j for j in card.judgements if j.rule.id not in asked]


def automatic(judgement: Judgement) -> Verdict:
    """The verdict of the program, whatever a reviewer has put in its place."""
    return judgement.reviewed.automatic if judgement.reviewed else judgement.verdict


def decide(card: Scorecard, judgement: Judgement, answer: Verdict | Mapping[str, State], by: str, on: date, reason: str) -> Decision:
    """The decision that an answer comes to: a verdict, or the state of every element, from which the verdict follows."""
    rule = judgement.rule
    if isinstance(answer, Verdict):
        verdict, states = answer, dict[str, State]()
    else:
        verdict, states = verdict_of(rule, answer), dict(answer)
    found = automatic(judgement)
    return Decision(rule.id, found, verdict, one_line(by), on, one_line(reason), card.source.sha256, rule.sha256, tuple(states.items()))
