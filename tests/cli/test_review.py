"""`scorer review FILE`: scripted, typed, interrupted and killed; what was decided is on record."""

import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from scorer.overrides import read_decisions
from scorer.render.words import Lang
from tests.cli.conftest import POOR, Result, Run


@pytest.fixture
def review(run: Run, rules: Path) -> Run:
    def call(*answers: str, file: str = "poor.txt", by: str = "沈知微", options: tuple[str, ...] = ()) -> Result:
        named = ("--by", by) if by else ()
        return run("review", file, *named, "--rules", str(rules), *options, stdin="".join(f"{a}\n" for a in answers).encode())

    return call


def decided(reports: Path, file: str = "poor.txt") -> dict[str, tuple[str, str, dict[str, str]]]:
    return {d.rule: (d.verdict.value, d.reason, {k: v.value for k, v in d.states}) for d in read_decisions(str(reports / file))}


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        (("y", "a", "", "q"), {"advisor": ("failed", "", {"appointed": "denied"})}),
        (("y", "a", "属实", "s"), {"advisor": ("failed", "属实", {"appointed": "denied"})}),
        (("y", "c", "1", "见附件"), {"advisor": ("met", "见附件", {})}),
        (("Y", "更改", "部分满足", "", "", "见附件"), {"advisor": ("partial", "见附件", {})}),
        (("y", "ｃ", "met", "见附件"), {"advisor": ("met", "见附件", {})}),
        (("是", "c", "e", "已做", "见附件"), {"advisor": ("met", "见附件", {"appointed": "done"})}),
        (("y", "c", "e", "", "原判无误"), {"advisor": ("failed", "原判无误", {"appointed": "denied"})}),
        (("y", "s", "a", ""), {"next-steps": ("met", "", {"next-steps": "done"})}),
        (("y", "x", "9", "c", "0", "7", "1", "见附件"), {"advisor": ("met", "见附件", {})}),
        (("y", "c", "1"), {}),
        (("n", "a", ""), {}),
        (("",), {}),
        ((), {}),
    ],
)
def test_answers_come_to_decisions(review: Run, reports: Path, answers: tuple[str, ...], wanted: dict) -> None:
    result = review(*answers)
    assert (result.code, result.err) == (0, "")
    assert decided(reports) == wanted
    assert f"本次记录 {len(wanted)} 条" in result.out


def test_accepting_moves_no_points(review: Run, score: Run) -> None:
    before = json.loads(score("poor.txt", "--format", "json").out)
    review("y", "a", "", "a", "")
    after = json.loads(score("poor.txt", "--format", "json").out)
    assert after["score"] == before["score"]
    assert [r["reviewed"]["by"] for r in after["rules"]] == ["沈知微", "沈知微"]


def test_what_needs_review_comes_first_and_stale_decisions_before_that(review: Run, reports: Path) -> None:
    review("y", "s", "a", "")
    (reports / "poor.txt").write_text(POOR + "\n", "utf-8")
    result = review("s", "n")
    assert "云澜市水利局 2022：1 条需要复核，其余 1 条" in result.out
    assert "[1/1] 下一步安排" in result.out and "报告已改动" in result.out
    assert "其余 1 条也看吗？" in result.out


def test_passages_are_shown_in_their_context(review: Run) -> None:
    out = re.sub(r"\n *", "", review("y").out)
    assert "自认未做：「我局尚未聘请法律顾问，全年审查合同12份」 第5行 · 一、主要工作" in out
    assert "上下文：一、主要工作「我局尚未聘请法律顾问，全年审查合同12份」。二、下一步工作打算" in out


def test_the_reviewer_is_asked_for(review: Run, reports: Path) -> None:
    assert review("", "陈叙", "y", "a", "", by="").code == 0
    assert [d.by for d in read_decisions(str(reports / "poor.txt"))] == ["陈叙"]
    nobody = review(by="")
    assert nobody.code == 2 and "没有写明复核人。请加上 --by 姓名" in nobody.err


def test_in_english(review: Run, reports: Path) -> None:
    result = review("yes", "change", "partial", "see annex", "accept", "", options=("--lang", "en"))
    assert result.code == 0
    assert not re.search("[\u4e00-\u9fff]", re.sub(r"「[^」]*」.*|context: .*|phrase .*|云澜市水利局|沈知微|\n +.*", "", result.out)), result.out
    assert "On record: Legal advisers → partial (poor.txt.review.yml)" in result.out
    assert decided(reports)["advisor"] == ("partial", "see annex", {})


def test_what_people_type_cannot_break_the_record(review: Run, reports: Path) -> None:
    reason = "'\"]}: - # \x1b[31m\u202e=cmd|'/c calc'!A1 \\"
    assert review("y", "c", "1", reason, by="- {by}: &x '").code == 0
    (decision,) = read_decisions(str(reports / "poor.txt"))
    assert decision.by == "- {by}: &x '"
    assert decision.reason == reason.replace("\x1b", "")


def test_a_report_from_standard_input_has_no_record(review: Run) -> None:
    result = review(file="-")
    assert result.code == 2 and "没有地方存放复核结论" in result.err


def test_a_record_that_cannot_be_written(review: Run, reports: Path) -> None:
    (reports / "poor.txt.review.yml").mkdir()
    result = review("y", "a", "")
    assert result.code == 2 and "复核结论写不进去" in result.err
    assert [p.name for p in reports.glob(".*")] == [], "nothing is left beside"


def test_a_file_called_like_a_command(run: Run, reports: Path, rules: Path) -> None:
    (reports / "export").write_text(POOR, "utf-8")
    assert "其余 2 条" in run("review", "./export", "--by", "x", "--rules", str(rules)).out
    assert run("review", "--lang", "en", "poor.txt", "--by", "x", "--rules", str(rules)).out.endswith("0 decisions put on record\n")
    assert run("review").code == 2


class Typist:
    """Somebody at a terminal, who waits for a question before answering."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environment)
        os.close(slave)
        self.seen = ""
        self.known = 0

    def answer(self, question: str, answer: str) -> None:
        self.wait_for(question)
        os.write(self.master, answer.encode())

    def wait_for(self, words: str) -> None:
        """Read on until the words have come after those waited for before; whoever dies first ends the waiting."""
        while words not in self.seen[self.known :]:
            try:
                data = os.read(self.master, 4096)
            except OSError:
                data = b""
            assert data, f"the program ended before {words!r}:\n{self.seen}"
            self.seen += data.decode("utf-8", "replace")
        self.known = self.seen.index(words, self.known) + len(words)

    def end(self) -> int:
        """The exit code, once everything has been read."""
        try:
            while data := os.read(self.master, 4096):
                self.seen += data.decode("utf-8", "replace")
        except OSError:
            pass
        os.close(self.master)
        return self.process.wait(60)


@pytest.fixture
def typist(reports: Path, rules: Path, environment: dict[str, str], command: list[str]):
    def begin(*args: str) -> Typist:
        return Typist([*command, *args, "--rules", str(rules)], reports, environment)

    return begin


def test_at_a_terminal(typist, reports: Path) -> None:
    person = typist("review", "poor.txt", "--by", "沈知微")
    person.answer("也看吗？", "y\n")
    person.answer("结束 q：", "c\n")
    person.answer("逐个填 e：", "e\n")
    person.answer("已聘请：", "1\n")
    person.answer("理由：", "见附件\n")
    person.wait_for("已记录：法律顾问 → 满足")
    person.answer("结束 q：", "\x04")
    assert person.end() == 0
    assert decided(reports) == {"advisor": ("met", "见附件", {"appointed": "done"})}


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_an_interrupted_review_loses_no_decision(typist, reports: Path, sign: signal.Signals, code: int) -> None:
    person = typist("review", "poor.txt", "--by", "沈知微")
    person.answer("也看吗？", "y\n")
    person.answer("结束 q：", "c\n")
    person.answer("逐个填 e：", "1\n")
    person.answer("理由：", "见附件\n")
    person.answer("[2/2]", "a\n")
    person.wait_for("可不填")
    time.sleep(0.1)
    person.process.send_signal(sign)
    assert person.end() == code
    assert decided(reports) == {"advisor": ("met", "见附件", {})}
    assert [p.name for p in reports.glob("*.review.yml*")] == ["poor.txt.review.yml"]


@pytest.mark.parametrize("lang", Lang)
def test_rules_new_asks_for_what_is_missing(typist, rules: Path, lang: Lang) -> None:
    asked = {
        Lang.ZH: ("规则的名称", "所属部分（decisions, reporting）", "回车结束"),
        Lang.EN: ("Title of the rule", "Category (decisions, reporting)", "Enter to end"),
    }[lang]
    person = typist("rules", "new", "legal-checkup", "--lang", lang.value)
    person.answer(asked[0], "企业法治体检\n")
    person.answer(asked[1], "decisions\n")
    person.answer(asked[2], "\n")
    person.answer(asked[2], "开展…法治体检\n")
    person.answer(asked[2], "为…企业…法治体检\n")
    person.answer(asked[2], "\n")
    assert person.end() == 0, person.seen
    text = (rules / "rule-of-law/decisions/legal-checkup.yml").read_text("utf-8")
    assert "title: 企业法治体检\n" in text
    assert "      - 开展…法治体检\n      - 为…企业…法治体检\n" in text
    assert "  - legal-checkup\n" in (rules / "rule-of-law/pack.yml").read_text("utf-8")


def test_rules_new_given_up_leaves_nothing(typist, rules: Path) -> None:
    person = typist("rules", "new", "legal-checkup")
    person.answer("规则的名称", "企业法治体检\n")
    person.answer("所属部分", "\x04")
    assert person.end() == 130
    assert not list(rules.rglob("legal-checkup*"))
    assert "legal-checkup" not in (rules / "rule-of-law/pack.yml").read_text("utf-8")
