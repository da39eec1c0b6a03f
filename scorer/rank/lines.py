"""The lines of `results.jsonl`, one object each; every bad one is told with its number."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import msgspec

from scorer.errors import Place, Problem, ScorerError
from scorer.rank.fields import Fields, Misfit

NAME = "results.jsonl"
SHOWN = 20
"""Bad lines that are told one by one; a file with more is of another kind altogether."""


class ResultsError(ScorerError):
    """Results that are missing or are not what the contract says."""


def scan(folder: Path, take: Callable[[int, Fields], None]) -> None:
    """Give `take` every line with its number, from 1; raises `ResultsError` that names all lines it could not take."""
    path, problems = folder / NAME, list[Problem]()
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    take(number, Fields(_parsed(line)))
                except Misfit as wrong:
                    problems.append(_misfit(path, number, str(wrong)))
                    if len(problems) == SHOWN:
                        break
    except OSError as error:
        raise ResultsError(_unreadable(path, error)) from error
    if problems:
        raise ResultsError(*problems)


def _parsed(line: bytes) -> object:
    """The quick reader refuses some texts that JSON can write, such as halves of characters; the slow one has the last word."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError):
        pass
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Misfit("JSON") from error


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _misfit(path: Path, number: int, where: str) -> Problem:
    return Problem("D503", f"这一行不是评分卡：{where}", "请用 scorer batch 重新生成，不要手工改动", Place(str(path), number, 1))


def _unreadable(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("D501", "没有评分结果", "请先用 scorer batch 评分，再给出它的输出文件夹", Place(str(path)))
    return Problem("D504", f"评分结果读不出来：{error.strerror or error}", "请检查路径和权限", Place(str(path)))
