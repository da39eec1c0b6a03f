"""Scorecards of a batch, told where their evidence stands as well; a pack may have it that copied evidence proves nothing.

Copies are only known when all reports are scored, so that this works on the objects of results, not on scorecards.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from scorer.copies import covers
from scorer.model.copying import Origin, Relation
from scorer.model.result import State
from scorer.model.rule import CopiedText, Pack
from scorer.model.text import RawSpan
from scorer.render.contract import Json, dumps
from scorer.render.discount import Held, discount
from scorer.render.lines import row_of
from scorer.render.words import Lang

PackOf = Callable[[Any], Pack]
"""The pack that an object of results names."""


class Marker(Struct, frozen=True):
    """Marks lines of results in one language; the pack that judged says what becomes of copied evidence."""

    lang: Lang
    pack_of: PackOf

    def __call__(self, line: bytes, origins: Sequence[Origin]) -> tuple[bytes, bytes]:
        """The line and its row of the tables; `origins` as `scorer.copies` gives them, the likeliest first."""
        data = json.loads(line)
        if not _mark(data, origins):
            return line, json.dumps(row_of(data)).encode()
        pack = self.pack_of(data["pack"])
        if pack.copied is CopiedText.DISCOUNT:
            discount(data, pack, lambda piece: _held(piece, origins), self.lang)
        return dumps(data).encode(), json.dumps(row_of(data)).encode()


def _mark(data: Json, origins: Sequence[Origin]) -> bool:
    """Put `copied_from` to every piece of evidence that is copied, `copied` to every item proved by nothing else; whether there are any."""
    found = False
    for rule in data["rules"]:
        for element in rule["elements"]:
            for piece in element["evidence"]:
                if origin := next((o for o in origins if covers(o.span, _span(piece))), None):
                    piece["copied_from"] = _source(origin, piece["line"])
                    found = True
        if any(e["state"] == State.DONE and all("copied_from" in piece for piece in e["evidence"]) for e in rule["elements"]):
            rule["copied"] = True
    return found


def _held(piece: Json, origins: Sequence[Origin]) -> Held:
    """How surely a piece of evidence is another body's: only telling sentences are held against anybody."""
    found = {o.mutual for o in origins if o.relation is Relation.OTHER_BODY and any(covers(span, _span(piece)) for span in o.telling)}
    return Held.SURELY if False in found else Held.MAYBE if found else Held.NOT


def _span(piece: Json) -> RawSpan:
    return RawSpan(piece["start"], piece["end"])


def _source(origin: Origin, line: int) -> Json:
    """Whence a passage on this line is: as far down in the source as it is here."""
    return {
        "relation": origin.relation.value,
        "body": origin.body,
        "year": origin.year,
        "path": origin.path,
        "line": min(origin.line + max(line - origin.own, 0), origin.last),
        "similarity": origin.similarity,
        "mutual": origin.mutual,
    }
