"""A table that lists reports: where each is, what is known of it, and the groups that it is ranked in.

Columns, in any order, in English or Chinese: path (文件), body (单位), kind (类别), functions (职能), sector (领域), year (年度), published
(发布日期); every other column is a group, named by its header. Paths are taken from the folder of the table.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import PurePath
from typing import Any

from scorer.batch.items import Item
from scorer.batch.problems import BatchError
from scorer.batch.remote import is_address
from scorer.batch.sheets import read_rows
from scorer.errors import InputError, Place, Problem
from scorer.model.document import Kind
from scorer.pipeline import Overrides

SUFFIXES = (".csv", ".xlsx")
COLUMNS = {
    "文件": "path",
    "路径": "path",
    "单位": "body",
    "报告单位": "body",
    "类别": "kind",
    "单位类别": "kind",
    "职能": "functions",
    "领域": "sector",
    "年度": "year",
    "报告年度": "year",
    "发布日期": "published",
}
KINDS = {"人民政府": "government", "部门": "department", "分局": "branch", "乡镇街道": "township", **{k.value: k.value for k in Kind}}
SECTORS = {"通用": "general", "生态环境": "ecology"}
FUNCTIONS = {"执法": "enforcement", "行政执法": "enforcement", "许可": "licensing", "行政许可": "licensing"}
NO_FUNCTION = ("无", "none")
SHOWN = 20
"""Findings that are told at once."""


def read_manifest(path: str) -> Iterator[Item]:
    """The items of a table; raises `BatchError` B502 with all findings once the rows are through."""
    try:
        yield from _read(path)
    except InputError as error:
        raise BatchError(*error.problems) from error


def _read(path: str) -> Iterator[Item]:
    rows = read_rows(path)
    number, names = next(rows, (1, []))
    header = [_column(name) for name in names]
    problems = _check_header(path, number, header)
    folder = PurePath(path).parent.as_posix()
    for number, cells in () if problems else rows:
        known = {name: cell for name, cell in zip(header, cells, strict=False) if name and cell}
        values, found = _parse(path, number, known)
        problems += found
        if not found:
            yield _item(folder, values, known)
        if len(problems) >= SHOWN:
            break
    if problems:
        raise BatchError(*problems)


def _column(name: str) -> str:
    return COLUMNS.get(name) or (name.lower() if name.lower() in COLUMNS.values() else name)


def _check_header(path: str, number: int, header: list[str]) -> list[Problem]:
    named = [name for name in header if name]
    if "path" not in named:
        return [_problem(path, number, "清单缺少 path（文件）一列", "第一行应是列名，其中一列为 path 或 文件，写报告的路径")]
    twice = sorted({name for name in named if named.count(name) > 1})
    return [_problem(path, number, f"列名“{name}”出现不止一次", "请改名或删去一列") for name in twice]


def _parse(path: str, number: int, known: dict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """The values of the columns that the program knows, and what is wrong with them."""
    values: dict[str, Any] = {}
    problems = []
    if "path" not in known:
        problems.append(_problem(path, number, "这一行没有写报告的路径", "请补上，或删去这一行"))
    for name, (parse, advice) in _PARSERS.items():
        if name in known:
            try:
                values[name] = parse(known[name])
            except (ValueError, KeyError):
                problems.append(_problem(path, number, f"“{name}”的值“{known[name][:40]}”不对", advice))
    return values, problems


def _item(folder: str, values: dict[str, Any], known: dict[str, str]) -> Item:
    groups = {name: cell for name, cell in known.items() if name != "path" and name not in _PARSERS}
    if "kind" in values:
        groups["kind"] = values["kind"]
    path = known["path"]
    if folder != "." and not PurePath(path).is_absolute() and not is_address(path):
        path = f"{folder.rstrip('/')}/{path}"
    return Item(path, Overrides(**values), tuple(sorted(groups.items())))


def _year(text: str) -> int:
    m = re.fullmatch(r"(\d{4})年?度?", text)
    if not m or not 1949 <= int(m[1]) <= 2999:
        raise ValueError(text)
    return int(m[1])


def _day(text: str) -> date:
    m = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", text)
    if not m:
        raise ValueError(text)
    return date(*map(int, m.groups()))


def _functions(text: str) -> tuple[str, ...]:
    names = [n for n in re.split(r"[\s,，、;；/]+", text) if n]
    if names and all(n in NO_FUNCTION for n in names):
        return ()
    return tuple(sorted({n if n in FUNCTIONS.values() else FUNCTIONS[n] for n in names}))


_PARSERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "body": (str, ""),
    "kind": (KINDS.__getitem__, "可以写：人民政府、部门、分局、乡镇街道"),
    "functions": (_functions, "可以写：执法、许可，几项之间用顿号；都没有写：无"),
    "sector": (lambda text: SECTORS.get(text, text), ""),
    "year": (_year, "请写四位数的年份，例如 2023"),
    "published": (_day, "请写成 2024-01-20 的样子"),
}


def _problem(path: str, number: int, message: str, advice: str) -> Problem:
    return Problem("B502", message, advice, Place(path, number, 1))
