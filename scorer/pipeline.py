"""The order of the stages, and nothing else: bytes in, scorecard out."""

from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from scorer.clean import clean
from scorer.ingest import read
from scorer.judge import judge, verdict_of
from scorer.match import Index, Prepared, index_words, match, prepare
from scorer.model.document import Document
from scorer.model.result import Decision, Scorecard, Waiver
from scorer.model.text import CleanText, Source
from scorer.overrides import apply_decisions, apply_waivers, read_decisions
from scorer.packs import find_rules, load_indexed, load_pack, pack_ids
from scorer.score import score
from scorer.segment import segment

__all__ = ["DEFAULT_PACK", "Overrides", "Scorer", "pack_ids"]

DEFAULT_PACK = "rule-of-law"
WAIVERS = "waivers.yml"
"""The file of waivers in a rules folder."""
FUNCTIONS = ("enforcement", "licensing")


class Overrides(Struct, frozen=True):
    """What the caller knows better than the text."""

    body: str | None = None
    kind: str | None = None
    year: int | None = None
    published: date | None = None
    sector: str | None = None
    functions: tuple[str, ...] | None = None


NOTHING = Overrides()


class Scorer:
    """Packs made ready once, reports scored one by one; waivers come from the file named, else from the rules folder."""

    def __init__(self, rules: str | None = None, pack: str | None = None, waivers: str | None = None) -> None:
        self._rules = rules
        self._pack = pack
        self._waivers_file = waivers
        self._ready: dict[str, Prepared] = {}

    def prepared(self, pack: str) -> Prepared:
        """The pack with this id, loaded and prepared once."""
        if pack not in self._ready:
            self._ready[pack] = prepare(*load_indexed(find_rules(self._rules), pack, Index, index_words))
        return self._ready[pack]

    def pack_of(self, rule: str) -> str:
        """The pack to judge a rule by: the sector's own where the rule is only there."""
        base = self._pack or DEFAULT_PACK
        if any(r.id == rule for r in self.prepared(base).pack.rules):
            return base
        return next((p for p in pack_ids(find_rules(self._rules)) if any(r.id == rule for r in self.prepared(p).pack.rules)), base)

    @cached_property
    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers in force; every rule they name must be in one of the packs."""
        folder = find_rules(self._rules)
        path = Path(self._waivers_file) if self._waivers_file else folder / WAIVERS
        if not self._waivers_file and not path.is_file():
            return ()
        from scorer.overrides.waivers import read_waivers

        return read_waivers(path, {rule.id for pack in pack_ids(folder) for rule in load_pack(folder, pack)[0].rules})

    def score_file(self, path: str, overrides: Overrides = NOTHING, *, gated: bool = True, reviewed: bool = True) -> Scorecard:
        """Read and judge one report, with the review decisions beside it; raises InputError where either cannot be read.

        `reviewed=False` leaves the decisions aside: what the program itself finds.
        """
        decisions = read_decisions(path) if reviewed else ()
        return self.score_source(read(path), overrides, gated=gated, decisions=decisions)

    def score_source(
        self,
        source: Source,
        overrides: Overrides = NOTHING,
        *,
        pack: str | None = None,
        gated: bool = True,
        decisions: tuple[Decision, ...] = (),
    ) -> Scorecard:
        """Judge a report that has been read; `gated=False` is the plain keyword search it is measured against."""
        cleaned = clean(source)
        document = self._segment(cleaned, source, overrides)
        ready = self.prepared(pack or self._pack or self._pack_for(document.sector))
        evidence = match(document, ready, gated=gated)
        judged = judge(ready.pack, document, evidence, _lacks(document.body, overrides.functions, ready))
        decided, notices = apply_decisions(judged, decisions, source.sha256, verdict_of)
        judgements = apply_waivers(decided, self.waivers, document.body, document.year)
        whole, grade, tallies = score(ready.pack, judgements)
        notices = (*source.notices, *document.notices, *notices)
        return Scorecard(source, cleaned, document, ready.pack, judgements, whole, grade, tallies, notices)

    def _segment(self, cleaned: CleanText, source: Source, overrides: Overrides) -> Document:
        return segment(
            cleaned,
            source,
            self.prepared(self._pack or self._likely(cleaned.text)).lexicon,
            body=overrides.body,
            kind=overrides.kind,
            year=overrides.year,
            published=overrides.published,
            sector=overrides.sector,
        )

    def _likely(self, text: str) -> str:
        """The pack to load first: all packs share one lexicon, so a right guess only saves loading a second one."""
        return "ecology" if "生态环境局" in text and "ecology" in pack_ids(find_rules(self._rules)) else DEFAULT_PACK

    def _pack_for(self, sector: str) -> str:
        return sector if sector in pack_ids(find_rules(self._rules)) else DEFAULT_PACK


def _lacks(body: str | None, functions: tuple[str, ...] | None, ready: Prepared) -> tuple[str, ...]:
    """The functions that a body does not have: as the caller says, else by its name."""
    if functions is not None:
        return tuple(f for f in FUNCTIONS if f not in functions)
    return ("enforcement",) if any(w in (body or "") for w in ready.lexicon.bodies.without_enforcement) else ()
