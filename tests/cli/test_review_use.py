"""What becomes of decisions: two reviewers compared, and cases for the rules."""

import re
from pathlib import Path

import pytest

from scorer.authoring.cases import read_cases
from scorer.authoring.figures import kappa
from scorer.model.result import State
from scorer.render.words import Lang
from tests.cli.conftest import GOOD, POOR, Run
from tests.cli.test_overrides import decide

FLOW = "cases: [{name: 已聘请, text: 我局聘请了法律顾问。, expect: {appointed: done}}]\n"


@pytest.fixture
def reviewers(reports: Path, rules: Path) -> tuple[Path, Path]:
    """Two folders with the same reports; the reviewers differ on one of them."""
    folders = reports / "a", reports / "b"
    for folder, by, verdict in zip(folders, ("沈知微", "陈叙"), ("met", "failed"), strict=True):
        folder.mkdir()
        for name, text in (("good.txt", GOOD), ("poor.txt", POOR)):
            (folder / name).write_text(text, "utf-8")
            decide(folder / name, rules, by=by, verdict="met" if name == "good.txt" else verdict, reason=f"'{by}的理由'")
    return folders


@pytest.mark.usefixtures("reviewers")
@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (Lang.ZH, ["共同复核 2 条：一致 1 条（50.0%），kappa 0.000", "poor.txt · advisor：满足（沈知微） / 未达标（陈叙）", "    陈叙：陈叙的理由"]),
        (
            Lang.EN,
            ["2 decided by both: 1 agree (50.0%), kappa 0.000", "poor.txt · advisor: met (沈知微) / failed (陈叙)", "    陈叙: 陈叙的理由"],
        ),
    ],
)
def test_disagreements_are_listed_with_both_reasons(run: Run, lang: Lang, says: list[str]) -> None:
    result = run("review", "agreement", "a", "b", "--lang", lang.value)
    assert result.code == 0
    assert not set(says) - set(result.out.splitlines())
    assert "good.txt" not in result.out


def test_decisions_on_other_versions_or_of_one_alone_are_not_compared(run: Run, reviewers: tuple[Path, Path], rules: Path) -> None:
    one, other = reviewers
    decide(one / "poor.txt", rules, rule_sha256="ef" * 32)
    (other / "good.txt.review.yml").unlink()
    result = run("review", "agreement", "a", "b")
    assert result.out.splitlines() == ["共同复核 0 条：一致 0 条（–%），kappa –", "只有一方复核的 1 条；报告或规则版本不同、不能比较的 1 条"]


@pytest.mark.usefixtures("reviewers")
def test_two_records_can_be_compared_as_files(run: Run) -> None:
    result = run("review", "agreement", "a/poor.txt.review.yml", "b/poor.txt.review.yml")
    assert "poor.txt.review.yml · advisor：" in result.out


def test_nothing_to_compare(run: Run, reports: Path) -> None:
    (reports / "none").mkdir()
    assert run("review", "agreement", "none", "none").code == 2
    assert run("review", "agreement", "nowhere", "none").code == 2


@pytest.mark.parametrize(
    ("pairs", "wanted"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a")] * 3, 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], wanted: float) -> None:
    assert kappa(pairs) == pytest.approx(wanted)


@pytest.fixture
def to_cases(run: Run, reports: Path, rules: Path):
    def call(**change: str) -> str:
        decide(reports / "poor.txt", rules, **change)
        result = run("review", "to-cases", "poor.txt", "--rules", str(rules))
        assert result.code == 0, result.err
        return result.out

    return call


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"verdict": "failed"}, State.DENIED),
        ({"verdict": "met"}, State.DONE),
        ({"verdict": "missing"}, State.ABSENT),
        ({"verdict": "planned"}, State.PLANNED),
        ({"verdict": "met", "elements": "{appointed: done}"}, State.DONE),
    ],
)
def test_a_decision_becomes_a_case(to_cases, rules: Path, change: dict[str, str], state: State) -> None:
    file = rules / "rule-of-law/decisions/advisor.cases.yml"
    before = file.read_text("utf-8")
    assert "新增 1 个用例" in to_cases(**change)
    assert file.read_text("utf-8").startswith(before)
    *_, case = read_cases(file)[0]
    assert case.text == "我局尚未聘请法律顾问，全年审查合同12份。"
    assert (case.heading, case.body, case.year, case.kind) == ("一、主要工作", "云澜市水利局", 2022, "department")
    assert case.expect == {"appointed": state}
    assert case.name == "复核 poor.txt 沈知微：附件里有\\[b]聘书[/x]"


def test_the_case_is_run_with_the_others(run: Run, to_cases, rules: Path) -> None:
    test = ("rules", "test", "advisor", "--rules", str(rules))
    before = int(re.findall(r"运行了 (\d+) 项用例：0 项未通过", run(*test).out)[0])
    to_cases(verdict="failed", automatic="failed")
    assert f"运行了 {before + 1} 项用例：0 项未通过" in run(*test).out
    to_cases(verdict="met", reason="另有理由")
    failing = run(*test)
    assert failing.code == 1 and "要件 appointed 应为 done，实为 denied" in failing.out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"verdict": "partial"}, "只有总的结论，不知道各要件的状态"),
        ({"report_sha256": "ef" * 32}, "报告或规则已改动"),
    ],
)
def test_what_cannot_be_a_case_is_told(to_cases, rules: Path, change: dict[str, str], says: str) -> None:
    before = (rules / "rule-of-law/decisions/advisor.cases.yml").read_bytes()
    out = to_cases(**change)
    assert f"未转成用例：advisor（{says}）" in out and "新增 0 个用例" in out
    assert (rules / "rule-of-law/decisions/advisor.cases.yml").read_bytes() == before


def test_a_case_is_made_once(to_cases) -> None:
    to_cases(verdict="met")
    assert "未转成用例：advisor（已有这个用例）" in to_cases(verdict="met")


def test_what_follows_the_list_stays_behind_it(to_cases, rules: Path) -> None:
    file = rules / "rule-of-law/decisions/advisor.cases.yml"
    file.write_text(file.read_text("utf-8") + "not_applicable:\n  planned: 试验用\n", "utf-8")
    to_cases(verdict="met")
    cases, excused = read_cases(file)
    assert len(cases) == 3 and excused == {"planned": "试验用"}


def test_a_list_on_one_line_is_refused(run: Run, reports: Path, rules: Path) -> None:
    (rules / "rule-of-law/decisions/advisor.cases.yml").write_text(FLOW, "utf-8")
    decide(reports / "poor.txt", rules, verdict="met")
    result = run("review", "to-cases", "poor.txt", "--rules", str(rules))
    assert result.code == 2 and "cases 列表写成了一行" in result.err


def test_shipped_rules_are_not_changed(run: Run) -> None:
    result = run("review", "to-cases", "poor.txt")
    assert result.code == 2 and "没有指定要改的规则文件夹" in result.err
