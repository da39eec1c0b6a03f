"""The page for newcomers: a session short enough to try, the same in both languages (test_docs runs every command)."""

import re
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"


def commands(page: str) -> list[str]:
    text = (DOCS / page).read_text("utf-8")
    return [line[2:] for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL) for line in block.splitlines() if line.startswith("$ ")]


def test_the_session_is_short_and_makes_a_rule_with_three_phrases_and_six_cases() -> None:
    typed = commands("editing-rules.md")
    assert 6 <= len(typed) <= 12
    (new,) = [c for c in typed if c.startswith("scorer rules new ")]
    assert new.count("--phrase") == 3
    shown = (DOCS / "editing-rules.md").read_text("utf-8")
    assert len(re.findall(r"^  「.*」\n    done: ", shown, re.MULTILINE)) == 6
    assert "0 项未通过" in shown


def test_the_english_page_types_the_same() -> None:
    assert [c.replace(" --lang en", "") for c in commands("editing-rules.en.md")] == commands("editing-rules.md")
