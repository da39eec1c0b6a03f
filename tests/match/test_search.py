"""The fast search finds exactly what the plain loop over all pairs finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.fuzz import partial_ratio

from scorer.match.search import Occurrences, add_similar, find_words, fold_words
from scorer.match.sieve import Sieve, need
from scorer.model.text import Span

CHARS = st.sampled_from("法治审核执行案件𠮷0%，")
WORDS = st.lists(st.text(CHARS, min_size=1, max_size=14), min_size=1, max_size=8, unique=True)
SENTENCES = st.lists(st.text(CHARS, min_size=1, max_size=30), min_size=1, max_size=12)


@settings(max_examples=400, deadline=None)
@given(WORDS, SENTENCES, st.integers(50, 100))
def test_sieve_drops_no_pair_that_reaches_the_cutoff(words: list[str], sentences: list[str], cutoff: int) -> None:
    sieve = Sieve(words, cutoff)
    for sentence in sentences:
        kept = set(sieve.candidates(sentence))
        plain = {i for i, word in enumerate(words) if partial_ratio(word, sentence) >= cutoff}
        assert plain <= kept


@given(st.integers(1, 30), st.integers(50, 100))
def test_need_is_the_least_overlap_that_can_reach_the_cutoff(m: int, cutoff: int) -> None:
    least = need(m, cutoff)
    assert 1 <= least <= m
    assert any(200 * least >= cutoff * (m + w) and least <= w for w in range(1, m + 1))
    assert not any(200 * (least - 1) >= cutoff * (m + w) and least - 1 <= w for w in range(1, m + 1))


@settings(max_examples=200, deadline=None)
@given(WORDS, st.text(CHARS, max_size=60))
def test_exact_search_is_find(words: list[str], text: str) -> None:
    found = find_words(text, fold_words(words, {}))
    for word in words:
        plain = [i for i in range(len(text)) if text.startswith(word, i)]
        assert [o.span.start for o in found.get(word, [])] == plain


def test_one_look_alike_is_read_through_two_are_not() -> None:
    fold = {"治": "制", "申": "审"}
    found = find_words("法治审核、法治申核", fold_words(["法制审核"], fold))
    assert [(o.span, o.similarity) for o in found["法制审核"]] == [(Span(0, 4), 75.0)]


@pytest.mark.parametrize(("word", "is_found"), [("无行政规范性文件", False), ("对行政规范性文件", True)])
def test_a_near_match_keeps_negations_and_numbers(word: str, is_found: bool) -> None:
    found: Occurrences = {}
    text = "对本行政规范性文件作了清理"
    add_similar(found, text, [Span(0, len(text))], [word], Sieve([word], 80.0), 80.0)
    assert bool(found) is is_found
