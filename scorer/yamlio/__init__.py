"""The one strict YAML reader: for packs, cases, labels, reviews and waivers.

Plain YAML guesses (`no` is False, `010` is 8, an unquoted date is a date), keeps the last of two equal keys without a
word, and lets a small file unfold into gigabytes. Reviewers of rules are not programmers, so here every scalar is the
text they wrote, whatever may surprise is refused, and every value remembers its line and column.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scorer.errors import PackError, Place, Problem
from scorer.yamlio.text import decode, syntax_problem, unsafe_text
from scorer.yamlio.tree import Builder, Steps, Value, YamlFile

if TYPE_CHECKING:
    from yaml.events import Event

__all__ = ["Steps", "Value", "YamlFile", "load", "parse"]

MAX_BYTES = 2_000_000


def load(path: Path, name: str = "") -> YamlFile:
    """Read a file; every defect of it comes in one `PackError`."""
    name = name or path.as_posix()
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PackError(Problem("R201", f"读不了文件：{reason}", "请检查文件是否存在、是否有读取权限", Place(name))) from error
    return parse(data, name)


def parse(data: bytes | str, name: str) -> YamlFile:
    """Read YAML given as bytes or text; `name` is what errors call it."""
    if len(data) > MAX_BYTES:
        raise PackError(Problem("R209", f"文件过大（超过 {MAX_BYTES:,} 字节）", "请拆成几个文件", Place(name)))
    text = decode(data, name) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    if problems := unsafe_text(text, name):
        raise PackError(*problems)
    lines = tuple(text.splitlines())
    builder = Builder(name, lines)
    try:
        for event in _events(text):
            builder.take(event)
    except _syntax_errors() as error:
        builder.problems.append(syntax_problem(error, name, lines))
    if not builder.problems and builder.documents == 0:
        builder.problems.append(Problem("R209", "文件里没有内容", "请按格式填写内容，或删除这个文件", Place(name)))
    if builder.problems:
        raise PackError(*builder.problems)
    return YamlFile(name, builder.root, lines, builder.marks, builder.key_marks)


def _events(text: str) -> Iterator["Event"]:
    """Parser events, not nodes: composing nests as deep as the file does, and libyaml's composer knows no limit."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


def _syntax_errors() -> tuple[type[Exception], ...]:
    """What the parser may raise; besides its own errors, escapes beyond Unicode end in `chr()`."""
    import yaml

    return (yaml.YAMLError, ValueError, OverflowError, RecursionError)
