"""Compiled packs kept in the user's cache folder, so that a run need not read YAML again.

A cache must never be able to change a verdict: its file is named by a hash of everything that goes in, begins with a
checksum of itself, is MessagePack read by type (reading it runs nothing), and is trusted only where nobody else could
have written it.
Whatever goes wrong here is silent; the pack is then compiled afresh.
"""

import hashlib
import json
import os
import stat
from pathlib import Path
from typing import TypeVar

from msgspec import MsgspecError, msgpack
from msgspec.structs import replace

from scorer import __version__, system
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Pack
from scorer.packs.folder import Folder

KEEP = 24
"""Compiled packs kept, and indices; the oldest go when a new one is written."""
T = TypeVar("T")

_HERE = Path(__file__).parent
_CODE = (_HERE, _HERE / "schema", _HERE.parent / "match", _HERE.parent / "model", _HERE.parent / "yamlio")
_SUM = hashlib.sha256().digest_size


def cache_key(folder: Folder, pack_id: str) -> str:
    """Names one outcome: the rules' content, the pack, the program's version, and in a checkout its edited code."""
    seed = json.dumps([folder.digest(), pack_id, __version__, _code_state()])
    return hashlib.sha256(seed.encode()).hexdigest()


def _code_state() -> list[tuple[str, int, int]]:
    """Names, sizes and times of the code that compiles packs; nothing where the program is not plain files."""
    try:
        return sorted((e.name, s.st_size, s.st_mtime_ns) for d in _CODE for e in os.scandir(d) if e.is_file() and (s := e.stat()))
    except OSError:
        return []


def read_cached(key: str, path: str) -> tuple[Pack, Lexicon] | None:
    """The compiled pack of this key, lying at `path`; None where there is none to be trusted."""
    found = _load(f"{key}.pack", tuple[Pack, Lexicon])
    return (replace(found[0], path=path), found[1]) if found else None


def write_cached(key: str, pack: Pack, lexicon: Lexicon) -> None:
    """Keep a compiled pack for the next run, where that can be done safely; where it lies is not part of it."""
    _keep(key, ".pack", (replace(pack, path=""), lexicon))


def read_index(key: str, kind: type[T]) -> T | None:
    """What was made of the pack of this key and kept beside it, None where there is nothing to be trusted."""
    return _load(f"{key}.index", kind)


def write_index(key: str, index: object) -> None:
    """Keep what was made of a compiled pack, as `write_cached` keeps the pack."""
    _keep(key, ".index", index)


def seal(value: object) -> bytes:
    """A checksum, and what it is of."""
    body = msgpack.encode(value)
    return hashlib.sha256(body).digest() + body


def unseal(data: bytes, kind: type[T]) -> T | None:
    """What `seal` was given; None where the checksum is wrong. Raises MsgspecError where the types are."""
    if hashlib.sha256(memoryview(data)[_SUM:]).digest() != data[:_SUM]:
        return None
    return msgpack.decode(memoryview(data)[_SUM:], type=kind)


def _load(name: str, kind: type[T]) -> T | None:
    try:
        folder = _cache_folder()
        if folder is None or not _is_private(folder):
            return None
        return unseal(_read_private(folder / name), kind)
    except (OSError, MsgspecError):
        return None


def _keep(key: str, suffix: str, value: object) -> None:
    try:
        folder = _cache_folder()
        if folder is None:
            return
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if not _is_private(folder):
            return
        _write_atomically(folder / f"{key}{suffix}", seal(value))
        _prune(folder, suffix)
    except (OSError, ValueError):
        return


def _cache_folder() -> Path | None:
    """Where this user's cache is; None where no absolute path can be told."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not base.startswith("/"):
            home = os.environ.get("HOME", "")
            base = f"{home}/.cache" if home.startswith("/") else ""
    return Path(base, "fazhi-scorer") if base else None


def _is_private(folder: Path) -> bool:
    """Whether only this user can put files here: in the folder itself, and by swapping it in the one above."""
    if os.name == "nt":
        return folder.is_dir()
    above, own = folder.parent.stat(), folder.lstat()
    swappable = above.st_mode & 0o022 and not above.st_mode & stat.S_ISVTX
    return stat.S_ISDIR(own.st_mode) and system.own(own) and not swappable


def _read_private(path: Path) -> bytes:
    """The bytes of a regular file of this user's that nobody else may write to; links are not followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - a descriptor, so that what was checked is what is read
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or not system.own(status):
            raise PermissionError(path)
        return file.read()


def _write_atomically(path: Path, data: bytes) -> None:
    """Write beside and rename, so that no reader and no crash ever meets half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(beside, flags, 0o600), "wb") as file:  # noqa: PTH123 - a descriptor, for its mode
            file.write(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _prune(folder: Path, suffix: str) -> None:
    kept = sorted(folder.glob(f"*{suffix}"), key=lambda p: p.stat().st_mtime_ns, reverse=True)
    for path in kept[KEEP:]:
        path.unlink(missing_ok=True)
