"""One input of a batch: where it is, what the caller knows better than its text, and the groups it is ranked in."""

import json
from datetime import date
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import asdict

from scorer.pipeline import NOTHING, Overrides

Groups = tuple[tuple[str, str], ...]


class Item(Struct, frozen=True):
    """An input; `path` may also be an address that fsspec reads."""

    path: str
    overrides: Overrides = NOTHING
    groups: Groups = ()

    def encode(self) -> bytes:
        """On one line, the same bytes for the same item; a path that is not UTF-8 survives."""
        given = {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(self.overrides).items() if v is not None}
        return json.dumps([self.path, given, self.groups], separators=(",", ":")).encode()


def decode(line: bytes) -> Item:
    """The item that `encode` made this line of."""
    path, given, groups = json.loads(line)
    if "published" in given:
        given["published"] = date.fromisoformat(given["published"])
    if "functions" in given:
        given["functions"] = tuple(given["functions"])
    return Item(path, Overrides(**given), tuple((name, value) for name, value in groups))


def key_of(line: bytes) -> bytes:
    """Names an encoded item in the journal."""
    return blake2b(line, digest_size=16).digest()


class Ask(Struct, frozen=True):
    """An item on its way to a worker; `known` is the digest of the result that is there already, if any."""

    index: int
    item: bytes
    known: bytes = b""


class Answer(Struct, frozen=True):
    """What came of an item: its line of results, its row of tables and its text, all empty where what was known still holds.

    `digest` covers everything the result depends on; it is empty for a failure, which a later run tries again.
    """

    index: int
    key: bytes
    digest: bytes
    row: bytes = b""
    line: bytes = b""
    """Compressed."""
    text: bytes = b""
    """What copies are found by, compressed; empty for a failure."""

    @property
    def kept(self) -> bool:
        """Whether the known result still holds."""
        return not self.line

    @property
    def failed(self) -> bool:
        """Whether the input could not be scored."""
        return not self.digest
