"""waivers.yml: rules that do not count for a body in named report years, each with its reason."""

import re
from collections.abc import Collection
from pathlib import Path

from scorer.errors import PackError, Problem
from scorer.model.result import Waiver
from scorer.overrides.fields import TOLD, Fields, entries, nearest
from scorer.patterns import pattern
from scorer.yamlio import load

KEYS = ("body", "rule", "years", "reason")
_YEARS = pattern(r"(\d{4})(?:\s*(?:-|–|—|~|～|至|到)\s*(\d{4}))?(?:\s*年度?)?", re.ASCII)


def read_waivers(path: Path, rules: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers of a file; `rules` are the ids there are. Raises `PackError` with all that is wrong with it."""
    file = load(path)
    problems: list[Problem] = []
    listed = [Fields(file, value, ("waivers", i), KEYS, (), problems) for i, value in enumerate(entries(file, "waivers", problems))]
    found = tuple(_waiver(fields, rules) for fields in listed)
    if problems:
        raise PackError(*problems[:TOLD])
    return found


def _waiver(fields: Fields, rules: Collection[str]) -> Waiver:
    rule = fields.text("rule")
    if rule and rule not in rules:
        fields.refuse("R283", f"没有规则“{rule}”", nearest(rule, rules, "现有的规则"), "rule")
    first, last = _years(fields)
    return Waiver(fields.text("body"), rule, first, last, fields.text("reason"))


def _years(fields: Fields) -> tuple[int, int]:
    """First and last year of `2023` or `2023–2024`."""
    text = fields.text("years")
    match = _YEARS.fullmatch(text)
    if match is None:
        if text:
            fields.refuse("R282", f"“{text}”不是年度", "请写成 2023 或 2023–2024", "years")
        return 0, 0
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1949 <= first <= last <= 2999:
        fields.refuse("R282", f"“{text}”不是年度", "止年不能早于起年，请核对", "years")
    return first, last
