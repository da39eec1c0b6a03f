"""`scorer rank --format html`: a folder of pages made of what a batch left behind."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def results(reports: Path, score) -> Path:
    """What a batch writes: one scorecard a line, and a report that could not be read."""
    folder = reports / "out"
    folder.mkdir()
    (folder / "results.jsonl").write_text(score("good.txt", "poor.txt", "gone.txt", "--format", "json").out, "utf-8")
    return folder


def rank(run, rules: Path, *arguments: str):
    return run("rank", "out", "--format", "html", "--rules", str(rules), "--min-text", "0", *arguments)


def test_a_site(run, rules: Path, results: Path) -> None:
    done = rank(run, rules)
    assert (done.code, done.out, done.err) == (0, "", "已写入 out/ranking/index.html\n")
    site = results / "ranking"
    assert sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html")) == [
        "bodies/1.html",
        "cards/1.html",
        "cards/2.html",
        "index.html",
    ]
    card = (site / "cards" / "2.html").read_text("utf-8")
    assert "我局尚未聘请法律顾问" in card and 'href="../index.html"' in card
    assert "全年审查合同12份" in card, "the report itself is there"
    assert "示例意见" in card, "and what the rules rest on"
    assert "../cards/2.html" in (site / "bodies" / "1.html").read_text("utf-8")


def test_a_site_is_made_anew(run, rules: Path, results: Path) -> None:
    assert rank(run, rules).code == rank(run, rules).code == 0
    assert (results / "ranking" / "index.html").is_file()


def test_without_scorecards(run, rules: Path, results: Path) -> None:
    assert rank(run, rules, "--no-cards", "-o", "site").code == 0
    assert not (results.parent / "site" / "cards").exists()
    assert "cards/" not in (results.parent / "site" / "bodies" / "1.html").read_text("utf-8")


def test_a_report_that_has_changed_since(run, rules: Path, results: Path) -> None:
    good = results.parent / "good.txt"
    good.write_text(good.read_text("utf-8").replace("12份", "13份"), "utf-8")
    assert rank(run, rules).code == 0
    card = (results / "ranking" / "cards" / "1.html").read_text("utf-8")
    assert "报告不在原处或已改动" in card and "13份" not in card
    assert "聘请衡谨律师事务所担任法律顾问" in card, "what was cited stays"


def test_rules_that_have_changed_since(run, rules: Path, results: Path) -> None:
    advisor = rules / "rule-of-law" / "decisions" / "advisor.yml"
    advisor.write_text(advisor.read_text("utf-8").replace("示例意见", "另一意见"), "utf-8")
    assert rank(run, rules).code == 0
    card = (results / "ranking" / "cards" / "1.html").read_text("utf-8")
    assert "示例意见" not in card and "另一意见" not in card and "法律顾问" in card


def test_nothing_else_is_written_over(run, rules: Path, results: Path) -> None:
    (results / "ranking").mkdir()
    (results / "ranking" / "index.html").write_text("mine", "utf-8")
    done = rank(run, rules)
    assert (done.code, done.err[:7]) == (2, "错误 C302")
    assert (results / "ranking" / "index.html").read_text("utf-8") == "mine"


@pytest.mark.parametrize("path", [("categories",), ("rules", 0, "elements", 0, "weakness"), ("rules", 0, "elements", 0, "evidence", 0, "because")])
def test_a_line_that_is_no_whole_scorecard(run, rules: Path, results: Path, path: tuple[str | int, ...]) -> None:
    lines = [json.loads(line) for line in (results / "results.jsonl").read_text("utf-8").splitlines()]
    place = lines[0]
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    (results / "results.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    done = rank(run, rules)
    assert (done.code, done.err[:7]) == (2, "错误 D503")
    assert "results.jsonl:1:1" in done.err
