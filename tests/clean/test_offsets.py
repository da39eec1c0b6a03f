"""Spans, edits and the map between the two texts, each against the plainest way to say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.clean.edit import Edit, Trail, cut, swap
from scorer.model.text import OffsetMap, RawSpan, Span

SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 12), st.integers(0, 12))
FULL = SPANS.filter(len)


@given(FULL, FULL)
def test_spans_are_sets_of_characters(a: Span, b: Span) -> None:
    mine, other = set(range(*a)), set(range(*b))
    assert a.touches(b) == bool(mine & other)
    assert a.holds(b) == (other <= mine)
    assert len(a) == len(mine)


@given(SPANS)
def test_a_span_holds_itself_and_touches_its_neighbours_never(a: Span) -> None:
    assert a.holds(a)
    assert not a.touches(Span(a.end, a.end + 3)) and not Span(a.end, a.end + 3).touches(a)


EDITS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4)), max_size=6)
"""Gaps and lengths of cuts, one after the other."""


def places(spec: list[tuple[int, int]]) -> list[tuple[int, int]]:
    cuts, at = [], 0
    for gap, length in spec:
        cuts.append((at + gap, at + gap + length))
        at += gap + length
    return cuts


@given(EDITS, st.integers(0, 5))
def test_an_edit_leaves_what_no_cut_takes(spec: list[tuple[int, int]], rest: int) -> None:
    cuts = places(spec)
    text = "".join(chr(0x4E00 + i) for i in range((cuts[-1][1] if cuts else 0) + rest))
    edit = cut(text, cuts)
    assert (edit.text, edit.cuts, edit.count) == (text, tuple(cuts), len(cuts))
    assert edit.result == "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in cuts))


@given(st.lists(st.tuples(st.sampled_from("甲乙"), st.sampled_from("甲乙")), max_size=8))
def test_a_swap_counts_what_it_changed(pairs: list[tuple[str, str]]) -> None:
    old, new = ("".join(side) for side in zip(*pairs, strict=True)) if pairs else ("", "")
    assert swap(old, new) == Edit(new, (), sum(a != b for a, b in pairs))
    assert swap(old, new).result == new


def test_a_swap_keeps_the_length() -> None:
    with pytest.raises(ValueError, match=r"^a replacement must keep the length of the text$"):
        swap("法治", "法")


@given(st.lists(EDITS, max_size=4), st.integers(0, 6))
def test_the_map_leads_every_character_home_and_is_as_short_as_can_be(specs: list[list[tuple[int, int]]], rest: int) -> None:
    size = rest + sum(gap + length for spec in specs for gap, length in spec)
    trail, kept = Trail(), list(range(size))
    for spec in specs:
        cuts = tuple((a, b) for a, b in places(spec) if b <= len(kept))
        trail.follow(Edit("文" * len(kept), cuts, len(cuts)))
        kept = [raw for i, raw in enumerate(kept) if not any(a <= i < b for a, b in cuts)]
    offsets = trail.offset_map(len(kept))
    assert [offsets.raw(i) for i in range(len(kept))] == kept
    assert offsets.cuts == tuple(i for i, raw in enumerate(kept) if raw - i != (kept[i - 1] - i + 1 if i else 0))
    for start in range(len(kept)):
        for end in range(start, len(kept) + 1):
            wanted = RawSpan(kept[start], kept[end - 1] + 1 if end > start else kept[start])
            assert offsets.to_raw(Span(start, end)) == wanted


def test_without_cuts_both_texts_are_one() -> None:
    assert Trail().offset_map(5) == OffsetMap()
    assert OffsetMap().to_raw(Span(2, 4)) == RawSpan(2, 4)
    assert OffsetMap((3,), (2,)).to_raw(Span(4, 4)) == RawSpan(6, 6), "nothing, at its place in the source"
