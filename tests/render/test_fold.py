"""Folding: within the width, nothing lost, no mark where a line must not begin or end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scorer.render.terminal.cells import cell_len as our_cell_len
from scorer.render.terminal.console import Console
from scorer.render.terminal.fold import NEVER_FIRST, folds
from scorer.render.terminal.styled import Text

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


def test_styles_survive_and_blanks_at_the_end_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    console = Console(is_terminal=True, width=40)
    console.print(Text("依据：" + "甲" * 14).append("尚未配备", "bold red").append("   "), indent=2)
    assert console.text().splitlines() == ["  依据：" + "甲" * 14 + "\x1b[1;31m尚未\x1b[0m", "  \x1b[1;31m配备\x1b[0m"]


def test_characters_are_as_wide_as_rich_takes_them_for() -> None:
    printable = [c for c in map(chr, range(0x20, 0x30000)) if c.encode("gbk", "ignore")]
    assert len(printable) > 20_000
    assert [c for c in [*printable, *map(chr, range(0x20, 0x7F)), *"✓◐✗…○–「」─é\U00020000"] if our_cell_len(c) != cell_len(c)] == []


def test_a_style_under_the_text_gives_way_to_its_own_colour() -> None:
    text = Text("满足 ", "bold green").append("[复核]", "yellow").append("！")
    assert text.written(True, True) == "\x1b[1;32m满足 \x1b[0m\x1b[1;33m[复核]\x1b[0m\x1b[1;32m！\x1b[0m"
    assert text.written(True, False) == "\x1b[1m满足 \x1b[0m\x1b[1m[复核]\x1b[0m\x1b[1m！\x1b[0m"
    assert text.written(False, True) == text.plain == "满足 [复核]！"
