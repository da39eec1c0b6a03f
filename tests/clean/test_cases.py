"""Every repair by example: a text as found, and as it must come out; and the texts that look alike but must stay."""

from pathlib import Path

import pytest
import yaml

from scorer.clean import clean
from scorer.model.text import Source

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "clean.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    assert clean(Source("case", "", case["text"])).text.rstrip("\n") == case.get("clean", case["text"]).rstrip("\n")


def test_names_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))
