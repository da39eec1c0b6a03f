"""`results.jsonl` read back: exact again, and every bad line told."""

import copy
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorer.model.ranking import Results
from scorer.model.result import Verdict
from scorer.rank import ResultsError, read_results
from scorer.render import words
from scorer.render.words import Lang

Change = Callable[[dict[str, Any]], object]


def test_what_is_read_is_what_was_scored(sample: Path) -> None:
    results = read_results(sample)
    assert len(results.scored) == 12 and [f.path for f in results.failures] == ["reports/gone.txt"]
    for result in results.scored:
        counted = [(h.weight, i.share) for h, i in zip(result.rules, result.items, strict=True) if i.applies]
        exact = 100 * sum(w * s for w, s in counted) / sum(w for w, _ in counted)
        assert result.score is not None and abs(exact - result.score) <= Fraction(1, 20), result.path
        assert dict(result.groups)["region"] in ("东", "西")


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_thirds_are_exact_again(tmp_path: Path, sample: Path, done: int) -> None:
    card = first(sample)
    rule = card["rules"][0]
    rule.update(weight=2, max_points=2, points=round(2 * done / 3, 4), elements=rule["elements"][:1] * 3)
    assert read(tmp_path, card).scored[0].items[0].share == Fraction(done, 3)


def test_a_reviewed_verdict_is_open_no_more(tmp_path: Path, sample: Path) -> None:
    card = first(sample)
    rule = next(r for r in card["rules"] if r["needs_review"])
    at = card["rules"].index(rule)
    rule["alternative"] = "missing"
    assert read(tmp_path, card).scored[0].items[at].needs_review
    rule["reviewed"] = {"verdict": rule["verdict"]}
    assert not read(tmp_path, card).scored[0].items[at].needs_review


def test_a_waived_rule_does_not_apply(tmp_path: Path, sample: Path) -> None:
    card = first(sample)
    card["rules"][0].update(verdict="missing", points=0, max_points=0)
    found = read(tmp_path, card).scored[0].items[0]
    assert (found.verdict, found.applies) == (Verdict.MISSING, False)


BAD: dict[str, tuple[Change, str]] = {
    "no version": (lambda c: c.pop("schema_version"), "schema_version"),
    "other version": (lambda c: c.update(schema_version="2"), "schema_version"),
    "report is a list": (lambda c: c.update(report=[]), "report"),
    "no path": (lambda c: c["report"].pop("path"), "report.path"),
    "path is a number": (lambda c: c["report"].update(path=7), "report.path"),
    "year is true": (lambda c: c["report"].update(year=True), "report.year"),
    "negative length": (lambda c: c["report"].update(characters=-1), "report.characters"),
    "score beyond 100": (lambda c: c.update(score=101), "score"),
    "rules are an object": (lambda c: c.update(rules={}), "rules"),
    "a rule twice": (lambda c: c["rules"].append(c["rules"][0]), "rules"),
    "unknown verdict": (lambda c: c["rules"][1].update(verdict="splendid"), "rules[1].verdict"),
    "a heavy weight": (lambda c: c["rules"][0].update(weight=10**9, max_points=10**9), "rules[0].weight"),
    "weight and points differ": (lambda c: c["rules"][0].update(max_points=1), "rules[0].max_points"),
    "n/a with points": (lambda c: c["rules"][0].update(verdict="na"), "rules[0].max_points"),
    "more points than possible": (lambda c: c["rules"][0].update(points=99), "rules[0].points"),
    "points of no share": (lambda c: c["rules"][0].update(points=0.1234), "rules[0].points"),
    "unknown state": (lambda c: c["rules"][0]["elements"][0].update(state="maybe"), "rules[0].elements[0].state"),
    "groups of numbers": (lambda c: c.update(groups={"region": 3}), "groups.region"),
    "failure without advice": (lambda c: c.update(failure={"code": "I1", "message": ""}), "failure.advice"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_line_that_is_no_scorecard(tmp_path: Path, sample: Path, name: str) -> None:
    change, where = BAD[name]
    good, bad = first(sample), first(sample)
    change(bad)
    with pytest.raises(ResultsError) as error:
        read(tmp_path, good, bad, good, bad)
    assert [(p.code, p.place.line if p.place else 0) for p in error.value.problems] == [("D503", 2), ("D503", 4)]
    assert where in error.value.problems[0].message


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
        b"9" * 5000,
        b"null",
        b"",
        b'{"schema_version": "1"}',
    ],
    ids=lambda b: b[:12],
)
def test_hostile_lines(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "results.jsonl").write_bytes(line + b"\n")
    with pytest.raises(ResultsError) as error:
        read_results(tmp_path)
    assert error.value.problems[0].code == "D503"


def test_many_bad_lines_are_cut_short(tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_bytes(b"x\n" * 1000)
    with pytest.raises(ResultsError) as error:
        read_results(tmp_path)
    assert len(error.value.problems) == 20


def test_no_results(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="D501"):
        read_results(tmp_path)
    (tmp_path / "results.jsonl").touch()
    with pytest.raises(ResultsError, match="D502"):
        read_results(tmp_path)
    with pytest.raises(ResultsError, match="D504"):
        read_results(tmp_path / "results.jsonl")


def test_every_problem_has_its_english(tmp_path: Path) -> None:
    for content in (None, b"", b"x\n"):
        if content is not None:
            (tmp_path / "results.jsonl").write_bytes(content)
        with pytest.raises(ResultsError) as error:
            read_results(tmp_path)
        for said in words.problem(error.value.problems[0], Lang.EN):
            assert said.isascii(), said


def first(folder: Path) -> dict[str, Any]:
    return copy.deepcopy(json.loads((folder / "results.jsonl").read_text("utf-8").splitlines()[0]))


def read(folder: Path, *cards: dict[str, Any]) -> Results:
    (folder / "results.jsonl").write_text("".join(json.dumps(c) + "\n" for c in cards), "utf-8")
    return read_results(folder)
