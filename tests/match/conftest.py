"""A pack of one rule with the words that all packs share: what the gates need, ready in a moment."""

import shutil
from pathlib import Path

import pytest

from scorer.model.lexicon import Lexicon
from scorer.model.rule import Pack
from scorer.packs import load_pack

ROOT = Path(__file__).parent.parent.parent
PACK = """
id: one
title: 一条
version: "1"
categories: [{id: c, title: 类}]
grades: [{id: a, title: 优, at_least: 0}]
rules: [r]
"""
RULE = """
id: r
title: 规则
category: c
weight: 1
why: 测试
elements: [{id: e, title: 要件, phrases: [词语]}]
"""


@pytest.fixture(scope="session")
def one(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, Lexicon]:
    """The real lexicon with a pack of one rule."""
    rules = tmp_path_factory.mktemp("rules")
    shutil.copytree(ROOT / "rules" / "shared", rules / "shared")
    (rules / "one" / "c").mkdir(parents=True)
    (rules / "one" / "pack.yml").write_text(PACK, "utf-8")
    (rules / "one" / "c" / "r.yml").write_text(RULE, "utf-8")
    return load_pack(rules, "one")
