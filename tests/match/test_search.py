"""The fast search finds exactly what the plain loop over all pairs finds."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment

from scorer.match.search import Occurrences, add_similar, find_near, find_words, fold_words
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


ALPHABETS = ("法治", "法治审核", "法治审核执行案件决定公开", "法治审核执行案件决定公开依据程序𠮷𡃁𠀀0%，人员监督")
"""Few characters repeat much and share much; some lie beyond the first plane."""


def near(words: list[str], sentences: list[str], cutoff: float) -> list[tuple[int, str, float, int, int]]:
    hits = find_near(sentences, words, Sieve(words, cutoff), cutoff)
    return sorted((i, word, hit.score, hit.dest_start, hit.dest_end) for i, word, hit in hits)


def plain(words: list[str], sentences: list[str], cutoff: float) -> list[tuple[int, str, float, int, int]]:
    """The loop over all pairs that the search stands for."""
    pairs = ((i, sentence, word) for i, sentence in enumerate(sentences) for word in words if len(word) <= len(sentence))
    hits = ((i, word, partial_ratio_alignment(word, sentence, score_cutoff=cutoff)) for i, sentence, word in pairs)
    return sorted((i, word, hit.score, hit.dest_start, hit.dest_end) for i, word, hit in hits if hit)


def texts(random: Random, alphabet: str, count: int, longest: int) -> list[str]:
    return ["".join(random.choices(alphabet, k=random.randint(1, longest))) for _ in range(count)]


def mixed(random: Random, words: list[str], alphabet: str, count: int) -> list[str]:
    """Sentences, half of them with a word in it that lost, won or changed a character."""
    sentences = texts(random, alphabet, count, 60)
    for i in range(0, count, 2):
        word, at = random.choice(words), random.randrange(30)
        cut = random.randrange(len(word) + 1)
        changed = word[:cut] + random.choice(["", random.choice(alphabet)]) + word[cut + random.randint(0, 1) :]
        sentences[i] = sentences[i][:at] + changed + sentences[i][at:]
    return sentences


def agree(seed: int, count: int, pairs: int) -> None:
    """The two agree on so many pairs of words and sentences."""
    random, hits, done = Random(seed), 0, 0  # noqa: S311 - texts to try, no secrets
    while done < pairs:
        alphabet, cutoff = random.choice(ALPHABETS), random.choice([60.0, 75.0, 80.0, 85.0, 85.0, 92.5, 100.0])
        words = list(dict.fromkeys(texts(random, alphabet, count, random.choice([6, 14, 22, 40]))))
        sentences = mixed(random, words, alphabet, count)
        expected = plain(words, sentences, cutoff)
        assert near(words, sentences, cutoff) == expected, (seed, done)
        hits, done = hits + len(expected), done + len(words) * len(sentences)
    assert hits > pairs / 1000, "too few hits to tell anything"


def test_the_search_finds_what_the_plain_loop_finds() -> None:
    agree(seed=1, count=60, pairs=150_000)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 10))
def test_the_search_finds_what_the_plain_loop_finds_in_millions_of_pairs(seed: int) -> None:
    agree(seed, count=120, pairs=500_000)


@settings(max_examples=200)
@given(WORDS, SENTENCES, st.sampled_from([70.0, 85.0, 90.0]))
def test_the_search_finds_what_the_plain_loop_finds_in_generated_texts(words: list[str], sentences: list[str], cutoff: float) -> None:
    assert near(words, sentences, cutoff) == plain(words, sentences, cutoff)


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


@pytest.mark.parametrize(("word", "is_found"), [("无行政规范性文件", False), ("对行政规范性文件", True), ("行政规范性文案", False)])
def test_a_near_match_keeps_negations_and_numbers(word: str, is_found: bool) -> None:
    found: Occurrences = {}
    text = "对本行政规范性文件作了清理"
    add_similar(found, text, [Span(0, len(text))], [word], Sieve([word], 80.0), 80.0)
    assert bool(found) is is_found
