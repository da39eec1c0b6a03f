"""One strict reading of a mapping in a YAML file: known keys only, every value of its kind, every finding at its place."""

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from scorer.errors import Problem
from scorer.yamlio import Steps, Value, YamlFile

TOLD = 100
"""Findings of one file that are told; whoever has more has another kind of file."""

E = TypeVar("E", bound=StrEnum)


class Fields:
    """The mapping at `steps`; what is wrong goes to `problems`, and the reading goes on with an empty value."""

    def __init__(self, file: YamlFile, value: Value, steps: Steps, keys: Sequence[str], optional: Sequence[str], problems: list[Problem]) -> None:
        self._file = file
        self._steps = steps
        self._problems = problems
        self._values: dict[str, Value] = value if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            self._refuse("R222", "这里应是“键: 值”的形式", f"请写明 {'、'.join(keys)}")
            return
        known = (*keys, *optional)
        for key in value:
            if key not in known:
                self._problems.append(Problem("R220", f"不认识的键“{key}”", nearest(key, known, "可用的键"), file.place((*steps, key), key=True)))
        for key in keys:
            if key not in value:
                self._refuse("R221", f"缺少“{key}”", f"请补上一行“{key}: …”")

    def text(self, key: str) -> str:
        """Text that is not empty."""
        value = self._values.get(key, "")
        if key in self._values and (not isinstance(value, str) or not value.strip()):
            self._refuse("R222", f"“{key}”应是文字", "请填写", key)
        return value.strip() if isinstance(value, str) else ""

    def optional(self, key: str) -> str:
        """Text that may be empty or missing."""
        return self.text(key) if self._values.get(key) else ""

    def one_of(self, key: str, kind: type[E]) -> E:
        """One of the words of an enumeration."""
        return self._choose(self._values.get(key, ""), kind, key) if key in self._values else next(iter(kind))

    def each_of(self, key: str, kind: type[E]) -> tuple[tuple[str, E], ...]:
        """A mapping of names to words of an enumeration."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self._refuse("R222", f"“{key}”应是“键: 值”的形式", "请改写", key)
            return ()
        return tuple((name, self._choose(word, kind, key, name)) for name, word in value.items())

    def day(self, key: str) -> date:
        """A calendar day, YYYY-MM-DD."""
        text = self.text(key)
        try:
            return date.fromisoformat(text)
        except ValueError:
            if text:
                self._refuse("R281", f"没有“{text}”这一天", "请写成 2023-03-01 的样子", key)
            return date.min

    def refuse(self, code: str, message: str, advice: str, key: str) -> None:
        """A finding at the value of `key`."""
        self._refuse(code, message, advice, key)

    def _refuse(self, code: str, message: str, advice: str, *steps: str) -> None:
        self._problems.append(Problem(code, message, advice, self._file.place((*self._steps, *steps))))

    def _choose(self, value: Value, kind: type[E], *steps: str) -> E:
        if isinstance(value, str) and value in list(kind):
            return kind(value)
        shown = value if isinstance(value, str) else "…"
        self._refuse("R280", f"“{steps[-1]}”不能是“{shown}”", nearest(shown, list(kind), "可用的值"), *steps)
        return next(iter(kind))


def entries(file: YamlFile, key: str, problems: list[Problem]) -> list[Value]:
    """The list under the one key of a file."""
    top = Fields(file, file.data, (), (key,), (), problems)
    value = file.data.get(key, []) if isinstance(file.data, dict) else []
    if isinstance(value, list):
        return value
    if value:
        top.refuse("R222", f"“{key}”应是列表（每项以“- ”开头，或写成 [甲, 乙]）", "请改写", key)
    return []


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Advice for a misspelt name: the nearest known one, else all of them."""
    known = list(known)
    near = get_close_matches(word, known, 1, 0.6)
    return f"是不是“{near[0]}”？" if near else f"{otherwise}：{'、'.join(known)}"
