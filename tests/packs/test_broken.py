"""Broken packs by example (tests/cases/broken_packs.yml), and several breakages at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scorer.errors import Place, Problem
from scorer.yamlio import load

TABLE: Any = load(Path(__file__).parent.parent / "cases" / "broken_packs.yml").data

ProblemsOf = Callable[[str], tuple[Problem, ...]]


def break_file(path: Path, case: Any) -> None:
    """Make the change a case describes."""
    if "old" in case:
        text = path.read_text("utf-8")
        assert text.count(case["old"]) >= 1, "the case changes nothing"
        path.write_text(text.replace(case["old"], case["new"], 1), "utf-8")
    elif "new" in case:
        path.write_text(case["new"], "utf-8")
    else:
        path.unlink()


def said(problem: Problem) -> str:
    """Code and place of a finding as the table writes them."""
    assert problem.place is not None
    return f"{problem.code} {problem.place.line}:{problem.place.column}" if problem.place.line else problem.code


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda c: c["name"])
def test_one_breakage(case: Any, rules: Path, problems_of: ProblemsOf) -> None:
    path = rules / case["file"]
    break_file(path, case)
    first, *others = problems_of(case.get("pack", "base"))
    assert said(first) == case["says"]
    assert case["advice"] in first.advice
    assert {said(problem) for problem in others} <= {case.get("also", "")}
    assert first.place is not None
    if first.place.line:
        assert first.place.path == path.as_posix()
        assert first.place.excerpt == path.read_text("utf-8").splitlines()[first.place.line - 1]


def test_all_findings_come_at_once(rules: Path, problems_of: ProblemsOf) -> None:
    (rules / "base/work/training.yml").write_bytes("标题: 培训\n".encode("gbk"))
    (rules / "base/work/advisor.yml").write_text("id：advisor\n", "utf-8")
    (rules / "shared/cues.yml").write_text("cues: 3\n", "utf-8")
    (rules / "city/extra/bonus.yml").write_text("id: bonus\nid: bonus\n", "utf-8")
    (rules / "city/pack.yml").write_text("id: city\nextends: base\ncolour: red\n", "utf-8")
    codes = [problem.code for problem in problems_of("city")]
    assert sorted(codes) == ["R206", "R220", "R221", "R221", "R222"]
    (rules / "city/pack.yml").write_text("id: city\ntitle: 市\nversion: '1'\nextends: base\n", "utf-8")
    codes = [problem.code for problem in problems_of("city")]
    assert sorted(codes) == ["R202", "R206", "R210", "R222", "R232", "R232"]


def test_a_gbk_file_is_shown_as_its_author_wrote_it(rules: Path, problems_of: ProblemsOf) -> None:
    path = rules / "base/work/training.yml"
    path.write_bytes(path.read_text("utf-8").encode("gbk"))
    (problem,) = problems_of("base")
    assert problem.code == "R202"
    assert "GBK" in problem.message
    assert problem.place == Place(path.as_posix(), 2, 8, "title: 培训")


def test_findings_come_in_the_same_order_every_time(rules: Path, problems_of: ProblemsOf) -> None:
    for name in "zyxwv":
        (rules / f"base/work/{name}.yml").write_text("id: [", "utf-8")
    found = [str(problem.place) for problem in problems_of("base") if problem.code == "R232"]
    assert found == sorted(found)
