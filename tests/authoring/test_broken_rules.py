"""Forty and more broken rule files (tests/cases/broken_rules.yml): one fault, one finding, at its place, in both languages."""

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.authoring.lint import check
from scorer.render import words
from scorer.render.words import Lang
from scorer.yamlio import load

TABLE: Any = load(Path(__file__).parent.parent / "cases" / "broken_rules.yml").data
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NAMED = re.compile(r"“[^”]*”|\"[^\"]*\"|【[^】]*】|: .*$|as in .*$|\([^)]*\)$")
"""What an English sentence may say in Chinese: what the author wrote, and lists and examples of words."""


def spoil(path: Path, case: Any) -> None:
    """Make the change of a case; `encoding` writes the file in another one."""
    text = path.read_text("utf-8") if path.exists() else ""
    if "old" in case:
        assert text.count(case["old"]) >= 1, "the case changes nothing"
        text = text.replace(case["old"], case["new"], 1)
    elif "new" in case:
        text = case["new"]
    elif "encoding" not in case:
        path.unlink()
        return
    path.write_bytes(text.encode(case.get("encoding", "utf-8")))


def test_the_folder_is_sound(rules: Path) -> None:
    assert check(rules) == []


def test_there_are_forty() -> None:
    assert len(TABLE["cases"]) >= 40
    assert len({c["name"] for c in TABLE["cases"]}) == len(TABLE["cases"])


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda c: c["name"])
def test_one_fault_gives_one_finding(case: Any, rules: Path) -> None:
    spoil(rules / case["file"], case)
    found = check(rules)
    assert len(found) == 1, found
    (problem,) = found
    assert problem.place is not None
    where = problem.place
    assert f"{problem.code} {where.line}:{where.column}" == case["says"]
    assert where.path == (rules / case.get("at", case["file"])).as_posix()
    assert case["advice"] in words.problem(problem, Lang.ZH)[1]
    message, advice = words.problem(problem, Lang.EN)
    assert case["advice_en"] in advice
    for sentence in (message, advice):
        assert not _CHINESE.search(_NAMED.sub("", sentence)), sentence
    if where.excerpt:
        assert case.get("encoding") or where.excerpt == Path(where.path).read_text("utf-8").splitlines()[where.line - 1]


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_crash_the_check(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("p/c/rule.yml", "p/c/rule.cases.yml", "p/pack.yml"):
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        check(Path(folder))


def test_bombs_are_refused(rules: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    (rules / "base/work/advisor.yml").write_text(bomb, "utf-8")
    assert {p.code for p in check(rules)} <= {"R207", "R209"}
    (rules / "base/work/advisor.yml").write_text("id: !!python/object/apply:os.system [ls]\n", "utf-8")
    assert [p.code for p in check(rules)] == ["R208"]
