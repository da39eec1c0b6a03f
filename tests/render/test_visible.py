"""Text from outside never steers a terminal, and loses no character that a reader could see."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.render.visible import path_text, visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("a\tb\r\nc", "a␉b␍␊c"),
        ("\x7f\x00", "␡␀"),
        ("审\u202e核\u202c", "审⟨202E⟩核⟨202C⟩"),
        ("零\u200b宽\ufeff", "零⟨200B⟩宽⟨FEFF⟩"),
        ("\x9b31m", "⟨009B⟩31m"),
        ("bad\udcff", "bad\\xff"),
        ("𠮷　全角—“”·", "𠮷　全角—“”·"),
        ("[b]markup[/x]", "[b]markup[/x]"),
    ],
)
def test_symbols(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_and_tabs_stay_where_text_is_shown_whole() -> None:
    assert visible_lines("a\tb\r\nc\x1b\n") == "a\tb\nc␛\n"


def test_path_bytes() -> None:
    assert path_text("报告\udce9\x1b.txt") == "报告\\xe9\x1b.txt"


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not any(unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI") for c in shown)
    assert visible(shown) == shown
