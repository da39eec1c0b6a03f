"""`texts.jsonl`: beside the results of a batch, the source text of every report scored, with its shingles."""

import json
import sys
from array import array
from base64 import b64decode, b64encode
from functools import cached_property, lru_cache
from operator import lt
from pathlib import Path

from msgspec import Struct

from scorer.copies.shingles import FIELDS, prints
from scorer.errors import Place, Problem, ScorerError
from scorer.model.result import Scorecard

NAME = "texts.jsonl"
HELD = 256
"""Texts in memory, some 50 kB each: those that share anything mostly lie near one another."""


class TextsError(ScorerError):
    """Texts that are missing or damaged."""


class Text(Struct, frozen=True, dict=True):
    """A report's source text and its shingles (see `shingles.prints`)."""

    path: str
    sha256: str
    text: str
    prints: "array[int]"
    body: str | None = None
    year: int | None = None

    @cached_property
    def places(self) -> dict[int, tuple[int, int]]:
        """Where each shingle stands, in the order of the text."""
        return dict(zip(self.prints[::FIELDS], zip(self.prints[1::FIELDS], self.prints[2::FIELDS], strict=True), strict=True))


def text_line(path: str, card: Scorecard) -> str:
    """The line of one report that was scored; `path` as the results have it."""
    source, found = card.source, prints(card.clean, card.document)
    data = b64encode(_little_endian(found).tobytes()).decode()
    whose = {"path": path, "sha256": source.sha256, "body": card.document.body, "year": card.document.year}
    return json.dumps({**whose, "text": source.text, "prints": data}, separators=(",", ":"))


class Texts:
    """The texts of a folder, read when they are asked for: only a few are ever in memory."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.offsets: list[int] = []
        try:
            self._file = self.path.open("rb")
            at = 0
            for line in self._file:
                self.offsets.append(at)
                at += len(line)
        except OSError as error:
            raise TextsError(Problem("D507", "没有报告文字", "请先用 scorer batch 评分，再给出它的输出文件夹", Place(str(self.path)))) from error
        self.get = lru_cache(maxsize=HELD)(self._get)

    def __enter__(self) -> "Texts":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self.offsets)

    def _get(self, index: int) -> Text:
        self._file.seek(self.offsets[index])
        try:
            value = json.loads(self._file.readline())
            found = _numbers(b64decode(value["prints"], validate=True))
            text = Text(value["path"], value["sha256"], value["text"], found, value.get("body"), value.get("year"))
            if _is_typed(text) and _is_sound(text):
                return text
        except (ValueError, TypeError, KeyError, RecursionError):
            pass
        place = Place(str(self.path), index + 1, 1)
        raise TextsError(Problem("D508", "这一行不是报告文字", "请用 scorer batch 重新生成，不要手工改动", place))


def _numbers(data: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(data)
    return _little_endian(found)


def _little_endian(numbers: "array[int]") -> "array[int]":
    """The file is the same on every machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _is_typed(text: Text) -> bool:
    named = all(isinstance(v, str) for v in (text.path, text.sha256, text.text, text.body or ""))
    return named and isinstance(text.year, int | None)


def _is_sound(text: Text) -> bool:
    """Whether all shingles lie inside the text, in its order."""
    starts, ends = text.prints[1::FIELDS], text.prints[2::FIELDS]
    inside = all(map(lt, starts, ends)) and max(ends, default=0) <= len(text.text)
    return len(text.prints) % FIELDS == 0 and inside and all(map(lt, starts, starts[1:]))
