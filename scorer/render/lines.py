"""What a batch keeps of each input: its line of JSON with the groups it is ranked in, and its row of the tables."""

import json
from typing import Any

from msgspec import Struct

from scorer.copies import text_line
from scorer.errors import Problem
from scorer.model.result import Failure, Scorecard, Verdict
from scorer.render import words
from scorer.render.contract import Json, dumps, failure_to_dict, to_dict
from scorer.render.visible import visible
from scorer.render.words import Lang

Groups = tuple[tuple[str, str], ...]
BUG = "X400"


class JsonLines(Struct, frozen=True):
    """Makes lines and rows in one language."""

    lang: Lang

    def card(self, card: Scorecard, groups: Groups) -> tuple[str, str, str]:
        """Line and row of a report that was scored, and what copies are found by."""
        data = to_dict(card, self.lang)
        data["groups"] = {**dict(groups), "kind": card.document.kind.value}
        return dumps(data), json.dumps(row_of(data)), text_line(data["report"]["path"], card)

    def failure(self, path: str, problem: Problem, groups: Groups) -> tuple[str, str, str]:
        """Line and row of an input that could not be scored; it has no text."""
        message, advice = words.problem(problem, self.lang)
        if problem.code == BUG:
            message, advice = words.say("bug", self.lang, visible(message)[:300]), words.say("bug-advice", self.lang)
        data = {**failure_to_dict(Failure(path, problem.code, message, advice)), "groups": dict(groups)}
        return dumps(data), json.dumps(row_of(data)), ""


def row_of(data: Json) -> dict[str, Any]:
    """The figures of an object of results, without its passages."""
    row = {"path": data["report"]["path"], "groups": data["groups"]}
    if "failure" in data:
        return {**row, "failure": [data["failure"]["code"], data["failure"]["message"]]}
    report, pack = data["report"], data["pack"]
    verdicts = [rule["verdict"] for rule in data["rules"]]
    return {
        **row,
        **{key: report[key] for key in ("body", "year", "sector", "published", "characters")},
        "pack": pack["id"],
        "pack_version": pack["version"],
        **{key: data[key] for key in ("score", "grade")},
        "verdicts": {verdict.value: verdicts.count(verdict) for verdict in Verdict},
        "review": sum(rule["needs_review"] for rule in data["rules"]),
        "copied": sum(rule.get("copied", False) for rule in data["rules"]),
        "warnings": [warning["message"] for warning in data["warnings"]],
        "categories": {category["id"]: category["score"] for category in data["categories"]},
        "rules": {rule["id"]: [rule["verdict"], rule["points"], rule["max_points"]] for rule in data["rules"]},
    }
