"""What holds for every text, however damaged: the way back, and that cleaning finds nothing left to clean."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.clean import REPAIRS, clean
from scorer.clean.edit import Edit, Trail
from scorer.model.text import CleanText, Source, Span
from tests.clean.prose import PARAGRAPHS, wrapped

BREAKS = ["\r\n", "\r", "\n", "\n\n", "\f", "\u2028", "　", "\xa0", "  ", " ", "\t", "- 3 -", "第 3 页", "3/12", "7"]
SIGNS = [
    "“",
    "”",
    '"',
    "「",
    "?,F",
    "?",
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "[1]",
    "……",
    "…",
    "····",
    "......",
    "●",
    "•",
    "·",
    "９",
    "％",
    "．",
    "－",
    "A",
]
ODD = [
    "\u200b",
    "\ufeff",
    "\ue000",
    "\x00",
    "\u2f8f",
    "\u2ea0",
    "(qū)",
    "（tài）",
    "[bookmark:_GoBack]",
    "區",
    "環",
    "於",
    "乾",
    "薴",
    "苧",
    "畢昇",
    "毕昇",
    "乾縣",
    "幺麼",
]
NOISE = BREAKS + SIGNS + ODD + ["一、", "（一）", "2024年1月12日", "云溪区水务局"]
WORDS = ["法律顾问", "行政处罚", "全年立案18件", "，", "。", "、", "；", "聘请", "2023年", "98.5%", "一是", *(p[:30] for p in PARAGRAPHS)]
damaged = st.lists(st.sampled_from(NOISE + WORDS), max_size=60).map("".join)
anything = st.one_of(
    damaged, st.text(max_size=200), st.builds(lambda a, b, w: a + wrapped(w, by_columns=False, indent="") + b, damaged, damaged, st.integers(18, 64))
)
plain = st.lists(st.sampled_from(list("法律顾问行政处罚全年立案，。、；：（）0123456789%")), max_size=200).map("".join)


def run(text: str) -> CleanText:
    return clean(Source("law", "", text))


@given(anything)
@settings(max_examples=400, deadline=None)
def test_every_clean_character_has_its_own_source_character(text: str) -> None:
    result = run(text)
    places = [result.offsets.raw(i) for i in range(len(result.text))]
    assert all(a < b for a, b in pairwise(places))
    assert not places or (places[0] >= 0 and places[-1] < len(text))
    assert list(result.offsets.cuts) == sorted(set(result.offsets.cuts))
    assert all(0 <= at < len(result.text) for at in result.offsets.cuts)


@given(anything)
@settings(max_examples=400, deadline=None)
def test_digits_and_plain_characters_come_from_their_like(text: str) -> None:
    result = run(text)
    for i, char in enumerate(result.text):
        if char in "法律顾问行政处罚聘请云溪0123456789":
            raw = text[result.offsets.raw(i)]
            assert raw == char or not ("\u4e00" <= raw <= "\u9fff" or raw.isascii())


@given(anything)
@settings(max_examples=400, deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = run(text)
    again = run(once.text)
    assert again.text == once.text
    assert again.steps == ()
    assert again.offsets.cuts == ()


@given(plain)
def test_clean_text_stays(text: str) -> None:
    assert run(text).text == text


@given(anything)
@settings(max_examples=200, deadline=None)
def test_each_repair_keeps_length_and_sorts_its_cuts(text: str) -> None:
    for repair in REPAIRS:
        edit = repair.fix(text)
        assert len(edit.text) == len(text)
        ends = [place for cut in edit.cuts for place in cut]
        assert ends == sorted(ends)
        assert all(start < end for start, end in edit.cuts)
        assert (edit.count == 0) == (edit.result == text)


@given(st.text(max_size=40), st.data())
def test_cuts_add_up(text: str, data: st.DataObject) -> None:
    trail, kept = Trail(), list(enumerate(text))
    for _ in range(3):
        places = sorted(data.draw(st.sets(st.integers(0, len(kept)), max_size=8)))
        cuts = tuple((a, b) for a, b in zip(places[::2], places[1::2], strict=False))
        trail.follow(Edit("".join(c for _, c in kept), cuts, len(cuts)))
        kept = [x for i, x in enumerate(kept) if not any(a <= i < b for a, b in cuts)]
    offsets = trail.offset_map(len(kept))
    assert [offsets.raw(i) for i in range(len(kept))] == [raw for raw, _ in kept]


def test_a_cut_range_is_inside_the_quoted_span() -> None:
    text = "全年聘 请“法律\r\n顾问”2名"
    result = run(text)
    at = result.text.index("请法律")
    raw = result.offsets.to_raw(Span(at, at + 3))
    assert text[raw.start : raw.end] == "请“法律"


def test_steps_say_what_was_done() -> None:
    assert {step.name: step.count for step in run("“双随机”，聘 请\u200b律师").steps} == {"invisible": 1, "quotes": 2, "stray_spaces": 1}
