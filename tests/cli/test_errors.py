"""Wrong command lines, broken packs, bugs and Ctrl-C: one line each, a code, and what to do."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scorer import __version__
from scorer.cli import exits
from scorer.cli.exits import Exit


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("score",), "错误 C301：缺少 FILE...。用法见：scorer score --help"),
        (("score", "--lang", "en"), "error C301: missing FILE.... See scorer score --help"),
        (("score", "a.txt", "--fail-undr", "3"), "错误 C301：没有选项 --fail-undr，是否要用 --fail-under。用法见：scorer score --help"),
        (("scor",), "错误 C301：没有命令 scor。用法见：scorer --help"),
        (("--nonsense",), "错误 C301：没有选项 --nonsense。用法见：scorer --help"),
        (("rules", "chek\x1b[1m"), "错误 C301：没有命令 chek\\x1b[1m。用法见：scorer rules --help"),
    ],
)
def test_wrong_command_lines(run, arguments: tuple[str, ...], line: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out, done.err) == (2, "", line + "\n")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--fail-under", "high"),
        ("--format", "xml"),
        ("--lang", "fr"),
        ("--kind", "school"),
        ("--sector", "space"),
        ("--year", "22"),
        ("--published", "1 April"),
        ("--published", "2023-02-30"),
        ("--width", "5"),
    ],
)
def test_wrong_values(run, option: str, value: str) -> None:
    done = run("score", "good.txt", option, value)
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(rf"错误 C301：{option} 的值不对（[^\n]+）。用法见：scorer score --help\n", done.err)


def test_version_and_help(run) -> None:
    assert run("--version").out == f"fazhi-scorer {__version__}\n"
    for arguments in (("--help",), ("score", "--help"), ("rules", "--help"), ("rules", "copy", "--help")):
        done = run(*arguments)
        assert (done.code, done.err) == (0, "")
        assert "Usage: scorer" in done.out


def test_nothing_asked_shows_the_help(run) -> None:
    done = run()
    assert done.code == 2
    assert done.out.count("Usage: scorer") == 1


def test_rules_that_are_not_there(run) -> None:
    done = run("score", "good.txt", "--rules", "nowhere")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误 R201：nowhere: ")


def test_an_unknown_pack(score) -> None:
    done = score("good.txt", "--pack", "nonsense")
    assert (done.code, done.out) == (2, "")
    assert re.match(r"错误 R\d{3}：", done.err)


def test_a_broken_rule_shows_its_place(score, rules: Path) -> None:
    file = rules / "rule-of-law" / "decisions" / "advisor.yml"
    file.write_text(file.read_text("utf-8").replace("weight: 2", "wieght: 2"), "utf-8")
    done = score("good.txt", "poor.txt", "--format", "json")
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert re.match(r"错误 R\d{3}：.*advisor\.yml:5:1: ", lines[0])
    assert lines[1:3] == ["    wieght: 2", "    ^"]


def test_a_mark_under_chinese_stands_where_it_should() -> None:
    from scorer.cli.trouble import excerpt
    from scorer.errors import Place

    assert excerpt(Place("f", 1, 4, "法治：x\x1b")) == "    法治：x␛\n          ^"


def with_bug(run_in: Path, environment: dict[str, str], rules: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run the program with a reader that fails in a way nobody foresaw."""
    program = """
import sys
import scorer.pipeline
real = scorer.pipeline.read
def broken(path):
    if "bug" in path:
        raise RuntimeError("index \\x1b[1m out of range")
    return real(path)
scorer.pipeline.read = broken
from scorer.cli.app import main
main(sys.argv[1:])
"""
    return subprocess.run(
        [sys.executable, "-c", program, "score", "--rules", str(rules), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=run_in,
        env={**environment, **extra},
        check=False,
    )


def test_a_bug_is_one_line(reports: Path, environment, rules: Path) -> None:
    done = with_bug(reports, environment, rules, "bug.txt", "good.txt")
    assert done.returncode == 4
    assert re.fullmatch(r"错误 X400：bug\.txt: 程序内部错误（RuntimeError: index ␛\[1m out of range）。[^\n]*FAZHI_DEBUG=1[^\n]*\n", done.stderr)
    assert "100.0 / 100" in done.stdout


def test_a_bug_in_full_for_those_who_ask(reports: Path, environment, rules: Path) -> None:
    done = with_bug(reports, environment, rules, "bug.txt", "--format", "json", FAZHI_DEBUG="1")
    assert done.returncode == 4
    assert "Traceback" in done.stderr
    assert '"code": "X400"' in done.stdout


def test_ctrl_c(reports: Path, environment, command) -> None:
    process = subprocess.Popen(
        [*command, "score", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=reports, env=environment
    )
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


@pytest.mark.parametrize(
    ("one", "other", "worse"),
    [
        (Exit.FINE, Exit.BELOW, Exit.BELOW),
        (Exit.BELOW, Exit.UNREADABLE, Exit.UNREADABLE),
        (Exit.UNREADABLE, Exit.USAGE, Exit.USAGE),
        (Exit.USAGE, Exit.BUG, Exit.BUG),
        (Exit.UNREADABLE, Exit.FINE, Exit.UNREADABLE),
    ],
)
def test_the_graver_wins(one: Exit, other: Exit, worse: Exit) -> None:
    assert exits.worse(one, other) is worse
    assert exits.worse(other, one) is worse
