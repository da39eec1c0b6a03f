"""Hard-wrapped text comes out as it was before a program wrapped it, whatever the width and the program's habits."""

import pytest

from scorer.clean import clean
from scorer.model.text import Source
from tests.clean.prose import PARAGRAPHS, wrapped


def cleaned(text: str) -> list[str]:
    return [line for line in clean(Source("case", "", text)).text.split("\n") if line]


@pytest.mark.parametrize("indent", ["　　", "    "], ids=["wide", "plain"])
@pytest.mark.parametrize("by_columns", [False, True], ids=["characters", "columns"])
@pytest.mark.parametrize("width", range(20, 61))
def test_indented_paragraphs_come_back(width: int, by_columns: bool, indent: str) -> None:
    assert cleaned(wrapped(width, by_columns=by_columns, indent=indent)) == list(PARAGRAPHS)


@pytest.mark.parametrize("by_columns", [False, True], ids=["characters", "columns"])
@pytest.mark.parametrize("width", range(20, 61))
def test_flush_paragraphs_are_parted_after_sentences_at_most(width: int, by_columns: bool) -> None:
    """Where a sentence happens to end with its line, nothing tells whether the paragraph ends too."""
    lines = cleaned(wrapped(width, by_columns=by_columns, indent=""))
    assert "".join(lines) == "".join(PARAGRAPHS)
    assert all(any(line.startswith(p[:12]) for line in lines) for p in PARAGRAPHS)
    assert all(line[-1] in "。；：" for line in lines if line not in PARAGRAPHS)


@pytest.mark.parametrize("width", [24, 30, 36, 44])
@pytest.mark.parametrize("indent", ["", "　　"], ids=["flush", "indented"])
def test_pages_do_not_part_a_sentence(width: int, indent: str) -> None:
    assert cleaned(wrapped(width, by_columns=False, indent=indent, page=7))[1:] == list(PARAGRAPHS)


def test_unwrapped_text_keeps_its_lines() -> None:
    text = "\n".join(PARAGRAPHS)
    assert clean(Source("case", "", text)).text == text
