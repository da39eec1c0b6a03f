"""Folding: within the width, nothing lost, no mark where a line must not begin or end."""

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from scorer.render.terminal.fold import NEVER_FIRST, Folded, folds

CHARACTERS = st.text(alphabet="法治审核制度，。、（）“”100%ABC abc 　\n", max_size=120)


def lines(text: str, width: int, hang: int = 0) -> list[str]:
    return [text[a:b] for a, b, _ in folds(text, width, hang)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("行政执法公示", 6, ["行政执", "法公示"]),
        ("审核率达到100%以上", 12, ["审核率达到", "100%以上"]),
        ("严格规范，公正", 8, ["严格规", "范，公正"]),
        ("印发（试行）办法", 6, ["印发", "（试", "行）办", "法"]),
        ("see scorer rules check", 12, ["see scorer ", "rules check"]),
        ("", 8, [""]),
        ("甲\n乙", 8, ["甲", "乙"]),
        ("averyveryverylongword", 8, ["averyver", "yverylon", "gword"]),
    ],
)
def test_examples(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(CHARACTERS, st.integers(4, 60), st.integers(0, 2))
def test_lines_fit_and_lose_blanks_only(text: str, width: int, hang: int) -> None:
    found = list(folds(text, width, hang))
    for start, end, hanging in found:
        assert cell_len(text[start:end].rstrip(" ")) + (hang if hanging else 0) <= width
    lost = "".join(text[b:c] for (_, b, _), (c, _, _) in pairwise(found))
    assert set(lost) <= {" ", "\n"}
    assert (found[0][0], found[-1][1]) == (0, len(text))


@given(st.text(alphabet="法治审核制度，。）”", min_size=1, max_size=80), st.integers(20, 60))
def test_no_closing_mark_begins_a_line_where_there_is_a_choice(text: str, width: int) -> None:
    runs = max((len(r) for r in "".join(c if c in NEVER_FIRST else " " for c in text).split()), default=0)
    if runs < 4:
        assert not any(line[0] in NEVER_FIRST for line in lines(text, width)[1:])


def test_styles_survive_and_blanks_at_the_end_do_not() -> None:
    console = Console(file=io.StringIO(), width=12, force_terminal=True, color_system="standard", no_color=False)
    console.print(Folded(Text("依据：").append("尚未配备", "bold").append("   "), indent=2))
    text = console.file.getvalue()
    assert "\x1b[1m尚未\x1b[0m" in text
    assert text.endswith("  \x1b[1m配备\x1b[0m\n")


PIECES = st.lists(st.tuples(st.text(alphabet="法治审核，。“100% abc\u00a0\n", max_size=40), st.sampled_from([None, "bold", "dim"])), max_size=6)


@given(PIECES, st.integers(12, 60), st.integers(0, 4), st.integers(0, 4))
def test_without_colour_the_same_lines_are_written(pieces: list[tuple[str, str | None]], width: int, indent: int, hang: int) -> None:
    def written(color_system: str | None) -> str:
        console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=color_system)
        console.print(Folded(Text.assemble(*[(words, style or "") for words, style in pieces]), indent, hang))
        return console.file.getvalue()

    assert written(None) == re.sub("\x1b\\[[0-9;]*m", "", written("standard"))
