"""What is measured: each figure against the plain way to the same result, which is checked to be the same."""

import sys
from collections.abc import Iterator
from itertools import cycle
from multiprocessing import get_context
from time import perf_counter

import opencc
from generated import reports, words_of_rules
from measure import Figure, compare, run_process
from rapidfuzz.fuzz import partial_ratio_alignment

from scorer.clean.t2s import convert
from scorer.match.prepared import FUZZY_LENGTH
from scorer.match.search import find_near, find_words, fold_words
from scorer.match.sieve import Sieve
from scorer.model.text import Source
from scorer.pipeline import Scorer

CUTOFF = 85.0
ROUNDS = 7
Hits = set[tuple[str, int]]


def sentences_of(report: str) -> list[str]:
    """As the scorer splits them, near enough."""
    return [s for s in report.replace("。", "。\n").split("\n") if s]


def plain_search(words: list[str], sentences: list[str]) -> Hits:
    """The loop over all pairs: words below the shortest that is searched nearly must stand there whole."""
    hits = set()
    for word in words:
        cutoff = CUTOFF if len(word) >= FUZZY_LENGTH else 100.0
        for i, sentence in enumerate(sentences):
            if len(word) <= len(sentence) and partial_ratio_alignment(word, sentence, score_cutoff=cutoff):
                hits.add((word, i))
    return hits


def search_figures() -> Iterator[Figure]:
    """The search for near words, with and without the index of words; and that for all words."""
    words = words_of_rules()
    near = [w for w in words if len(w) >= FUZZY_LENGTH]
    texts = [sentences_of(report) for report in reports(ROUNDS + 1)]
    index, table = Sieve(near, CUTOFF), fold_words(words, {})

    def all_near(sentences: list[str], sieve: Sieve) -> Hits:
        return {(word, i) for i, word, _ in find_near(sentences, near, sieve, CUTOFF)}

    def everything(sentences: list[str]) -> Hits:
        starts = [i for i, sentence in enumerate(sentences) for _ in range(len(sentence) + 1)]
        found = find_words("\n".join(sentences) + "\n", table)
        return {(word, starts[o.span.start]) for word, all_of in found.items() for o in all_of} | all_near(sentences, index)

    for sentences in texts:
        assert all_near(sentences, index) == plain_search(near, sentences)
    assert everything(texts[0]) == plain_search(words, texts[0])
    one, other = cycle(texts), cycle(texts)
    yield compare(
        "near words, one report, the index made for it",
        8,
        lambda: plain_search(near, next(one)),
        lambda: all_near(next(other), Sieve(near, CUTOFF)),
        ROUNDS,
    )
    one, other = cycle(texts), cycle(texts)
    yield compare("near words, in a batch", 12, lambda: plain_search(near, next(one)), lambda: all_near(next(other), index), ROUNDS)
    one, other = cycle(texts), cycle(texts)
    yield compare("all words of the rules, in a batch", 12, lambda: plain_search(words, next(one)), lambda: everything(next(other)), ROUNDS)


def cleaning_figures() -> Iterator[Figure]:
    """Conversion to simplified characters against opencc's own program."""
    theirs, to_traditional = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
    simplified = list(reports(ROUNDS))
    traditional = [to_traditional.convert(report) for report in simplified]
    for name, texts in (("conversion of a report in traditional characters", traditional), ("conversion of one in simplified", simplified)):
        assert all(convert(text) == theirs.convert(text) for text in texts)
        one, other = cycle(texts), cycle(texts)
        yield compare(name, 10, lambda one=one: theirs.convert(next(one)), lambda other=other: convert(next(other)), ROUNDS)


_SCORER = Scorer()


def _score(report: str) -> float | None:
    return _SCORER.score_source(Source("generated", "", report)).score


def pipeline_figures() -> Iterator[Figure]:
    """Reports scored by two processes, on the clock, against the bare loop in one."""
    words = words_of_rules()
    near = [w for w in words if len(w) >= FUZZY_LENGTH]
    texts = list(reports(48))
    with get_context("fork").Pool(2) as pool:
        pool.map(_score, texts[:4], chunksize=2)
        shares: dict[str, list[tuple[float, float]]] = {"all words": [], "near words": []}
        for n in range(3):
            start = perf_counter()
            pool.map(_score, texts, chunksize=8)
            fast = (perf_counter() - start) / len(texts)
            for name, list_of_words in (("all words", words), ("near words", near)):
                start = perf_counter()
                plain_search(list_of_words, sentences_of(texts[n]))
                shares[name].append((perf_counter() - start, fast))
    for name, pairs in shares.items():
        plain, fast = (sorted(side)[len(side) // 2] for side in zip(*pairs, strict=True))
        yield Figure(
            f"reports scored, 2 processes, against the bare loop over {name} in one", 20, 1000 * plain, 1000 * fast, tuple(p / f for p, f in pairs)
        )


def start_up(report: str) -> tuple[Figure, float]:
    """`scorer score FILE` against `python -c pass`, in processor time; and its memory in MB."""
    score = [sys.executable, "-m", "scorer", "score", report]
    run_process(score)
    ratios, plain_times, times, memory = [], [], [], 0.0
    for _ in range(3 * ROUNDS):
        plain, _ = run_process([sys.executable, "-c", "pass"])
        used, memory = run_process(score)
        ratios.append(used / plain)
        plain_times.append(plain)
        times.append(used)
    middle = len(times) // 2
    return Figure("scorer score FILE", 12, 1000 * sorted(plain_times)[middle], 1000 * sorted(times)[middle], tuple(ratios)), memory
