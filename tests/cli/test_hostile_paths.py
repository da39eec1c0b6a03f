"""Paths that are no reports: links in circles, devices, pipes, names made to upset a terminal. Each command says why, and none hangs."""

import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, devices and such names are those of POSIX")
REPORT = "云澜市水利局2022年度法治政府建设情况报告\n一、聘请法律顾问2名，审查合同31份。\n"
CALLS = (("score",), ("text",), ("explain",))


def made(folder: Path, what: str) -> str:
    """A path of this kind in the folder."""
    path = folder / f"{what}.txt"
    if what == "circle":
        path.symlink_to(path.name)
    elif what == "device":
        path.symlink_to("/dev/zero")
    elif what == "nowhere":
        path.symlink_to("gone/away.txt")
    else:
        os.mkfifo(folder / "pipe")
        path.symlink_to("pipe")
    return path.name


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize(("what", "code"), [("circle", "I104"), ("device", "I103"), ("pipe", "I103"), ("nowhere", "I101")])
def test_no_files(run, reports: Path, call: tuple[str, ...], what: str, code: str) -> None:
    done = run(*call, made(reports, what), *(["legal-advisor"] * (call == ("explain",))))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"错误 {code}：{what}.txt")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("name", ["a\x1b[2J\x07.txt", "第一行\n第二行.txt", "\u202egnp.txt", "--max-mb", "a\udcff.txt", "[b]x.txt", "～.txt"])
def test_names(run, reports: Path, call: tuple[str, ...], name: str) -> None:
    (reports / name).write_text("too short", "utf-8")
    done = run(*call, "--", name, *(["legal-advisor"] * (call == ("explain",))))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("错误 I106：")
    assert done.err.count("\n") == 1
    assert not any(c < " " or "\u202a" <= c <= "\u202e" for c in done.err.rstrip("\n"))


def test_a_link_to_a_report_is_a_report(run, reports: Path) -> None:
    (reports / "report.txt").write_text(REPORT, "utf-8")
    (reports / "link.txt").symlink_to("report.txt")
    assert run("text", "link.txt").out == REPORT
