"""FILE.review.yml: what reviewers decided on the report FILE, one decision a rule."""

from pathlib import Path

from scorer.errors import InputError, PackError, Problem
from scorer.model.result import Decision, State, Verdict
from scorer.overrides.fields import TOLD, Fields, entries
from scorer.patterns import pattern
from scorer.yamlio import load

KEYS = ("rule", "automatic", "verdict", "by", "on", "report_sha256", "rule_sha256")
OPTIONAL = ("reason", "elements")
_SHA = pattern(r"[0-9a-f]{64}")


def read_record(path: Path) -> tuple[Decision, ...]:
    """The decisions of one file; raises `InputError` with all that is wrong with it."""
    problems: list[Problem] = []
    try:
        file = load(path)
    except PackError as error:
        raise InputError(*error.problems) from None
    found = [
        _decision(Fields(file, value, ("decisions", i), KEYS, OPTIONAL, problems)) for i, value in enumerate(entries(file, "decisions", problems))
    ]
    first: dict[str, int] = {}
    for i, decision in enumerate(found):
        if decision.rule and first.setdefault(decision.rule, i) != i:
            place = file.place(("decisions", i, "rule"))
            problems.append(Problem("R284", f"规则“{decision.rule}”有两个结论", "请只保留一个", place))
    if problems:
        raise InputError(*problems[:TOLD])
    return tuple(found)


def _decision(fields: Fields) -> Decision:
    return Decision(
        rule=fields.text("rule"),
        automatic=fields.one_of("automatic", Verdict),
        verdict=fields.one_of("verdict", Verdict),
        by=fields.text("by"),
        on=fields.day("on"),
        reason=fields.optional("reason"),
        report_sha256=_sha256(fields, "report_sha256"),
        rule_sha256=_sha256(fields, "rule_sha256"),
        states=fields.each_of("elements", State),
    )


def _sha256(fields: Fields, key: str) -> str:
    text = fields.text(key)
    if text and not _SHA.fullmatch(text):
        fields.refuse("R280", f"“{key}”不是 64 位十六进制数", "请用 scorer review 重新复核这一条", key)
    return text
