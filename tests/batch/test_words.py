"""What stops a batch is said in both languages."""

import ast
from pathlib import Path

import pytest

import scorer.batch
from scorer.batch.manifest import _PARSERS
from scorer.render.english import english
from tests.render.test_rule_words import template

FILES = (*sorted(Path(scorer.batch.__file__).parent.glob("*.py")), Path(scorer.batch.__file__).parents[1] / "cli" / "many" / "batching.py")


def wordings() -> set[str]:
    """Message and advice of every stop, values as {}; the path and the number of a row come before or after them."""
    found = {advice for _, advice in _PARSERS.values() if advice}
    for node in (node for file in FILES for node in ast.walk(ast.parse(file.read_text("utf-8")))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name in ("stop", "_problem"):
            found |= {said for argument in node.args[1:4] for said in template(argument) if not said.isascii()}
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "advice":
            found |= set(template(node.value))
    return found


@pytest.mark.parametrize("said", sorted(wordings()))
def test_every_wording_has_an_english_twin(said: str) -> None:
    assert english(said), said
