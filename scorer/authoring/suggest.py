"""Wordings near the known evidence of a rule that its phrases miss, ranked, with counts: a list to read, not to copy.

Words that stand in the rule's evidence far more often than elsewhere are its own. A clause that no phrase of the rule
touches, but in which two words meet of which one is the rule's own, holds a wording its author may have forgotten.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct, field

from scorer.authoring.impact import reports_in
from scorer.errors import InputError, Problem
from scorer.model.result import Scorecard
from scorer.model.rule import Rule
from scorer.pipeline import Scorer

GAP = 20
OWN = 1.5
"""How much commoner a word of the rule is in its evidence than elsewhere (natural logarithm)."""
LEAST_SEEN = 2
_CLAUSE = re.compile(r"[^，。；！？：\n]+")
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


class Suggestion(Struct, frozen=True):
    """A wording, how many clauses of how many reports have it, and one of them."""

    wording: str
    clauses: int
    reports: int
    example: str
    where: str


class _Counts(Struct):
    """What the reports hold, clause by clause."""

    evidence: Counter[str] = field(default_factory=Counter)
    everywhere: Counter[str] = field(default_factory=Counter)
    found: int = 0
    clauses: int = 0
    missed: list[tuple[str, str, list[str]]] = field(default_factory=list)


def suggest(rule_id: str, scorer: Scorer, folder: Path, failures: list[Problem], most: int = 10) -> list[Suggestion]:
    """The best wordings over all reports of a folder; none where no report has evidence of the rule."""
    counts, known = _Counts(), set[str]()
    with TemporaryDirectory() as private:
        cut = _tokenizer(private).cut
        for path in reports_in(folder):
            try:
                card = scorer.score_file(str(path), reviewed=False)
            except InputError as error:
                failures.extend(error.problems)
                continue
            rule = next((j.rule for j in card.judgements if j.rule.id == rule_id), None)
            if rule:
                known |= _words(rule)
                _count(counts, card, rule_id, path.name, cut)
    return _best(counts, known, most)


def _tokenizer(private: str) -> Any:
    """A tokenizer of our own: jieba's shared one keeps its dictionary in a file that others may write."""
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = private
    return tokenizer


def _words(rule: Rule) -> set[str]:
    return {w for e in rule.elements for p in e.phrases for part in p.parts for w in part.words}


def _count(counts: _Counts, card: Scorecard, rule_id: str, name: str, cut: Any) -> None:
    """Add one report: clauses touched by anything the rule found are evidence, the others may hold what it missed."""
    judgement = next(j for j in card.judgements if j.rule.id == rule_id)
    spans = [x.span for e in judgement.elements for x in (*e.evidence, *e.weakness, *e.rejected)]
    for sentence in card.document.sentences:
        text = card.document.text[sentence.span.start : sentence.span.end]
        touched = any(s.start < sentence.span.end and sentence.span.start < s.end for s in spans)
        for m in _CLAUSE.finditer(text):
            tokens = [t for t in cut(m[0]) if _WORD.fullmatch(t)]
            counts.clauses += 1
            counts.everywhere.update(set(tokens))
            if touched:
                counts.found += 1
                counts.evidence.update(set(tokens))
            else:
                counts.missed.append((name, m[0], tokens))


def _own(counts: _Counts) -> dict[str, float]:
    """The rule's own words, by how much commoner they are in its evidence."""
    weights = {}
    for word, seen in counts.evidence.items():
        inside, outside = seen / (counts.found or 1), (counts.everywhere[word] - seen + 0.5) / (counts.clauses - counts.found + 1)
        weight = log(inside / outside)
        if seen >= LEAST_SEEN and weight >= OWN:
            weights[word] = weight
    return weights


def _pairs(tokens: list[str], clause: str) -> Iterator[tuple[str, str]]:
    for i, a in enumerate(tokens):
        for b in tokens[i + 1 :]:
            start = clause.find(a) + len(a)
            if a != b and 0 <= clause.find(b, start) - start <= GAP:
                yield a, b


def _rank(counts: _Counts, known: Iterable[str]) -> Iterator[tuple[float, Suggestion]]:
    own, held = _own(counts), set(known)
    places: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for name, clause, tokens in counts.missed:
        for pair in dict.fromkeys(_pairs(tokens, clause)):
            if any(w in own for w in pair):
                places[pair].append((name, clause))
    for (a, b), seen in places.items():
        weight = own.get(a, 0.0) + own.get(b, 0.0)
        if a + b in held or weight <= 0:
            continue
        reports = {name for name, _ in seen}
        yield weight * len(reports), Suggestion(f"{a}…{b}", len(seen), len(reports), seen[0][1].strip(), seen[0][0])


def _best(counts: _Counts, known: Iterable[str], most: int) -> list[Suggestion]:
    """The highest ranked, at most two for one clause: a long clause would fill the list with its pairs."""
    chosen: list[Suggestion] = []
    shown: Counter[str] = Counter()
    for _, found in sorted(_rank(counts, known), key=lambda pair: (-pair[0], -pair[1].clauses, pair[1].wording)):
        if shown[found.example] < 2:
            shown[found.example] += 1
            chosen.append(found)
        if len(chosen) == most:
            break
    return chosen
