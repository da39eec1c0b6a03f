"""How right the rules are on labelled reports: states, verdicts, metadata, citations, and every error."""

import re
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from msgspec import Struct

from scorer.authoring.figures import Figures, Pair, confusion, figures, pair
from scorer.authoring.labels import Gold, read_labels
from scorer.judge import verdict_of
from scorer.model.result import ElementResult, Evidence, Scorecard, State, Verdict
from scorer.pipeline import Scorer

CITATION_LENGTH = 120
CITATION_SHORTEST = 6
METADATA = ("body", "year", "sector", "published", "signed")


class Miss(Struct, frozen=True):
    """An element judged otherwise than labelled."""

    report: str
    key: str
    found: State
    labelled: State
    quote: str
    wanted: tuple[str, ...]
    flagged: bool


class ReportResult(Struct, frozen=True):
    """One labelled report, scored."""

    name: str
    pairs: dict[str, Pair]
    baseline: dict[str, Pair]
    """The plain keyword search: the same phrases, all gates off."""
    verdicts: tuple[tuple[Verdict, Verdict], ...]
    metadata: dict[str, tuple[object, object]]
    citations: dict[str, tuple[bool, int]]
    """For each checked citation: whether it is right, and its length."""
    misses: tuple[Miss, ...]
    flagged: frozenset[str]


class Evaluation(Struct, frozen=True):
    """All labelled reports of a folder."""

    reports: tuple[ReportResult, ...]

    @property
    def pairs(self) -> list[Pair]:
        """Every (found, labelled) pair."""
        return [p for r in self.reports for p in r.pairs.values()]

    @property
    def states(self) -> Figures:
        """Figures of the product."""
        return figures(self.pairs)

    @property
    def keyword(self) -> Figures:
        """Figures of the keyword baseline."""
        return figures([p for r in self.reports for p in r.baseline.values()])

    @property
    def majority(self) -> Figures:
        """Figures of saying absent throughout."""
        return figures([(State.ABSENT, b) for _, b in self.pairs])

    @property
    def confusion(self) -> dict[Pair, int]:
        """How often each (found, labelled) pair occurs."""
        return confusion(self.pairs)

    @property
    def verdicts(self) -> float:
        """Share of right verdicts, `na` aside."""
        return _share(a is b for r in self.reports for a, b in r.verdicts)

    @property
    def metadata(self) -> float:
        """Share of right metadata."""
        return _share(a == b for r in self.reports for a, b in r.metadata.values())

    @property
    def citations(self) -> tuple[float, float]:
        """Share of right first citations, and their median length."""
        checked = [c for r in self.reports for c in r.citations.values()]
        return _share(ok for ok, _ in checked), median([n for _, n in checked] or [0])

    @property
    def review(self) -> tuple[float, float, float]:
        """Share flagged for review, error rate of the flagged, error rate of the others."""
        marked = [(k in r.flagged, a is not b) for r in self.reports for k, (a, b) in r.pairs.items()]
        flagged = [wrong for f, wrong in marked if f]
        others = [wrong for f, wrong in marked if not f]
        return len(flagged) / (len(marked) or 1), _share(flagged, 0.0), _share(others, 0.0)

    def by_rule(self) -> dict[str, Figures]:
        """Figures rule by rule."""
        rules: dict[str, list[Pair]] = {}
        for report in self.reports:
            for key, p in report.pairs.items():
                rules.setdefault(key.partition(".")[0], []).append(p)
        return {rule: figures(pairs) for rule, pairs in rules.items()}


def evaluate(folder: Path, scorer: Scorer) -> Evaluation:
    """Score every labelled report below `folder` and hold it against its labels."""
    return Evaluation(tuple(evaluate_report(gold, scorer) for gold in read_labels(folder)))


def evaluate_report(gold: Gold, scorer: Scorer) -> ReportResult:
    """Score one labelled report and hold it against its labels."""
    card = scorer.score_file(str(gold.report), reviewed=False)
    plain = scorer.score_file(str(gold.report), gated=False, reviewed=False)
    found = {f"{j.rule.id}.{e.id}": e for j in card.judgements for e in j.elements}
    pairs = {key: pair(e.state, gold.label(key)) for key, e in found.items()}
    baseline = {f"{j.rule.id}.{e.id}": pair(e.state, gold.label(f"{j.rule.id}.{e.id}")) for j in plain.judgements for e in j.elements}
    misses = tuple(_miss(gold, card, key, found[key]) for key, (a, b) in pairs.items() if a is not b)
    return ReportResult(
        gold.name,
        pairs,
        baseline,
        _verdicts(card, pairs),
        _metadata(card, gold),
        _citations(card, gold, found),
        misses,
        frozenset(key for key, e in found.items() if e.doubts),
    )


def _verdicts(card: Scorecard, pairs: dict[str, Pair]) -> tuple[tuple[Verdict, Verdict], ...]:
    result = []
    for j in card.judgements:
        found = {e.id: pairs[f"{j.rule.id}.{e.id}"][0] for e in j.elements}
        labelled = {e.id: pairs[f"{j.rule.id}.{e.id}"][1] for e in j.elements}
        result.append((verdict_of(j.rule, found), verdict_of(j.rule, labelled)))
    return tuple(result)


def _metadata(card: Scorecard, gold: Gold) -> dict[str, tuple[object, object]]:
    doc = card.document
    found = {
        "body": doc.body,
        "year": doc.year,
        "sector": doc.sector,
        "published": doc.published.value if doc.published else None,
        "signed": doc.signed.value if doc.signed else None,
    }
    return {k: (found[k], getattr(gold, k)) for k in METADATA if k != "body" or gold.body}


def _citations(card: Scorecard, gold: Gold, found: dict[str, ElementResult]) -> dict[str, tuple[bool, int]]:
    checked = {}
    for key, element in found.items():
        label = gold.label(key)
        if element.state is State.ABSENT or element.state is not label.state or not label.quotes:
            continue
        quote = _quote(card, element.evidence)
        checked[key] = (any(cites(quote, q) for q in label.quotes), len(quote))
    return checked


def cites(quote: str, labelled: str) -> bool:
    """Whether a citation is the labelled passage: one holds the other, or they share half of the shorter."""
    a, b = re.sub(r"\s+", "", quote), re.sub(r"\s+", "", labelled)
    if not a or (len(a) < CITATION_SHORTEST and a != b) or len(a) > max(CITATION_LENGTH, 3 * len(b)):
        return False
    return a in b or b in a or 2 * _longest_common(a, b) >= min(len(a), len(b))


def _longest_common(a: str, b: str) -> int:
    """Length of the longest run of characters the two share."""
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        row = [0] + [row[i] + 1 if x == y else 0 for i, y in enumerate(b)]
        best = max(best, *row)
    return best


def _quote(card: Scorecard, evidence: tuple[Evidence, ...]) -> str:
    if not evidence:
        return ""
    raw = card.cite(evidence[0].span)
    return card.source.text[raw.start : raw.end]


def _miss(gold: Gold, card: Scorecard, key: str, element: ElementResult) -> Miss:
    label = gold.label(key)
    shown = element.evidence or element.rejected
    return Miss(gold.name, key, element.state, label.state, _quote(card, shown), label.quotes, bool(element.doubts))


def _share(flags: Iterable[bool], empty: float = 1.0) -> float:
    values = list(flags)
    return sum(values) / len(values) if values else empty
