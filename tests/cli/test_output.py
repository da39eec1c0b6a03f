"""`-o`: every format into files, whole or not at all, never over a report."""

import json
import os
import sys
from pathlib import Path

import pytest

FORMATS = {"table": "结论只反映报告所载内容", "json": '"schema_version": "1"', "html": "<!doctype html>", "markdown": "# 法治政府建设年度报告 评分卡"}


@pytest.mark.parametrize("format", FORMATS)
def test_one_report_into_one_file(score, reports: Path, format: str) -> None:
    done = score("good.txt", "--format", format, "-o", "out.x")
    assert (done.code, done.out, done.err) == (0, "", "已写入 out.x\n")
    assert FORMATS[format] in (reports / "out.x").read_text("utf-8")
    assert score("good.txt", "--format", format).out == (reports / "out.x").read_text("utf-8")
    assert not list(reports.glob(".out*"))


def test_a_docx(score, reports: Path) -> None:
    pytest.importorskip("docx", reason="python-docx is not installed")
    assert score("good.txt", "--format", "docx", "-o", "out.docx").code == 0
    assert (reports / "out.docx").read_bytes()[:2] == b"PK"


def test_a_docx_without_the_library(score, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setattr("scorer.cli.outlets.find_spec", lambda _: None)
    done = score("good.txt", "--format", "docx", "-o", "out.docx", "--lang", "en")
    assert (done.code, done.err) == (
        2,
        "error C313: python-docx, which writes DOCX, is not installed. Run pip install 'fazhi-scorer[docx]'\n",
    )


def test_several_reports_as_json_lines_in_one_file(score, reports: Path) -> None:
    assert score("good.txt", "poor.txt", "--format", "json", "-o", "all.jsonl").code == 0
    assert [json.loads(line)["score"] for line in (reports / "all.jsonl").read_text("utf-8").splitlines()] == [100, 33.3]


@pytest.mark.parametrize(("format", "suffix"), [("html", ".html"), ("markdown", ".md")])
def test_several_reports_into_a_folder(score, reports: Path, format: str, suffix: str) -> None:
    (reports / "below").mkdir()
    (reports / "below" / "good.txt").write_bytes((reports / "good.txt").read_bytes())
    done = score("good.txt", "poor.txt", "gone.txt", "below/good.txt", "--format", format, "-o", "cards")
    assert done.code == 3
    assert sorted(p.name for p in (reports / "cards").iterdir()) == [f"good-2{suffix}", f"good{suffix}", f"poor{suffix}"]


def test_a_folder_that_is_there_takes_one_report_too(score, reports: Path) -> None:
    (reports / "cards").mkdir()
    assert score("good.txt", "--format", "html", "-o", "cards").code == 0
    assert [p.name for p in (reports / "cards").iterdir()] == ["good.html"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("good.txt", "-o", "good.txt"), "C310"),
        (("poor.txt", "good.txt", "-o", "./good.txt"), "C310"),
        (("good.txt", "-o", "linked.txt"), "C310"),
        (("page.html", "poor.txt", "--format", "html", "-o", "."), "C310"),
        (("good.txt", "-o", "folder"), "C311"),
        (("good.txt", "-o", "nowhere/out.txt"), "C305"),
        (("good.txt", "--format", "docx"), "C312"),
        (("good.txt", "poor.txt", "--format", "html"), "C312"),
        (("good.txt", "poor.txt", "--format", "html", "-o", "poor.txt"), "C305"),
    ],
)
def test_nothing_is_lost(score, reports: Path, arguments: tuple[str, ...], code: str) -> None:
    (reports / "folder").mkdir()
    (reports / "page.html").write_text("<p>" + (reports / "good.txt").read_text("utf-8"), "utf-8")
    os.link(reports / "good.txt", reports / "linked.txt")
    before = {p: p.read_bytes() for p in reports.iterdir() if p.is_file()}
    done = score(*arguments)
    assert done.code == 2
    assert done.err.startswith(f"错误 {code}")
    assert {p: p.read_bytes() for p in reports.iterdir() if p.is_file()} == before


def test_a_failed_run_leaves_the_old_file(score, reports: Path) -> None:
    (reports / "out.html").write_text("old", "utf-8")
    assert score("gone.txt", "--format", "html", "-o", "out.html").code == 3
    assert (reports / "out.html").read_text("utf-8") == "old"


def test_a_link_stays_a_link_and_a_device_a_device(score, reports: Path) -> None:
    (reports / "target").write_text("old", "utf-8")
    (reports / "link").symlink_to("target")
    assert score("good.txt", "-o", "link").code == 0
    assert (reports / "link").is_symlink() and "得分" in (reports / "target").read_text("utf-8")
    assert score("good.txt", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_markdown_of_several_reports_on_the_screen(score) -> None:
    assert score("good.txt", "poor.txt", "--format", "markdown").out.count("\n\n# 法治政府建设年度报告 评分卡\n") == 1
