"""Phrases by example: tests/cases/grammar.yml."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.model.rule import Part
from scorer.packs.grammar import PhraseError, parse_phrase, parse_words
from scorer.packs.words import MAX_WORDS, Synonyms, normalise
from scorer.yamlio import load

TABLE: Any = load(Path(__file__).parent.parent / "cases" / "grammar.yml").data
SYNONYMS = Synonyms(tuple(map(tuple, TABLE["synonyms"])))


def shown(part: Part) -> str:
    """A part as the table writes it."""
    if part.slot is None:
        return f"{part.gap} {'/'.join(part.words)}"
    slot = part.slot
    bound = [slot.operator, str(slot.bound)] if slot.operator else []
    units = ["/".join(slot.units)] if slot.units else []
    return f"{part.gap} 【{' '.join([slot.kind.value, *bound, *units])}】"


@pytest.mark.parametrize("case", TABLE["read"], ids=lambda c: c["phrase"])
def test_phrase_is_read(case: Any) -> None:
    phrase = parse_phrase(case["phrase"], SYNONYMS, int(case["gap"])) if "gap" in case else parse_phrase(case["phrase"], SYNONYMS)
    assert [shown(part) for part in phrase.parts] == case["parts"]
    assert phrase.text == case["phrase"]


@pytest.mark.parametrize("case", TABLE["refused"], ids=lambda c: c["phrase"])
def test_phrase_is_refused(case: Any) -> None:
    with pytest.raises(PhraseError) as caught:
        parse_phrase(case["phrase"], SYNONYMS)
    assert (caught.value.code, caught.value.offset) == (case["code"], int(case["at"]))
    assert caught.value.message
    assert caught.value.advice


def test_the_cap_is_the_last_number_allowed() -> None:
    many = Synonyms((tuple(f"词{i}" for i in range(MAX_WORDS)),))
    assert len(parse_phrase("词0", many).parts[0].words) == MAX_WORDS
    with pytest.raises(PhraseError, match=f"超过 {MAX_WORDS} 种"):
        parse_phrase("词0词0", many)


def test_near_takes_words_only() -> None:
    assert parse_words("律师/专家", SYNONYMS) == ("律师", "法律顾问", "专家")
    for text in ("律师…专家", "律师【数】"):
        with pytest.raises(PhraseError, match="near"):
            parse_words(text, SYNONYMS)


@given(st.text(alphabet="聘请律师…./【】比例≥>=100%次数:件\\ “”a（", max_size=20))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        phrase = parse_phrase(text, SYNONYMS)
    except PhraseError as error:
        refusal = error
    else:
        assert phrase.parts[0].gap == 0
        for part in phrase.parts:
            assert bool(part.words) != bool(part.slot)
            assert len(set(part.words)) == len(part.words)
            assert all(word and word == normalise(word) for word in part.words)
        return
    assert 0 <= refusal.offset <= len(text)
    assert refusal.code.startswith("R24")


@given(st.text(max_size=30))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
