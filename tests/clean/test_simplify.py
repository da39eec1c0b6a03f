"""Our table of traditional characters is opencc's own, and every entry of its dictionaries keeps the length."""

import subprocess
import sys
from pathlib import Path
from random import Random

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.clean import clean
from scorer.clean.simplify import simplify
from scorer.clean.t2s import convert
from scorer.hanzi.traditional import LEGAL_IN_SIMPLIFIED, TRADITIONAL
from scorer.model.text import Source

ROOT = Path(__file__).parents[2]
DICTIONARY = Path(opencc.__file__).parent / "dictionary"
T2S, S2T = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
REPORTS = sorted(p for folder in ("reports", "tests/cases/reports") for p in (ROOT / folder).glob("*.txt"))


def entries(name: str) -> list[tuple[str, str]]:
    rows = (line.rstrip("\n").split("\t") for line in (DICTIONARY / name).read_text(encoding="utf-8").splitlines() if "\t" in line)
    return [(key, value) for key, values in rows for value in [values.split(" ")[0]]]


@pytest.mark.parametrize("name", ["TSCharacters.txt", "TSPhrases.txt"])
def test_every_entry_keeps_the_length(name: str) -> None:
    assert entries(name)
    assert [(key, value) for key, value in entries(name) if len(key) != len(value)] == []


def test_our_table_is_opencc_s() -> None:
    changed = {key for key, value in entries("TSCharacters.txt") if key != value}
    assert changed - LEGAL_IN_SIMPLIFIED == TRADITIONAL
    assert changed >= LEGAL_IN_SIMPLIFIED
    assert len(LEGAL_IN_SIMPLIFIED) == 15


def test_legal_characters_are_those_of_the_simplified_character_set() -> None:
    in_set = {char for char in TRADITIONAL | LEGAL_IN_SIMPLIFIED if char.encode("gb2312", "ignore")}
    assert in_set == LEGAL_IN_SIMPLIFIED


def test_paragraphs_come_out_as_opencc_gives_them() -> None:
    paragraph = "落實行政執法公示制度，後續乾部培訓於年內完成，聘請法律顧問2名"
    assert clean(Source("case", "", paragraph)).text == T2S.convert(paragraph)


KEYS = [key for name in ("TSCharacters.txt", "TSPhrases.txt") for key, _ in entries(name)]
WRITTEN = sorted({value for name in ("TSCharacters.txt", "TSPhrases.txt") for _, value in entries(name)} | {"繁體", "乾县", "於桥", "毕昇"})
paragraphs = st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(WRITTEN), st.sampled_from(list("法治政府，。2名"))), max_size=12).map("".join)


def is_traditional(paragraph: str) -> bool:
    """The rule in other words: a character that only traditional text has, outside what opencc itself writes in simplified text."""
    for word in ("繁體", "毕昇", "苧"):
        paragraph = paragraph.replace(word, "")
    return any(char in TRADITIONAL for char in paragraph)


@pytest.mark.parametrize("key", [key for key, value in ((k, T2S.convert(k)) for k in KEYS) if T2S.convert(value) != value])
def test_what_opencc_would_change_twice_is_changed_once(key: str) -> None:
    """It makes 乾縣 of 乾县 but 干县 of the latter: a text that has been converted must not be converted again."""
    once = simplify(f"{key}環境").result
    assert once == T2S.convert(f"{key}環境")
    assert simplify(once).result == once
    assert clean(Source("case", "", f"{key}環境")).text == once


@given(st.lists(paragraphs, max_size=4))
@settings(deadline=None)
def test_each_paragraph_as_opencc_gives_it_or_untouched(texts: list[str]) -> None:
    once = simplify("\n".join(texts)).result
    assert once == "\n".join(T2S.convert(t) if is_traditional(t) else t for t in texts)
    assert simplify(once).result == once


@given(st.text("環境幺麼小醜篤畢昇薴乾縣徵聲變於倫，。", min_size=1, max_size=12).map("聘請法律顧問{}".format))
@settings(deadline=None)
def test_cleaning_converts_once(paragraph: str) -> None:
    assert clean(Source("case", "", paragraph)).text == T2S.convert(paragraph)


@pytest.mark.parametrize("name", ["TSCharacters.txt", "TSPhrases.txt"])
def test_every_entry_is_converted_as_opencc_does(name: str) -> None:
    keys = [key for key, _ in entries(name)]
    assert [key for key in keys if convert(key) != T2S.convert(key)] == []


PIECES = st.sampled_from([key for key, _ in entries("TSPhrases.txt")]) | st.sampled_from("乾於後隻瞭麼發髮，。 \n法治制度審計2𠮷")


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join), st.randoms(use_true_random=False))
def test_phrases_that_overlap_are_converted_as_opencc_does(text: str, random: Random) -> None:
    """Whole entries, and entries cut and run into one another."""
    cut = random.randrange(len(text) + 1)
    for sample in (text, text[cut:] + text[:cut], "".join(c for c in text if random.random() < 0.8)):
        assert convert(sample) == T2S.convert(sample)


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name)
def test_reports_are_converted_as_opencc_does(path: Path) -> None:
    text = path.read_text("utf-8", "replace")
    assert convert(text) == T2S.convert(text)
    traditional = S2T.convert(text)
    assert convert(traditional) == T2S.convert(traditional)


def test_simplified_text_never_loads_the_dictionaries() -> None:
    code = (
        "import sys; from scorer.clean import clean; from scorer.model.text import Source; "
        "clean(Source('a', '', '聘请法律顾问，甯某某，繁體版')); "
        "from scorer.clean.t2s import _read; assert _read.cache_info().currsize == 0 and 'selectolax' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
