"""The order of the stages, and nothing else: bytes in, scorecard out."""

from datetime import date

from scorer.clean import clean
from scorer.ingest import read
from scorer.judge import judge
from scorer.match import Prepared, match, prepare
from scorer.model.result import Scorecard
from scorer.model.text import Source
from scorer.packs import find_rules, load_pack, pack_ids
from scorer.records import dataclass
from scorer.score import score
from scorer.segment import segment

__all__ = ["DEFAULT_PACK", "Overrides", "Scorer", "pack_ids"]

DEFAULT_PACK = "rule-of-law"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the caller knows better than the text."""

    body: str | None = None
    kind: str | None = None
    year: int | None = None
    published: date | None = None
    sector: str | None = None


NOTHING = Overrides()


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

    def pack_of(self, rule: str) -> str:
        """The pack to judge a rule by: the sector's own where the rule is only there."""
        base = self._pack or DEFAULT_PACK
        if any(r.id == rule for r in self.prepared(base).pack.rules):
            return base
        return next((p for p in pack_ids(find_rules(self._rules)) if any(r.id == rule for r in self.prepared(p).pack.rules)), base)

    def score_file(self, path: str, overrides: Overrides = NOTHING, *, gated: bool = True) -> Scorecard:
        """Read and judge one report; raises InputError where it cannot be read."""
        return self.score_source(read(path), overrides, gated=gated)

    def score_source(self, source: Source, overrides: Overrides = NOTHING, *, pack: str | None = None, gated: bool = True) -> Scorecard:
        """Judge a report that has been read; `gated=False` is the plain keyword search it is measured against."""
        cleaned = clean(source)
        lexicon = self.prepared(self._pack or self._likely(cleaned.text)).lexicon
        document = segment(
            cleaned,
            source,
            lexicon,
            body=overrides.body,
            kind=overrides.kind,
            year=overrides.year,
            published=overrides.published,
            sector=overrides.sector,
        )
        ready = self.prepared(pack or self._pack or self._pack_for(document.sector))
        evidence = match(document, ready, gated=gated)
        judgements = judge(ready.pack, document, evidence, lacks_enforcement=_lacks_enforcement(document.body, ready))
        whole, grade, tallies = score(ready.pack, judgements)
        return Scorecard(source, cleaned, document, ready.pack, judgements, whole, grade, tallies, (*source.notices, *document.notices))

    def _likely(self, text: str) -> str:
        """The pack to load first: all packs share one lexicon, so a right guess only saves loading a second one."""
        return "ecology" if "生态环境局" in text and "ecology" in pack_ids(find_rules(self._rules)) else DEFAULT_PACK

    def _pack_for(self, sector: str) -> str:
        return sector if sector in pack_ids(find_rules(self._rules)) else DEFAULT_PACK


def _lacks_enforcement(body: str | None, ready: Prepared) -> bool:
    return bool(body) and any(w in (body or "") for w in ready.lexicon.bodies.without_enforcement)
