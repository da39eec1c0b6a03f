"""The limits of one file, as the command line states and raises them."""

from pathlib import Path

import pytest

from tests.ingest.ofd_maker import ofd_of

LINES = ["云澜市水利局2022年度法治政府建设情况报告", *(f"第{i}项工作：聘请衡谨律师事务所担任法律顾问。" for i in range(60))]


def test_size(run, reports: Path) -> None:
    (reports / "long.txt").write_text("聘请法律顾问。" * 60_000, "utf-8")
    done = run("text", "long.txt", "--max-mb", "1")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("错误 I107：long.txt: 文件超过 1 MB")
    assert "--max-mb" in done.err
    assert run("text", "long.txt", "--max-mb", "2").code == 0


def test_pages(run, score, reports: Path) -> None:
    (reports / "long.ofd").write_bytes(ofd_of(LINES))
    for call in (lambda *a: run("text", *a), score):
        done = call("long.ofd", "--max-pages", "2")
        assert (done.code, done.err[:9]) == (3, "错误 I110：l")
        assert call("long.ofd", "--max-pages", "3").code == 0


def test_explain_and_evaluate(run, reports: Path) -> None:
    (reports / "long.ofd").write_bytes(ofd_of(LINES))
    (reports / "long.gold.yaml").write_text("report: long.ofd\nbody: 云澜市水利局\nyear: 2022\nelements: {}\n", "utf-8")
    for call in (("explain", "long.ofd", "legal-advisor"), ("evaluate", ".")):
        done = run(*call, "--max-pages", "2")
        assert (done.code, done.err.startswith("错误 I110：")) == (3, True)


def test_explain_takes_what_the_caller_knows(run, rules: Path) -> None:
    """The verdict explained is that of `score` with the same options: before its basis was in force a rule does not apply."""
    shown = [run("explain", "good.txt", "advisor", "--rules", str(rules), *options) for options in ((), ("--year", "2001"))]
    assert [done.code for done in shown] == [0, 0]
    assert ["不适用" in done.out for done in shown] == [False, True]


def test_time(score, reports: Path) -> None:
    (reports / "long.ofd").write_bytes(ofd_of(LINES))
    done = score("long.ofd", "good.txt", "--timeout", "0.1")
    assert done.code == 3
    assert done.err.startswith("错误 I114：long.ofd: OFD 文件读取超过 0.1 秒，已停止")
    assert "云澜市水利局" in done.out


@pytest.mark.parametrize(("option", "value"), [("--max-mb", "0"), ("--max-mb", "x"), ("--max-pages", "-1"), ("--timeout", "nan"), ("--timeout", "0")])
def test_wrong_values(run, option: str, value: str) -> None:
    done = run("text", "good.txt", option, value)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"错误 C301：{option} 的值不对")
