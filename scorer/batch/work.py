"""One item -> its line of results: the same function in this process, in a worker, and on a cluster."""

import hashlib
import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from msgspec import Struct

import scorer
from scorer.batch.items import Answer, Ask, Groups, Item, decode, key_of
from scorer.batch.problems import BatchError, stop
from scorer.batch.remote import is_address, read_address
from scorer.errors import InputError, Place, Problem, ScorerError
from scorer.ingest import read
from scorer.ingest.files import read_bytes
from scorer.ingest.limits import Limits, using
from scorer.model.result import Scorecard
from scorer.overrides import read_decisions, review_path
from scorer.packs.folder import find_rules, read_folder
from scorer.pipeline import DEFAULT_PACK, Scorer

BUG = "X400"

Texts = tuple[str, str, str]
"""A line of results, a row of tables, and what copies are found by (nothing for a failure), all JSON."""
Score = Callable[[Ask], Answer]


class Renderer(Protocol):
    """Makes text of outcomes; goes to the workers by pickling."""

    def card(self, card: Scorecard, groups: Groups) -> Texts:
        """A report that was scored."""
        ...

    def failure(self, path: str, problem: Problem, groups: Groups) -> Texts:
        """An input that could not be scored."""
        ...


class Work(Struct, frozen=True):
    """What is done with every item, and by what."""

    renderer: Renderer
    limits: Limits
    lang: str
    rules: str | None = None
    pack: str | None = None
    waivers: str | None = None
    base: str = ""
    """The folder that relative paths start from, where workers may be in another one."""

    def settings(self) -> str:
        """Fingerprint of all that results depend on besides their item: program, rules, waivers, language."""
        rules = read_folder(find_rules(self.rules)).digest()
        return _digest(scorer.__version__, _code(), rules, _hash_of(self.waivers), self.pack or "", self.lang).hex()

    def open(self, settings: str) -> Score:
        """Make everything ready once; raises `BatchError` where the rules are not those that the run began with."""
        if settings != self.settings():
            raise changed()
        ready = Scorer(self.rules, self.pack, self.waivers)
        ready.prepared(self.pack or DEFAULT_PACK)
        return lambda ask: self._answer(ready, settings, ask)

    def lost(self, ask: Ask, problem: Problem) -> Answer:
        """The answer for an item whose worker cannot give one any more."""
        return self._failure(ask, decode(ask.item), problem)

    def _answer(self, ready: Scorer, settings: str, ask: Ask) -> Answer:
        item = decode(ask.item)
        try:
            with using(self.limits):
                return self._score(ready, settings, ask, item)
        except InputError as error:
            return self._failure(ask, item, error.problems[0])
        except ScorerError:
            raise
        except MemoryError:
            return self._failure(ask, item, Problem("I117", "评分中断（内存不足）", _BROKEN))
        except Exception as error:
            return self._failure(ask, item, Problem(BUG, f"{type(error).__name__}: {error}", ""))

    def _score(self, ready: Scorer, settings: str, ask: Ask, item: Item) -> Answer:
        """Read once: the digest is of the bytes that were scored, whatever becomes of the file meanwhile."""
        remote = is_address(item.path)
        where = item.path if remote else os.path.join(self.base, item.path)  # noqa: PTH118 - paths stay as they are given
        data = read_address(where) if remote else read_bytes(where)
        digest = _digest(settings, ask.item.decode(), _sha256(data), "" if remote else _hash_of(str(review_path(where))))
        if ask.known == digest:
            return Answer(ask.index, key_of(ask.item), digest)
        decisions = () if remote else read_decisions(where)
        card = ready.score_source(read(item.path, data), item.overrides, decisions=decisions)
        return _answer(ask, digest, *self.renderer.card(card, item.groups))

    def _failure(self, ask: Ask, item: Item, problem: Problem) -> Answer:
        return _answer(ask, b"", *self.renderer.failure(item.path, problem, item.groups))


def changed() -> BatchError:
    """Rules that are not those the run began with."""
    return stop("B507", "运行期间规则被修改", "请在规则改完之后重新运行；改动之前的结果已经保存，不会混用")


_BROKEN = "文件可能过于复杂：请把正文另存为纯文本后再试"


def died(detail: str, path: str) -> Problem:
    """A process that ended over an item."""
    return Problem("I117", f"评分中断（{detail}）", _BROKEN, Place(path))


def hung(seconds: float, path: str) -> Problem:
    """A process that did not come to an end with an item."""
    return Problem("I118", f"评分超过 {seconds:g} 秒，已停止", "请把正文另存为纯文本后再试；确需更久可用 --timeout 加长", Place(path))


def _answer(ask: Ask, digest: bytes, line: str, row: str, text: str) -> Answer:
    packed = (zlib.compress(part.encode(), 1) if part else b"" for part in (line, text))
    return Answer(ask.index, key_of(ask.item), digest, row.encode(), *packed)


def _digest(*parts: str) -> bytes:
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _code() -> str:
    """Fingerprint of the program's own code, which in a checkout changes more often than its version."""
    found = hashlib.sha256()
    for path in sorted(Path(scorer.__file__).parent.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()


def _hash_of(path: str | None) -> str:
    """Hash of a file that may not be there; empty where it is not."""
    try:
        return _sha256(Path(path).read_bytes()) if path else ""
    except (OSError, ValueError):
        return ""
