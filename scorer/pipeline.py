"""The order of the stages, and nothing else: bytes in, scorecard out."""

from dataclasses import dataclass
from datetime import date

from scorer.clean import clean
from scorer.ingest import read
from scorer.judge import judge
from scorer.match import Prepared, match, prepare
from scorer.model.result import Scorecard
from scorer.model.text import Source
from scorer.packs import find_rules, load_pack
from scorer.score import score
from scorer.segment import segment

DEFAULT_PACK = "rule-of-law"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the caller knows better than the text."""

    body: str | None = None
    kind: str | None = None
    year: int | None = None
    published: date | None = None
    sector: str | None = None


class Scorer:
    """Packs made ready once, reports scored one by one."""

    def __init__(self, rules: str | None = None, pack: str | None = None) -> None:
        self._rules = rules
        self._pack = pack
        self._ready: dict[str, Prepared] = {}

    def prepared(self, pack: str) -> Prepared:
        """The pack with this id, loaded and prepared once."""
        if pack not in self._ready:
            self._ready[pack] = prepare(*load_pack(find_rules(self._rules), pack))
        return self._ready[pack]

    def score_file(self, path: str, overrides: Overrides = Overrides()) -> Scorecard:
        """Read and judge one report; raises InputError where it cannot be read."""
        return self.score_source(read(path), overrides)

    def score_source(self, source: Source, overrides: Overrides = Overrides()) -> Scorecard:
        """Judge a report that has been read."""
        cleaned = clean(source)
        lexicon = self.prepared(self._pack or DEFAULT_PACK).lexicon
        document = segment(
            cleaned, source, lexicon,
            body=overrides.body, kind=overrides.kind, year=overrides.year, published=overrides.published, sector=overrides.sector,
        )
        ready = self.prepared(self._pack or self._pack_for(document.sector))
        evidence = match(document, ready)
        judgements = judge(ready.pack, document, evidence, lacks_enforcement=_lacks_enforcement(document.body, ready))
        whole, grade, tallies = score(ready.pack, judgements)
        return Scorecard(source, cleaned, document, ready.pack, judgements, whole, grade, tallies, (*source.notices, *document.notices))

    def _pack_for(self, sector: str) -> str:
        return sector if (find_rules(self._rules) / sector / "pack.yml").is_file() else DEFAULT_PACK


def _lacks_enforcement(body: str | None, ready: Prepared) -> bool:
    return bool(body) and any(w in (body or "") for w in ready.lexicon.bodies.without_enforcement)
