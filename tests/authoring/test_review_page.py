"""The pages for reviewers: every review command is shown, the same in both languages (test_docs runs them all)."""

import typer

from scorer.cli.review.commands import WALK, app
from tests.authoring.test_editing_page import commands


def program(command: str) -> str:
    """The words that name a command of ours, wherever it stands in a pipe."""
    words = command.split(" | ")[-1].split()
    return " ".join(words[:3] if words[1] in ("review", "rules") else words[:2]) if words[0] == "scorer" else words[0]


def test_every_command_of_reviewers_is_shown() -> None:
    shown = {program(c) for c in commands("review.md")}
    named = set(typer.main.get_group(app).commands) - {WALK}
    assert {f"scorer review {name}" for name in named} <= shown
    assert any(c.startswith("printf ") and "| scorer review reports/" in c for c in commands("review.md"))


def test_both_pages_type_the_same_commands() -> None:
    chinese, english = ([program(c) for c in commands(page)] for page in ("review.zh-CN.md", "review.md"))
    assert chinese == english
