"""The command as users run it: a process of its own, with a small rule pack so that the shipped ones may change."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scorer.cli.app import main

ROOT = Path(__file__).parent.parent.parent

PACK = """\
id: rule-of-law
title: 示例规则
title_en: Sample rules
version: "0.0.1"
categories:
  - {id: decisions, title: 制度与决策, title_en: Decisions}
  - {id: reporting, title: 报告规范, title_en: Reporting}
grades:
  - {id: a, title: 优秀, title_en: Excellent, at_least: 85}
  - {id: d, title: 不足, title_en: Insufficient, at_least: 0}
weights_why: 试验用
rules:
  - advisor
  - next-steps
"""
ADVISOR = """\
id: advisor
title: 法律顾问
title_en: Legal advisers
category: decisions
weight: 2
why: 试验用
basis:
  - {document: 示例意见, number: 示例〔2016〕30号, article: 第一条, from: 2016-06-16, verified: false}
elements:
  - id: appointed
    title: 已聘请
    title_en: Appointed
    phrases:
      - 聘请…法律顾问
"""
CASES = """\
cases:
  - name: 已聘请
    text: 我局[聘请]了衡谨律师事务所的律师担任法律顾问。
    expect: {appointed: done}
  - name: 只是打算
    text: 我局拟聘请法律顾问。
    expect: {appointed: planned}
"""
NEXT = """\
id: next-steps
title: 下一步安排
title_en: Next steps
category: reporting
weight: 1
why: 试验用
basis:
  - {document: 示例规定, number: "", article: "", from: 2019-05-06}
elements:
  - id: next-steps
    title: 有安排
    title_en: Has a plan
    proved_by: plans
    phrases:
      - 下一步
"""
GOOD = """\
云澜市水利局2022年度法治政府建设情况报告
发布日期：2023-03-01

一、主要工作
我局聘请衡谨律师事务所担任法律顾问，全年审查合同12份。

二、下一步工作打算
下一步，继续抓好河湖执法，完善各项工作制度，提高办案质量。
"""
POOR = GOOD.replace("我局聘请衡谨律师事务所担任法律顾问，", "我局尚未聘请法律顾问，")


@dataclass(frozen=True)
class Result:
    """What a process left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return make_rules(tmp_path / "rules")


def make_rules(folder: Path) -> Path:
    """A rules folder with the shipped words and one small pack."""
    shutil.copytree(ROOT / "rules" / "shared", folder / "shared")
    for path, text in {
        "pack.yml": PACK,
        "decisions/advisor.yml": ADVISOR,
        "decisions/advisor.cases.yml": CASES,
        "reporting/next-steps.yml": NEXT,
    }.items():
        file = folder / "rule-of-law" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    for name, text in (("good.txt", GOOD), ("poor.txt", POOR)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "FAZHI_DEBUG", "PYTHONIOENCODING", "PYTHONUTF8")}
    return {**kept, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache")}


@pytest.fixture
def command() -> list[str]:
    return [sys.executable, "-m", "scorer"]


@pytest.fixture
def process(reports: Path, environment: dict[str, str], command: list[str]) -> Run:
    """A process of its own, where streams, locale or start-up are at stake."""

    def call(*args: str | bytes, stdin: bytes = b"", **extra: str) -> Result:
        done = subprocess.run(
            [*command, *args], input=stdin, capture_output=True, cwd=reports, env={**environment, **extra}, timeout=120, check=False
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call


@pytest.fixture
def run(reports: Path, environment: dict[str, str]) -> Run:
    """The same within this process, which is twenty times faster."""

    def call(*args: str | bytes, stdin: bytes = b"", **extra: str) -> Result:
        streams = {name: io.TextIOWrapper(io.BytesIO(stdin if name == "stdin" else b"")) for name in ("stdin", "stdout", "stderr")}
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(reports)
            for name in set(os.environ) - set(environment):
                patch.delenv(name)
            for name, value in {**environment, **extra}.items():
                patch.setenv(name, value)
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as exit:
                main([os.fsdecode(a) for a in args])
        for name in ("stdout", "stderr"):
            streams[name].flush()
        out, err = (streams[name].buffer.getvalue().decode("utf-8") for name in ("stdout", "stderr"))
        return Result(exit.value.code, out, err)

    return call


@pytest.fixture
def score(run: Run, rules: Path) -> Run:
    def call(*args: str | bytes, stdin: bytes = b"", **extra: str) -> Result:
        return run("score", "--rules", str(rules), *args, stdin=stdin, **extra)

    return call
