"""Review decisions and waivers as a user of `scorer score` meets them."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from scorer.packs import load_pack
from scorer.render.words import Lang
from tests.cli.conftest import Run
from tests.render.test_contract import VALIDATOR

WAIVERS = """\
waivers:
  - {body: 云澜市水利局, rule: next-steps, years: 2022–2023, reason: 机构改革}
"""


def decide(report: Path, rules: Path, **change: str) -> None:
    """A decision on the legal adviser, as another version of the program may have written it."""
    rule = next(r for r in load_pack(rules, "rule-of-law")[0].rules if r.id == "advisor")
    values = {
        "rule": "advisor",
        "automatic": "failed",
        "verdict": "partial",
        "by": "沈知微",
        "on": "2026-01-05",
        "reason": "'附件里有\\[b]聘书[/x]'",
        "report_sha256": hashlib.sha256(report.read_bytes()).hexdigest(),
        "rule_sha256": rule.sha256,
        **change,
    }
    lines = "".join(f"    {k}: {v}\n" for k, v in values.items())
    Path(f"{report}.review.yml").write_text(f"decisions:\n  -{lines[3:]}", "utf-8")


@pytest.fixture
def advisor(score: Run, reports: Path, rules: Path):
    """Decides on the adviser in poor.txt and gives what the scorecard then says of it."""

    def look(*args: str, **change: str) -> dict:
        decide(reports / "poor.txt", rules, **change)
        result = score("poor.txt", "--format", "json", *args)
        assert result.code == 0, result.err
        data = json.loads(result.out)
        VALIDATOR.validate(data)
        return next(r for r in data["rules"] if r["id"] == "advisor")

    return look


def test_a_decision_is_applied_and_both_verdicts_are_told(advisor) -> None:
    rule = advisor()
    assert (rule["verdict"], rule["points"], rule["max_points"], rule["needs_review"]) == ("partial", 1, 2, False)
    assert rule["reviewed"] == {
        "verdict": "partial",
        "by": "沈知微",
        "on": "2026-01-05",
        "reason": "附件里有\\[b]聘书[/x]",
        "automatic": "failed",
        "elements": None,
    }
    assert rule["stale_review"] is None


def test_element_states_of_the_reviewer(advisor) -> None:
    rule = advisor(verdict="met", elements="{appointed: done}")
    assert (rule["verdict"], rule["points"], rule["shortfall"]) == ("met", 2, [])
    assert rule["reviewed"]["elements"] == {"appointed": "done"}


def test_a_reviewer_who_sees_no_lack_leaves_no_shortfall(advisor) -> None:
    assert advisor(verdict="failed")["shortfall"] == ["appointed"]
    assert advisor(verdict="met")["shortfall"] == []


@pytest.mark.parametrize(("change", "why"), [({"report_sha256": "ef" * 32}, ["text"]), ({"rule_sha256": "ef" * 32}, ["rule"])])
def test_a_stale_decision_is_told_and_not_applied(advisor, change: dict, why: list[str]) -> None:
    rule = advisor(**change)
    assert (rule["verdict"], rule["points"], rule["reviewed"]) == ("failed", 0, None)
    assert rule["stale_review"]["verdict"] == "partial" and rule["stale_review"]["changed"] == why


def test_a_decision_outlives_comments_and_layout_but_not_a_change_of_its_rule(score: Run, reports: Path, rules: Path) -> None:
    decide(reports / "poor.txt", rules)
    file = rules / "rule-of-law/decisions/advisor.yml"
    text = file.read_text("utf-8")
    for changed, applied in ((f"# 说明\n\n{text}", True), (text.replace("聘请…法律顾问", "聘任…法律顾问"), False)):
        file.write_text(changed, "utf-8")
        rule = json.loads(score("poor.txt", "--format", "json").out)["rules"][0]
        assert bool(rule["reviewed"]) is applied and bool(rule["stale_review"]) is not applied


@pytest.mark.parametrize("lang", Lang)
def test_the_table_tells_decisions_stale_ones_and_waivers(score: Run, reports: Path, rules: Path, lang: Lang) -> None:
    (rules / "waivers.yml").write_text(WAIVERS, "utf-8")
    decide(reports / "poor.txt", rules)
    out = score("poor.txt", "--lang", lang.value, "--width", "200").out
    for said in {
        Lang.ZH: (
            "法律顾问 [已复核]",
            "未达标 → ◐ 部分满足",
            "（沈知微，2026-01-05） 附件里有\\[b]聘书[/x]",
            "2022–2023 年度；机构改革",
            "50.0 / 100",
        ),
        Lang.EN: ("Legal advisers [reviewed]", "failed → ◐ partial", "(沈知微, 2026-01-05)", "report years 2022–2023; 机构改革", "50.0 / 100"),
    }[lang]:
        assert said in out
    decide(reports / "poor.txt", rules, report_sha256="ef" * 32)
    out = score("poor.txt", "--lang", lang.value, "--width", "200").out
    assert {Lang.ZH: "；报告已改动", Lang.EN: "; the report has changed"}[lang] in out
    assert "  0.0 / 100" in out


def test_a_waived_rule_does_not_count(score: Run, reports: Path) -> None:
    (reports / "mine.yml").write_text(WAIVERS, "utf-8")
    args = ("good.txt", "poor.txt", "--format", "json", "--waivers", "mine.yml")
    for line in score(*args).out.splitlines():
        data = json.loads(line)
        VALIDATOR.validate(data)
        rule = next(r for r in data["rules"] if r["id"] == "next-steps")
        assert (rule["verdict"], rule["points"], rule["max_points"]) == ("met", 0, 0)
        assert rule["waived"] == {"reason": "机构改革", "years": [2022, 2023]}
        assert data["score"] == (100 if data["report"]["path"] == "good.txt" else 0)
    assert json.loads(score("good.txt", "--format", "json", "--year", "2024", *args[4:]).out)["rules"][1]["waived"] is None


def test_broken_waivers_are_a_usage_error(score: Run, rules: Path) -> None:
    (rules / "waivers.yml").write_text(WAIVERS.replace("next-steps", "next-step"), "utf-8")
    result = score("good.txt")
    assert result.code == 2 and result.out == ""
    assert "没有规则“next-step”。是不是“next-steps”？" in result.err
    assert score("good.txt", "--waivers", "none.yml").code == 2


def test_a_broken_record_keeps_its_report_from_being_scored_and_no_other(score: Run, reports: Path) -> None:
    (reports / "poor.txt.review.yml").write_bytes("decisions:\n  - rule： advisor".encode("gbk"))
    result = score("poor.txt", "good.txt", "--format", "json")
    assert result.code == 3 and "R202" in result.err
    first, second = map(json.loads, result.out.splitlines())
    VALIDATOR.validate(first)
    assert first["failure"]["code"] == "R202" and second["score"] == 100


def test_a_pack_that_narrows_a_rule_changes_it_and_one_that_weighs_it_otherwise_does_not(score: Run, reports: Path, rules: Path) -> None:
    decide(reports / "poor.txt", rules)
    city = rules / "city" / "pack.yml"
    city.parent.mkdir()
    for change, applied in (("weights: {advisor: 5}", True), ("narrow: {advisor: {from_year: 2020}}", False)):
        city.write_text(f'id: city\ntitle: 市\nversion: "1"\nextends: rule-of-law\n{change}\n', "utf-8")
        rule = json.loads(score("poor.txt", "--format", "json", "--pack", "city").out)["rules"][0]
        assert bool(rule["reviewed"]) is applied and bool(rule["stale_review"]) is not applied


def test_what_a_change_of_rules_does_is_told_of_the_program_alone(run: Run, reports: Path, rules: Path) -> None:
    """A change makes decisions stale; that is no change of what the rules find."""
    decide(reports / "poor.txt", rules)
    new = reports / "new"
    shutil.copytree(rules, new)
    file = new / "rule-of-law/decisions/advisor.yml"
    file.write_text(file.read_text("utf-8").replace("已聘请", "聘请了"), "utf-8")
    result = run("rules", "impact", str(rules), str(new), "--on", "poor.txt")
    assert result.out == "共 1 份报告，0 份有变化，0 项结论改变\n"
