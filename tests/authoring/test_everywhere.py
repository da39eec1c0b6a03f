"""A phrase that hits most sentences is found by the lint; the shipped rules have none."""

import shutil
from pathlib import Path

from scorer.authoring.lint import check
from scorer.packs import find_rules


def test_a_phrase_that_matches_everywhere_is_found(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(find_rules(None), rules)
    path = rules / "rule-of-law" / "decisions" / "legal-advisor.yml"
    path.write_text(path.read_text("utf-8").replace("    phrases:\n", "    phrases:\n      - 我局\n", 1), "utf-8")
    sentences = ["我局开展培训", "我局聘请律师", "全年受理信访12件"]
    assert [p.code for p in check(rules, sentences)] == ["R269"]
