"""`scorer --version --verbose`: what a bug report needs to say of a machine, the same in every language."""

import locale
import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata

from scorer import __version__
from scorer.errors import PackError
from scorer.packs import find_rules, load_pack, pack_ids

DISTRIBUTION = "fazhi-scorer"
_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"extra == ['\"](\w+)['\"]")
_NOT_OURS = ("all", "dev")
"""Extras that are no libraries of the program: a collection of the others, and the tools of its developers."""


def report() -> str:
    """One fact a line, and none about the user's files."""
    return "".join(f"{name:<30} {value}\n" for name, value in (*_program(), *_packs(), *_libraries()))


def _program() -> Iterator[tuple[str, str]]:
    yield DISTRIBUTION, __version__
    yield "python", f"{platform.python_implementation()} {platform.python_version()}"
    yield "platform", f"{platform.platform()} {platform.machine()}"
    yield "encoding", f"{locale.getencoding()}, files {sys.getfilesystemencoding()}, output {sys.stdout.encoding}"


def _packs() -> Iterator[tuple[str, str]]:
    """The shipped packs, since scores can be compared only where these agree."""
    rules = find_rules()
    for pack_id in pack_ids(rules):
        try:
            pack, _ = load_pack(rules, pack_id)
            yield f"pack {pack_id}", f"{pack.version} {pack.sha256}"
        except PackError as error:
            yield f"pack {pack_id}", f"broken: {error.problems[0].code}"


def _libraries() -> Iterator[tuple[str, str]]:
    """The libraries that the program names, with the extra that asks for each."""
    for line in _requirements():
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name and not (extra and extra[1] in _NOT_OURS):
            yield name[0] + (f" [{extra[1]}]" if extra else ""), _installed(name[0])


def _requirements() -> list[str]:
    """What the installed program asks for; nothing where it runs from a folder that nobody installed."""
    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"
