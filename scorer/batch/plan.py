"""The list of inputs of a run, kept on disk so that memory does not grow with it, and whether an earlier run goes on."""

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from scorer.batch.folder import Folder, replacing
from scorer.batch.items import Item, key_of
from scorer.batch.journal import Journal
from scorer.batch.problems import stop

NOWHERE = -1
"""The offset of a result that is not there yet."""


class Plan(Struct, frozen=True):
    """What is to be done: how many inputs, where their list is, and where the journal has their results."""

    path: Path
    total: int
    offsets: "array[int]"
    """By index of the input; `NOWHERE` where there is none."""

    def lines(self) -> Iterator[bytes]:
        """The encoded items, in order."""
        with self.path.open("rb") as file:
            for line in file:
                yield line.removesuffix(b"\n")


def make_plan(folder: Folder, items: Iterable[Item], settings: str, journal: Journal, *, resume: bool | None) -> Plan:
    """List the inputs and find what is done already.

    `resume=None` goes on where the folder holds a run with the same inputs and settings, and raises `BatchError` B503 where it holds
    another; `True` keeps what still fits, `False` nothing.
    """
    before = _read_run(folder)
    with replacing(folder.inputs) as file:
        total, digest = _write_items(items, file)
        now = {"settings": settings, "inputs": digest}
        _check(folder, before, now, total, resume)
    if resume is False or before.get("settings") != settings:
        journal.clear()
    with replacing(folder.run) as file:
        file.write(json.dumps(now).encode())
    return Plan(folder.inputs, total, _find_done(folder.inputs, total, journal))


def _read_run(folder: Folder) -> dict[str, str]:
    """What the folder holds; nothing where it is new."""
    try:
        found = json.loads(folder.run.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_items(items: Iterable[Item], file: BinaryIO) -> tuple[int, str]:
    total, digest = 0, hashlib.sha256()
    for item in items:
        line = item.encode() + b"\n"
        digest.update(line)
        file.write(line)
        total += 1
    return total, digest.hexdigest()


def _check(folder: Folder, before: dict[str, str], now: dict[str, str], total: int, resume: bool | None) -> None:
    if not total:
        raise stop("B501", "没有找到报告", "请检查给出的路径；隐藏文件和 .yml 文件不算报告")
    if resume is not None or before == now or not (before or folder.results.exists()):
        return
    same = before.get("settings") == now["settings"]
    what = "报告清单变了" if same else "规则、规则包、语言或程序版本变了"
    advice = "加 --resume 沿用仍然有效的结果，加 --no-resume 全部重做，或换一个输出文件夹"
    raise stop("B503", f"文件夹里是另一次运行的结果（{what}）", advice, str(folder.path))


def _find_done(inputs: Path, total: int, journal: Journal) -> "array[int]":
    """Offsets of the records by input; the last record of an input counts."""
    offsets = array("q", [NOWHERE]) * total
    records = journal.scan()
    first = next(records, None)
    if first is not None:
        with inputs.open("rb") as file:
            index_of = {key_of(line.removesuffix(b"\n")): i for i, line in enumerate(file)}
        for offset, record in chain([first], records):
            if record.key in index_of:
                offsets[index_of[record.key]] = offset
    return offsets
