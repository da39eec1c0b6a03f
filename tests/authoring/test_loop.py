"""The tight loop: new, test, show, impact, suggest, docs, diff, watch; and the whole path from a copy to its impact."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.authoring.scaffold import sentence

ROOT = Path(__file__).parent.parent.parent
CITY = ROOT / "docs" / "examples" / "city-rules"
REPORT = """\
云澜市水利局2022年度法治政府建设情况报告
发布日期：2023-03-01

一、主要工作
全年开展企业法治体检12次。我局聘请衡谨律师事务所担任法律顾问。

二、下一步工作打算
下一步，继续抓好河湖执法。
"""
NEW = (
    "--category",
    "functions",
    "--title",
    "企业法治体检",
    "--phrase",
    "开展…法治体检",
    "--phrase",
    "为…企业…法治体检",
    "--phrase",
    "法治体检【次数 ≥ 2次】",
)

Scorer = Callable[..., tuple[int, str, str]]


@pytest.fixture
def scorer(tmp_path: Path) -> Scorer:
    """The command in a folder of its own."""

    def call(*args: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "scorer", *args], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    (tmp_path / "报告").mkdir()
    (tmp_path / "报告" / "水利局.txt").write_text(REPORT, "utf-8")
    return call


def test_copy_edit_check_score_impact(scorer: Scorer, tmp_path: Path) -> None:
    assert scorer("rules", "copy", "旧")[0] == 0
    shutil.copytree(tmp_path / "旧", tmp_path / "新")
    code, out, err = scorer("rules", "new", "legal-checkup", "--rules", "新", *NEW)
    assert (code, err) == (0, "")
    assert "legal-checkup.cases.yml" in out
    code, out, _ = scorer("rules", "check", "新")
    assert code == 0, out
    code, out, _ = scorer("rules", "test", "legal-checkup", "--rules", "新")
    assert code == 0, out
    code, out, _ = scorer("score", "报告/水利局.txt", "--rules", "新", "--format", "json")
    assert code == 0
    assert "法治体检" in out
    code, out, err = scorer("rules", "impact", "旧", "新", "--on", "报告")
    assert (code, err) == (0, "")
    assert "  企业法治体检：无此项 → 满足\n" in out
    assert "      现：「全年开展企业法治体检12次」\n" in out
    assert out.count("→") == 3, "nothing but what changes"
    code, out, _ = scorer("rules", "impact", "旧", "旧", "--on", "报告", "--lang", "en")
    assert (code, out) == (0, "1 reports, 0 of them change, 0 verdicts differ\n")


def test_new_asks_for_what_it_needs_and_overwrites_nothing(scorer: Scorer) -> None:
    assert scorer("rules", "new", "legal-checkup", *NEW)[0] == 2
    scorer("rules", "copy", "新")
    code, out, err = scorer("rules", "new", "legal-checkup", "--rules", "新")
    assert (code, out) == (2, "")
    assert "--title" in err
    assert "legal-checkup" in scorer("rules", "new", "Bad_Id", "--rules", "新", *NEW)[2]
    code, _, err = scorer("rules", "new", "x", "--rules", "新", "--category", "function", "--title", "甲", "--phrase", "乙")
    assert code == 2
    assert "functions" in err
    assert scorer("rules", "new", "legal-checkup", "--rules", "新", *NEW)[0] == 0
    assert "R274" in scorer("rules", "new", "legal-checkup", "--rules", "新", *NEW)[2]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [("开展/组织…法治体检", "开展法治体检"), ("办结率【比例 ≥ 95%】", "办结率95%"), ("案件【件数】", "案件3件"), (r"甲\/乙", "甲")],
)
def test_a_phrase_as_somebody_writes_it(phrase: str, said: str) -> None:
    assert sentence(phrase) == said


def test_a_failing_case_shows_its_text_and_what_decided(scorer: Scorer, tmp_path: Path) -> None:
    scorer("rules", "copy", "新")
    cases = tmp_path / "新" / "rule-of-law" / "decisions" / "legal-advisor.cases.yml"
    head = "cases:\n  - name: 试\n    text: 组织学习《关于聘请法律顾问的意见》。\n    expect: {appointed: done}\n"
    cases.write_text(head, "utf-8")
    code, out, _ = scorer("rules", "test", "legal-advisor", "--rules", "新")
    assert code == 1
    assert "原文：组织学习《关于聘请法律顾问的意见》。" in out
    assert "未计入：只是文件名称" in out


def test_suggest_ranks_and_counts(scorer: Scorer) -> None:
    code, out, err = scorer("rules", "suggest", "legal-advisor", "--on", str(ROOT / "reports"))
    assert (code, err) == (0, "")
    assert out.startswith("1. ")
    assert "份报告" in out
    assert scorer("rules", "suggest", "nothing", "--on", str(ROOT / "reports"))[0] == 2


def test_suggest_leaves_the_shared_tokenizer_alone() -> None:
    code = "import jieba; from scorer.authoring.suggest import _tokenizer; import tempfile; t = _tokenizer(tempfile.mkdtemp()); t.lcut('法律顾问')"
    check = "; assert not jieba.dt.initialized and t is not jieba.dt"
    done = subprocess.run([sys.executable, "-c", code + check], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_jieba_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, scorer.cli.rules.commands, scorer.cli.rules.impacting, scorer.authoring.suggest; assert 'jieba' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_docs_are_generated_and_checked(scorer: Scorer, tmp_path: Path) -> None:
    assert scorer("rules", "docs", "说明")[0] == 0
    assert scorer("rules", "docs", "说明", "--check")[0] == 0
    page = (tmp_path / "说明" / "legal-advisor.md").read_text("utf-8")
    for heading in ("## 依据", "## 要件", "## 例子"):
        assert heading in page
    (tmp_path / "说明" / "legal-advisor.md").write_text(page + "x", "utf-8")
    assert scorer("rules", "docs", "说明", "--check")[0] == 1


def test_the_city_pack_changes_what_it_says(scorer: Scorer) -> None:
    assert scorer("rules", "check", str(CITY))[0] == 0
    code, out, _ = scorer("rules", "test", "--rules", str(CITY), "--pack", "yunlan")
    assert code == 0, out
    code, out, _ = scorer("rules", "diff", "yunlan", "--rules", str(CITY))
    assert code == 0
    for kind in ("- 停用  petitions", "~ 权重  legal-advisor", "~ 适用  major-decisions", "+ 新增  legal-checkup"):
        assert kind in out
    assert "→ government 2020–…" in out
    code, out, _ = scorer("rules", "diff", "rule-of-law")
    assert code == 2


WATCHED = pytest.mark.parametrize(
    "command", [["rules", "check", "新"], ["rules", "test", "--rules", "新"], ["score", "报告/水利局.txt", "--rules", "新"]]
)


@pytest.mark.skipif(os.name == "nt", reason="signals")
@WATCHED
def test_watch_runs_again_on_every_save(command: list[str], scorer: Scorer, tmp_path: Path) -> None:
    assert len(_watch(command, scorer, tmp_path)) == 3


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals")
@WATCHED
def test_watch_runs_again_within_a_second(command: list[str], scorer: Scorer, tmp_path: Path) -> None:
    """On a machine with nothing else to do."""
    times = _watch(command, scorer, tmp_path)
    assert min(times) < 1, times


def _watch(command: list[str], scorer: Scorer, folder: Path) -> list[float]:
    """Seconds from each of three saves to the end of the run that follows."""
    scorer("rules", "copy", "新")
    rule = folder / "新" / "rule-of-law" / "decisions" / "legal-advisor.yml"
    process = subprocess.Popen(
        [sys.executable, "-m", "scorer", *command, "--watch"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        _until_waiting(process)
        times = []
        for number in range(3):
            text = rule.read_text("utf-8")
            rule.write_text(text + f"# {number}\n", "utf-8")
            saved = time.monotonic()
            _until_waiting(process)
            times.append(time.monotonic() - saved)
        return times
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130


def _until_waiting(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    for line in process.stdout:
        if "Ctrl+C" in line:
            return
    raise AssertionError("the watch has ended")
