"""What the command line names -> items: files, folders, patterns, and tables that list reports with what is known of them."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from scorer.batch.items import Item
from scorer.batch.manifest import SUFFIXES, read_manifest
from scorer.batch.problems import stop
from scorer.batch.remote import expand_address, is_address
from scorer.errors import InputError, Place, Problem

_NO_REPORTS = (".yml", ".yaml")
"""Files that stand beside reports: decisions of reviewers, labels, waivers."""


def expand(paths: Iterable[str], out: Path) -> Iterator[Item]:
    """Every input once, in the order named, folders by name; the output folder is passed over.

    Raises `BatchError` B501 where a pattern fits nothing and B502 with all findings in a manifest, `InputError` where a folder cannot
    be read. A file that is named and does not exist is an input like any other: it becomes a failure.
    """
    named = list(paths)
    seen: set[str] | None = set() if len(named) > 1 else None
    for item in (item for path in named for item in _expand(path, out)):
        if seen is not None:
            if item.path in seen:
                continue
            seen.add(item.path)
        yield item


def _expand(path: str, out: Path) -> Iterator[Item]:
    if is_address(path):
        yield from map(Item, expand_address(path))
    elif os.path.isdir(path):  # noqa: PTH112 - names that no path can have are simply no folders
        yield from map(Item, _walk(path, out))
    elif Path(path).suffix.lower() in SUFFIXES:
        yield from read_manifest(path)
    elif glob.has_magic(path) and not os.path.lexists(path):
        found = sorted(p for p in glob.iglob(path, recursive=True) if not os.path.isdir(p))  # noqa: PTH112, PTH207 - strings as given
        if not found:
            raise stop("B501", "没有文件符合这个式样", "请检查式样，例如 “报告/**/*.docx”", path)
        yield from map(Item, found)
    else:
        yield Item(path)


def _walk(folder: str, out: Path, above: frozenset[tuple[int, int]] = frozenset()) -> Iterator[str]:
    """Files below a folder, by name; linked folders are followed, but not in circles."""
    try:
        status = os.stat(folder)  # noqa: PTH116
        with os.scandir(folder) as entries:
            found = sorted((e.name, e.is_dir()) for e in entries if not e.name.startswith((".", "~$")))
    except OSError as error:
        message = f"文件夹无法读取（{error.strerror or error}）"
        raise InputError(Problem("I104", message, "请检查该文件夹的访问权限", Place(folder))) from error
    here = (status.st_dev, status.st_ino)
    if here in above or _is_same(status, out):
        return
    for name, is_folder in found:
        path = f"{folder.rstrip('/')}/{name}"
        if is_folder:
            yield from _walk(path, out, above | {here})
        elif not name.lower().endswith(_NO_REPORTS):
            yield path


def _is_same(status: os.stat_result, out: Path) -> bool:
    try:
        return os.path.samestat(status, out.stat())
    except OSError:
        return False
