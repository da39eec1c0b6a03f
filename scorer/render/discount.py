"""A scorecard judged anew without its copied evidence, for packs that ask for it.

Held against a body is only what is surely another's: an element that nothing else proves is absent, or denied where the report admits a
lack. Where either of two reports may have it from the other, or both from a third, the verdict stands and a person should look.
What a person has decided already stands.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction

from scorer.judge import verdict_of
from scorer.model.result import Decision, Doubt, ElementResult, Judgement, Reviewed, State, Verdict, Waiver
from scorer.model.rule import Pack, Rule
from scorer.render import words
from scorer.render.contract import Json, number
from scorer.render.words import Lang
from scorer.score import points_of, score

GATE = "copied"


class Held(Enum):
    """Whether a piece of evidence is another body's."""

    NOT = 0
    MAYBE = 1
    SURELY = 2


Test = Callable[[Json], Held]


def discount(data: Json, pack: Pack, test: Test, lang: Lang) -> None:
    """Change an object of results: elements, verdicts, points, scores and what is to be reviewed."""
    rules = {rule.id: rule for rule in pack.rules}
    for record in data["rules"]:
        if record["verdict"] != Verdict.NA and not record["reviewed"]:
            _judge(record, rules[record["id"]], test, lang)
    judgements = [_judgement(record, rules[record["id"]]) for record in data["rules"]]
    for record, judgement in zip(data["rules"], judgements, strict=True):
        done, required, most = points_of(judgement)
        record["points"] = number(round(Fraction(most * done, required), 4))
    whole, grade, tallies = score(pack, judgements)
    data["score"], data["grade"] = number(whole), grade.id if grade else None
    for category, tally in zip(data["categories"], tallies, strict=True):
        category |= {"score": number(tally.score), "counts": {v.value: n for v, n in tally.counts}}


def _judge(record: Json, rule: Rule, test: Test, lang: Lang) -> None:
    """One rule: what is surely copied is turned away, what may be is to be reviewed."""
    before, doubtful = record["verdict"], set[str]()
    for element in record["elements"]:
        held = {test(piece) for piece in element["evidence"]} if element["state"] == State.DONE else set()
        if held == {Held.SURELY}:
            _turn_away(element)
        elif held and Held.NOT not in held:
            doubtful.add(element["id"])
    states = {e["id"]: State(e["state"]) for e in record["elements"]}
    verdict = verdict_of(rule, states)
    other = verdict_of(rule, {e: State.ABSENT if e in doubtful else s for e, s in states.items()})
    if not doubtful and all(piece["gate"] != GATE for e in record["elements"] for piece in e["rejected"]):
        return
    record["verdict"] = verdict.value
    record["shortfall"] = [e for e, s in states.items() if s is State.DENIED]
    record["needs_review"] = True
    record["review_reasons"].append({"code": Doubt.COPIED.value, "message": words.doubt(Doubt.COPIED, lang)})
    alternatives = (before, record["alternative"], other.value)
    record["alternative"] = next((a for a in alternatives if a and a != verdict), None)


def _turn_away(element: Json) -> None:
    """Nothing proves it any more; a lack that was admitted beside it now decides."""
    turned = [{**piece, "gate": GATE} for piece in element["evidence"]]
    element["state"] = (State.DENIED if element["weakness"] else State.ABSENT).value
    element["evidence"], element["weakness"] = element["weakness"], []
    element["rejected"] = turned + element["rejected"]


def _judgement(record: Json, rule: Rule) -> Judgement:
    """As much of a judgement as points are counted by."""
    elements = tuple(ElementResult(e["id"], e["title"], State(e["state"])) for e in record["elements"])
    waived = Waiver("", rule.id, 0, 0, record["waived"]["reason"]) if record["waived"] else None
    verdict = Verdict(record["verdict"])
    return Judgement(rule, verdict, elements, reviewed=_reviewed(record["reviewed"], rule), waived=waived)


def _reviewed(said: Json | None, rule: Rule) -> Reviewed | None:
    if said is None:
        return None
    states = tuple((element, State(state)) for element, state in (said["elements"] or {}).items())
    automatic = Verdict(said["automatic"])
    return Reviewed(
        Decision(rule.id, automatic, Verdict(said["verdict"]), said["by"], date.fromisoformat(said["on"]), said["reason"], "", "", states), automatic
    )
