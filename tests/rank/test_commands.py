"""`scorer rank` and `scorer compare` as they are typed."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.cli.app import run as run_command
from scorer.cli.exits import Exit
from tests.rank.conftest import ROOT, Make

Say = Callable[..., tuple[Exit, str, str]]
GOOD = "云澜市水利局2022年度法治政府建设情况报告\n\n一、主要工作\n我局聘请衡谨律师事务所担任法律顾问，全年审查合同12份。\n"


@pytest.fixture
def say(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Exit code, standard output and standard error of a command."""
    monkeypatch.setenv("COLUMNS", "90")

    def call(*args: object) -> tuple[Exit, str, str]:
        code = run_command([str(a) for a in args])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def test_json_has_places_intervals_and_exact_scores(say: Say, sample: Path) -> None:
    code, out, _ = say("rank", sample, "--format", "json", "--by", "region")
    data = json.loads(out)
    assert code is Exit.FINE and [g["key"] for g in data["groups"]] == [{}, {"region": "东"}, {"region": "西"}]
    first = data["groups"][0]["entries"][0]
    assert (first["path"], first["place"], first["band"], first["interval"][0]) == ("reports/good.txt", 1, 1, 1)
    numerator, denominator = first["exact"]
    assert round(numerator / denominator, 1) == first["score"] == round(100 * first["points"] / first["max_points"], 1)
    assert [f["path"] for f in data["failures"]] == ["reports/gone.txt"]


def test_csv_is_for_excel(say: Say, sample: Path) -> None:
    _, out, _ = say("rank", sample, "--format", "csv", "--by", "year,region", "--by", "sector")
    assert out.startswith("\ufeff分组,名次,最好名次")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert {r["分组"] for r in rows} >= {"全部单位", "年度 = 2022，region = 东", "领域 = 生态环境"}
    assert [r["名次"] for r in rows if r["分组"] == "全部单位"] == [str(i) for i in range(1, 13)]


def test_output_goes_to_a_file(say: Say, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    code, out, _ = say("rank", sample, "--format", "csv", "-o", target)
    assert code is Exit.FINE and str(target) in out and target.read_bytes().startswith(b"\xef\xbb\xbf")
    code, _, err = say("rank", sample, "--format", "csv", "-o", tmp_path / "no" / "such.csv")
    assert code is Exit.USAGE and "C320" in err


def test_short_reports_are_listed_apart(say: Say, make: Make) -> None:
    folder = make(good=GOOD, long=GOOD + "全年开展检查36次。\n" * 80)
    code, out, _ = say("rank", folder, "--min-rules", "0")
    assert code is Exit.FINE and "1 份排名，1 份另列" in out and "文字太少" in out
    assert "2 份排名，0 份另列" in say("rank", folder, "--min-rules", "0", "--min-text", "0")[1]


@pytest.mark.parametrize(("args", "code"), [(["--by", "county"], "D505"), (["--why", "x", "y"], "C321"), (["--min-rules", "101"], "C301")])
def test_wrong_questions(say: Say, sample: Path, args: list[str], code: str) -> None:
    outcome, _, err = say("rank", sample, *args)
    assert outcome is Exit.USAGE and code in err


def test_why_names_the_items_that_decide(say: Say, sample: Path) -> None:
    code, out, _ = say("rank", sample, "--why", "澜阳市生态环境局", "promises.txt", "--lang", "en")
    assert code is Exit.FINE and "澜阳市生态环境局 (2022) is ahead of 岑川县交通运输局 (2023) whatever" in out
    gained, lost = out.split("\nGained\n")[1].split("\nLost\n")
    assert "missing → ✓ met  +3.0" in gained and "before: ○ not mentioned" in gained and "line " in gained
    assert "no difference" in lost


def test_a_body_with_several_reports_is_asked_for_by_path(say: Say, make: Make) -> None:
    folder = make(a=GOOD, b=GOOD.replace("2022", "2023"), c=GOOD.replace("云澜", "青筠"))
    code, _, err = say("rank", folder, "--why", "云澜市水利局", "c.txt")
    assert code is Exit.USAGE and "C322" in err and "a.txt，b.txt" in err


def test_compare_files(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code, out, _ = say("compare", "reports/average.txt", "reports/good.txt")
    assert code is Exit.FINE and "只比共有的 41 条规则" in out and "多得" in out and "失去" in out


def test_compare_the_years_of_a_body(say: Say, make: Make) -> None:
    """By its name alone, in the order of years: each year with the one before."""
    later = GOOD.replace("2022", "2023").replace("聘请衡谨律师事务所担任", "拟聘请衡谨律师事务所担任")
    folder = make(c=later.replace("2023", "2024"), b=later, a=GOOD)
    code, out, _ = say("compare", "云澜市水利局", "--in", folder)
    assert code is Exit.FINE
    assert out.index("云澜市水利局（2022） → 云澜市水利局（2023）") < out.index("云澜市水利局（2023） → 云澜市水利局（2024）")
    assert "前：✓ 已做  「我局聘请衡谨律师事务所担任法律顾问" in out and "后：… 仅计划" in out


def test_one_report_is_no_comparison(say: Say, sample: Path) -> None:
    code, _, err = say("compare", "澜阳市生态环境局", "--in", sample)
    assert code is Exit.USAGE and "C323" in err


def test_hostile_names_steer_nothing(say: Say, sample: Path, tmp_path: Path) -> None:
    card = json.loads((sample / "results.jsonl").read_text("utf-8").splitlines()[0])
    card["report"].update(path='=HYPERLINK("http://evil")', body="=1+1\x1b[31m[/b]\u202e")
    card["groups"] = {"@region": "+cmd|' /C calc'!A0\x07"}
    (tmp_path / "results.jsonl").write_text(json.dumps(card) + "\n", "utf-8")
    table = say("rank", tmp_path, "--by", "@region")[1]
    assert "\x1b" not in table and "\u202e" not in table and "\x07" not in table and "[/b]" in table
    rows = list(csv.reader(io.StringIO(say("rank", tmp_path, "--by", "@region", "--format", "csv")[1])))
    cells = [c for row in rows[1:] for c in row]
    assert "'=1+1␛[31m[/b]⟨202E⟩" in cells and not [c for c in cells if c[:1] in "=+-@" and c]
    compared = say("compare", '=HYPERLINK("http://evil")', card["report"]["path"], "--in", tmp_path)
    assert compared[0] is Exit.USAGE
