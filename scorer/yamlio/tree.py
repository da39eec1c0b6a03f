"""YAML events gathered into strings, lists and mappings, with the place of every value and key."""

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from scorer.errors import PackError, Place, Problem
from scorer.yamlio.text import CONTROL

if TYPE_CHECKING:
    from yaml.events import Event

Value = str | list["Value"] | dict[str, "Value"]
Steps = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and list positions."""

MAX_DEPTH = 24
_GUESSED = re.compile(r"(?:y|n|yes|no|on|off)|0\d+|\d+:[0-5]\d(?::[0-5]\d)?", re.IGNORECASE)
"""Unquoted, plain YAML reads these as a truth value, an octal number or a time of day; nobody can tell what was meant."""


class YamlFile(Struct, frozen=True):
    """A file's content as strings, lists and mappings, with the place of every value and key."""

    name: str
    data: Value
    lines: tuple[str, ...]
    marks: dict[Steps, tuple[int, int]]
    key_marks: dict[Steps, tuple[int, int]]

    def place(self, steps: Steps = (), *, key: bool = False, offset: int = 0) -> Place:
        """Where the value (or key) at `steps` stands; of the nearest value around it where it is not there.

        `offset` is a position inside a one-line string, so that the very character can be pointed at.
        """
        marks = self.key_marks if key else self.marks
        while steps and steps not in marks:
            steps = steps[:-1]
        line, column = marks.get(steps) or self.marks.get(steps, (1, 1))
        excerpt = self.lines[line - 1] if line <= len(self.lines) else ""
        if offset and not key:
            quoted = excerpt[column - 1 : column] in ("'", '"')
            column = min(column + offset + quoted, len(excerpt) + 1)
        return Place(self.name, line, column, excerpt)


class _Open(Struct):
    """A list or mapping not yet closed; `key` is the key that waits for its value."""

    value: list[Value] | dict[str, Value]
    steps: Steps
    key: str | None = None
    seen: set[str] = field(default_factory=set)


class Builder(Struct):
    """Turns events into values; goes on after what it refuses, so that all defects come at once."""

    name: str
    lines: tuple[str, ...]
    root: Value = ""
    documents: int = 0
    marks: dict[Steps, tuple[int, int]] = field(default_factory=dict)
    key_marks: dict[Steps, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def take(self, event: "Event") -> None:
        """Take in one event by its kind."""
        match type(event).__name__:
            case "DocumentStartEvent":
                self.documents += 1
                if self.documents == 2:
                    self._refuse(event, "R209", "一个文件里有两份内容（中间有“---”）", "请删去“---”，或拆成两个文件")
            case "ScalarEvent":
                self._check(event)
                self._scalar(event)
            case "SequenceStartEvent" | "MappingStartEvent" as kind:
                self._check(event)
                self._open(event, [] if kind.startswith("S") else {})
            case "SequenceEndEvent" | "MappingEndEvent":
                self.stack.pop()
            case "AliasEvent":
                self._refuse(event, "R207", "不能用 * 引用别处的内容", "请把内容写出来；若要写星号本身，请给整句加引号")
                self._put(event, "")

    def _check(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, "R207", "不能用 & 给内容起别名", "请删去 & 和它后面的名字；若要写 & 本身，请给整句加引号")
        if event.tag is not None:
            self._refuse(event, "R208", "不能用 ! 标注类型", "请删去 ! 和它后面的名字；若要写叹号本身，请给整句加引号")
        if CONTROL.search(getattr(event, "value", "")):
            self._refuse(event, "R203", "双引号里的反斜杠写出了控制字符", "请删去它，或改用单引号")

    def _scalar(self, event: Any) -> None:
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._key(event, top, str(event.value))
            return
        if event.style in (None, "") and _GUESSED.fullmatch(event.value):
            advice = "若是真假，请写 true 或 false；若是数字，请去掉开头的 0；若是文字，请加单引号"
            self._refuse(event, "R211", f"没加引号的“{event.value}”会被别的程序读成真假、八进制数或时刻", advice)
        self._put(event, str(event.value))

    def _key(self, event: "Event", top: _Open, key: str) -> None:
        first = self.key_marks.setdefault((*top.steps, key), _mark(event))
        if key in top.seen:
            self._refuse(event, "R206", f"“{key}”写了两次（第一次在第 {first[0]} 行）", "请只保留一个")
        top.seen.add(key)
        top.key = key

    def _open(self, event: "Event", value: list[Value] | dict[str, Value]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(event, "R209", f"层次太深（超过 {MAX_DEPTH} 层）", "请检查缩进和括号")
            raise PackError(*self.problems)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._refuse(event, "R205", "列表或映射不能当作键", "冒号前面只能是一个词；以 { 或 [ 开头的句子请加引号")
            top.key = ""
            self.stack.append(_Open(value, top.steps))
            return
        self.stack.append(_Open(value, self._put(event, value)))

    def _put(self, event: "Event", value: Value) -> Steps:
        """Put a value where it belongs and remember its place."""
        if not self.stack:
            steps: Steps = ()
            self.root = value if self.documents < 2 else self.root
        else:
            top = self.stack[-1]
            if isinstance(top.value, list):
                steps = (*top.steps, len(top.value))
                top.value.append(value)
            else:
                steps = (*top.steps, top.key or "")
                top.value.setdefault(top.key or "", value)
                top.key = None
        self.marks.setdefault(steps, _mark(event))
        return steps

    def _refuse(self, event: "Event", code: str, message: str, advice: str) -> None:
        place = YamlFile(self.name, "", self.lines, {(): _mark(event)}, {}).place()
        self.problems.append(Problem(code, message, advice, place))


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
