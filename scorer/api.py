"""The Python interface: what `import scorer` offers, and all of it that stays the same within a major version."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypedDict, Unpack

from scorer.errors import InputError, PackError, ScorerError
from scorer.ingest.files import refuse
from scorer.ingest.kinds import is_chinese
from scorer.model.result import Failure, Scorecard
from scorer.model.rule import Pack
from scorer.model.text import Source
from scorer.packs import find_rules
from scorer.packs import load_pack as load
from scorer.pipeline import DEFAULT_PACK, Overrides, Scorer
from scorer.render.contract import failure_to_dict
from scorer.render.contract import to_dict as card_to_dict
from scorer.render.words import Lang

__all__ = ["Failure", "InputError", "Pack", "PackError", "Scorecard", "ScorerError", "load_pack", "score_file", "score_many", "score_text", "to_dict"]

PathLike = str | os.PathLike[str]
TEXT = "<text>"
"""What `report.path` says of a text that came from no file."""


class Rules(TypedDict, total=False):
    """What reports are judged by."""

    rules: PathLike | None
    """Folder of rule packs; the shipped one where none is named."""
    pack: str | None
    """Id of the pack; that of the body's sector where none is named."""
    waivers: PathLike | None
    """File of waivers; `waivers.yml` of the rules folder where none is named."""


class Known(Rules, total=False):
    """Besides that, what the caller knows better than the text."""

    body: str | None
    """Name of the reporting body."""
    kind: Literal["government", "department", "branch", "township"] | None
    """Decides whose deeds count as the body's own."""
    year: int | None
    """The year reported on."""
    published: date | None
    """When the report was made public."""
    sector: str | None
    """`general`, `ecology`, or the sector of another pack; chooses the pack where none is named."""
    functions: tuple[str, ...] | None
    """What the body does, of `enforcement` and `licensing`; rules that need another function do not apply."""


def load_pack(pack: str = DEFAULT_PACK, *, rules: PathLike | None = None) -> Pack:
    """The rule pack of this id, from the folder `rules` or from the shipped one.

    Raises `PackError` with every finding where the pack cannot be used.
    """
    return load(find_rules(None if rules is None else os.fspath(rules)), pack)[0]


def score_file(path: PathLike, **known: Unpack[Known]) -> Scorecard:
    """Score one report; a pack is read once and kept for the calls that follow.

    Raises `InputError` where the report cannot be read, `PackError` where the rules cannot be used.
    """
    rules, overrides = _split(known)
    return _scorer(**rules).score_file(os.fspath(path), Overrides(**overrides))


def score_text(text: str, **known: Unpack[Known]) -> Scorecard:
    """Score a report given as text; every offset of the scorecard counts in `text`.

    Raises `InputError` where there is hardly any Chinese in it, `PackError` where the rules cannot be used.
    """
    rules, overrides = _split(known)
    if not is_chinese(text):
        raise refuse(TEXT, "I106", "文字里几乎没有汉字", "请确认这是一份中文报告")
    source = Source(TEXT, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text)
    return _scorer(**rules).score_source(source, Overrides(**overrides))


def score_many(paths: Iterable[PathLike], **rules: Unpack[Rules]) -> Iterator[Scorecard | Failure]:
    """Score reports one by one as they are asked for; one that cannot be read gives a `Failure` in its place.

    Memory does not grow with their number as long as the caller lets go of the results. Raises `PackError` where the rules cannot be
    used. For all processors at once, and to go on after a stop, there is `scorer batch`.
    """
    scorer = _scorer(**_split(rules)[0])
    for path in (os.fspath(p) for p in paths):
        try:
            yield scorer.score_file(path)
        except InputError as error:
            problem = error.problems[0]
            yield Failure(path, problem.code, problem.message, problem.advice)


def to_dict(result: Scorecard | Failure, *, lang: Literal["zh", "en"] = "zh") -> dict[str, Any]:
    """The JSON object of a result, as `scorer score --format json` prints it; `lang` is for titles and messages."""
    return card_to_dict(result, Lang(lang)) if isinstance(result, Scorecard) else failure_to_dict(result)


@lru_cache(maxsize=8)
def _scorer(rules: str | None = None, pack: str | None = None, waivers: str | None = None) -> Scorer:
    return Scorer(rules, pack, waivers)


def _split(known: Mapping[str, Any]) -> tuple[dict[str, str | None], dict[str, Any]]:
    """What a scorer is made of, paths as text; and what a report's text is overruled by."""
    names = Rules.__annotations__
    rules = {name: None if known[name] is None else os.fspath(known[name]) for name in names if name in known}
    return rules, {name: value for name, value in known.items() if name not in names}
