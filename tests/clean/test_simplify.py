"""Our table of traditional characters is opencc's own, and every entry of its dictionaries keeps the length."""

import subprocess
import sys
from pathlib import Path

import opencc
import pytest

from scorer.clean import clean
from scorer.hanzi.traditional import LEGAL_IN_SIMPLIFIED, TRADITIONAL
from scorer.model.text import Source

DICTIONARY = Path(opencc.__file__).parent / "dictionary"


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
    assert clean(Source("case", "", paragraph)).text == opencc.OpenCC("t2s").convert(paragraph)


def test_simplified_text_never_loads_opencc() -> None:
    code = (
        "import sys; from scorer.clean import clean; from scorer.model.text import Source; "
        "clean(Source('a', '', '聘请法律顾问，甯某某，繁體版')); assert 'opencc' not in sys.modules and 'selectolax' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
