"""The folder of rules as it lies on disk: where it is, which files matter, and their fingerprint."""

import hashlib
import os
from pathlib import Path

from msgspec import Struct

from scorer.errors import PackError, Place, Problem

SHARED = ("actors", "bodies", "confusions", "cues", "headings", "quantities", "synonyms")
MAX_DEPTH = 5
"""Folders below the rules folder that are looked into."""


def find_rules(explicit: str | None = None) -> Path:
    """The folder named, else `rules` beside the package (a checkout), else the one installed inside it."""
    if explicit is not None:
        folder = Path(explicit)
        if not folder.is_dir():
            advice = "请检查路径；不指定文件夹则使用自带的规则"
            raise PackError(Problem("R201", f"找不到规则文件夹：{explicit}", advice, Place(explicit)))
        if (folder / "pack.yml").is_file():
            advice = f"请改用它的上一级：{folder.parent.as_posix()}"
            raise PackError(Problem("R201", f"这是一个规则包，不是规则文件夹：{explicit}", advice, Place(explicit)))
        return folder
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "rules"
    # An installed package may have a stranger named `rules` beside it: there is one on PyPI.
    return beside if (beside / "shared" / "cues.yml").is_file() else package / "_rules"


class Folder(Struct, frozen=True):
    """Every file that bears on scores, by its path inside the rules folder; cases and other files are left out."""

    rules: Path
    files: dict[str, bytes]
    below: Path | None = None
    """The shipped rules, where the folder holds but packs that extend them: everything it does not have comes from there."""

    def name(self, path: str) -> str:
        """What errors call a file of this folder."""
        root = self.below if self.below and not (self.rules / path.split("/")[0]).exists() else self.rules
        return (root / path).as_posix()

    def packs(self) -> list[str]:
        """The ids of the packs there are."""
        return sorted(p.removesuffix("/pack.yml") for p in self.files if p.count("/") == 1 and p.endswith("/pack.yml"))

    def rule_files(self, pack: str) -> list[str]:
        """The files of a pack that should be rules."""
        return sorted(p for p in self.files if p.startswith(f"{pack}/") and p != f"{pack}/pack.yml")

    def digest(self, *packs: str) -> str:
        """Fingerprint of the shared files and of `packs`, the same on every system; of all files where none is named."""
        found = hashlib.sha256()
        for path in sorted(self.files):
            if not packs or path.split("/")[0] in (*packs, "shared"):
                data = self.files[path].replace(b"\r\n", b"\n")
                found.update(f"{path}\0{len(data)}\0".encode())
                found.update(data)
        return found.hexdigest()


def read_folder(rules: Path) -> Folder:
    """Read all files that matter; a folder without shared words of its own stands upon the shipped rules."""
    shipped = find_rules()
    if (rules / "shared").exists() or not any(rules.glob("*/pack.yml")):
        return _read_one(rules)
    below, own = _read_one(shipped), _read_one(rules)
    kept = {path: data for path, data in below.files.items() if not (rules / path.split("/")[0]).exists()}
    return Folder(rules, {**kept, **own.files}, shipped)


def pack_ids(rules: Path) -> list[str]:
    """Ids of the packs in a rules folder, with those it stands upon."""
    found = {p.parent.name for p in rules.glob("*/pack.yml")}
    if found and not (rules / "shared").exists():
        found |= {p.parent.name for p in find_rules().glob("*/pack.yml")}
    return sorted(found)


def _read_one(rules: Path) -> Folder:
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _paths(rules, ""):
        if not path.isprintable():
            place = Place((rules / path).as_posix().encode("utf-8", "backslashreplace").decode())
            problems.append(Problem("R238", "文件名里有无法显示的字符", "请改名", place))
            continue
        try:
            files[path] = (rules / path).read_bytes()
        except OSError as error:
            place = Place((rules / path).as_posix())
            problems.append(Problem("R201", f"读不了文件：{error.strerror or error}", "请检查读取权限", place))
    if problems:
        raise PackError(*problems)
    return Folder(rules, files)


def _paths(root: Path, inside: str, depth: int = 0) -> list[str]:
    """Rule files below a folder; hidden files, cases and everything that is not YAML are passed over.

    Linked folders are followed, as a city may keep its pack elsewhere; the depth limit ends links that go in circles.
    """
    found: list[str] = []
    try:
        entries = sorted(os.scandir(root / inside), key=lambda e: e.name)
    except OSError:
        return found
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{inside}/{entry.name}" if inside else entry.name
        if entry.is_dir():
            found += _paths(root, path, depth + 1) if depth < MAX_DEPTH else []
        elif entry.name.endswith((".yml", ".yaml")) and not entry.name.endswith((".cases.yml", ".cases.yaml")) and entry.is_file():
            found.append(path)
    return found
