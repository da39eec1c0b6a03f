"""FILE.review.yml: what reviewers decided on the report FILE, one decision a rule."""

import re
from pathlib import Path

from scorer.errors import InputError, PackError, Problem
from scorer.model.result import Decision, State, Verdict
from scorer.overrides.fields import Fields, entries
from scorer.yamlio import load

SUFFIX = ".review.yml"
KEYS = ("rule", "automatic", "verdict", "by", "on", "report_sha256", "rule_sha256")
OPTIONAL = ("reason", "elements")
_SHA = re.compile(r"[0-9a-f]{64}")


def review_path(report: str) -> Path:
    """Where the decisions on a report live."""
    return Path(report + SUFFIX)


def read_decisions(report: str) -> tuple[Decision, ...]:
    """The decisions on a report, none where there is no file; raises `InputError` with all that is wrong with it.

    A record that cannot be read keeps its report from being scored: dropping decisions in silence would be worse.
    """
    path = review_path(report)
    if report == "-" or not path.is_file():
        return ()
    return read_record(path)


def read_record(path: Path) -> tuple[Decision, ...]:
    """The decisions of one file."""
    problems: list[Problem] = []
    try:
        file = load(path)
    except PackError as error:
        raise InputError(*error.problems) from None
    found = [
        _decision(Fields(file, value, ("decisions", i), KEYS, OPTIONAL, problems)) for i, value in enumerate(entries(file, "decisions", problems))
    ]
    for i, decision in enumerate(found):
        if decision.rule in [d.rule for d in found[:i]]:
            place = file.place(("decisions", i, "rule"))
            problems.append(Problem("R284", f"规则“{decision.rule}”有两个结论", "请只保留一个", place))
    if problems:
        raise InputError(*problems)
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
