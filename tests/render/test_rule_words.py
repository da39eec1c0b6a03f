"""Every wording about rules has its English twin."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorer.render.english import english
from scorer.render.override_words import OVERRIDE_WORDS
from scorer.render.phrase_words import MEANINGS, PHRASE_WORDS
from scorer.render.rule_words import RULE_WORDS

ROOT = Path(__file__).parent.parent.parent / "scorer"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
RAISES = {"Problem", "PhraseError", "SlotError", "refuse", "_refuse", "_error"}


def template(node: ast.expr) -> Iterator[str]:
    """The wordings an argument may have, values as {}."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr():
            yield "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)
        case ast.IfExp():
            yield from template(node.body)
            yield from template(node.orelse)


def wordings() -> Iterator[str]:
    for room in ("packs", "yamlio", "authoring", "overrides"):
        for path in sorted((ROOT / room).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = ""
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in RAISES or (isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("message", "advice")):
                    arguments = node.args if isinstance(node, ast.Call) else [node.value]
                    yield from (t for a in arguments for t in template(a) if _CHINESE.search(t))


KNOWN = {zh for zh, _ in (*RULE_WORDS, *PHRASE_WORDS, *OVERRIDE_WORDS)}


@pytest.mark.parametrize("said", sorted(set(wordings())))
def test_every_wording_has_an_english_twin(said: str) -> None:
    assert said in KNOWN or said.removesuffix("{}") in KNOWN or english(said), said


def test_every_meaning_in_the_schemas_of_rules_has_one() -> None:
    for name in ("rule", "pack", "cases"):
        text = (ROOT / "packs" / "schema" / f"{name}.json").read_text("utf-8")
        missing = {json.loads(m) for m in re.findall(r'"description": ("[^"]*")', text)} - {zh for zh, _ in MEANINGS}
        assert not missing


def test_values_go_over_and_wordings_inside_wordings_are_turned() -> None:
    assert english("“weight”应是整数") == "“weight” should be a whole number"
    assert english("短语“聘请…”：“…”的前后都要有词") == "phrase “聘请…”: “…” must have words on both sides"
    assert english("这句话没有人写过") is None
