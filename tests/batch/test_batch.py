"""`scorer batch` as its users meet it: files, manifests, bad files, going on, tables, messages."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import scorer.render
from tests.batch.conftest import Batch, final
from tests.batch.generate import report, write
from tests.cli.conftest import GOOD, POOR, ROOT
from tests.ingest.corpus import corpus

SCHEMA = jsonschema.Draft202012Validator(json.loads((Path(scorer.render.__file__).parent / "scorecard.schema.json").read_text("utf-8")))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name, text in (("good.txt", GOOD), ("poor.txt", POOR), ("scan.txt", ""), ("=1+1.txt", GOOD)):
        Path("in", name).write_text(text, "utf-8")
    return tmp_path


def results(out: str = "out") -> list[dict]:
    found = [json.loads(line) for line in Path(out, "results.jsonl").read_text("utf-8").splitlines()]
    for one in found:
        SCHEMA.validate(one)
    return found


def table(out: str = "out") -> list[dict[str, str]]:
    with Path(out, "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder(batch: Batch) -> None:
    found = batch("in", "-o", "out")
    assert found.code == 3
    assert found.err == ""
    assert found.out == (
        "共 4 份：已评分 3 份，失败 1 份\n  in/scan.txt  I108 文件是空的\n"
        + f"结果：{Path('out/results.jsonl')}、{Path('out/summary.csv')}、{Path('out/ranking.xlsx')}\n"
    )
    assert [r["report"]["path"] for r in results()] == ["in/=1+1.txt", "in/good.txt", "in/poor.txt", "in/scan.txt"]
    assert [r.get("score") for r in results()] == [100, 100, 33.3, None]
    assert sorted(p.name for p in Path("out").iterdir()) == [".batch", "ranking.xlsx", "results.jsonl", "summary.csv", "texts.jsonl"]


def test_the_objects_are_those_of_scorer_score_with_groups(batch: Batch, rules: Path) -> None:
    batch("in/good.txt", "in/scan.txt", "-o", "out")
    card, failure = results()
    assert card.pop("groups") == {"kind": "department"}
    assert failure.pop("groups") == {}
    line = [sys.executable, "-m", "scorer", "score", "--rules", str(rules), "--format", "json", "in/good.txt"]
    shown = subprocess.run(line, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert card == json.loads(shown.stdout)


def test_english(batch: Batch) -> None:
    found = batch("in/poor.txt", "in/scan.txt", "-o", "out", "--lang", "en")
    assert found.out.startswith("2 inputs: 1 scored, 1 failed\n  in/scan.txt  I108 the file is empty\nresults: ")
    assert list(table()[0])[:3] == ["File", "Body", "Year"]
    assert table()[0]["Legal advisers"] == "failed"
    assert results()[1]["failure"]["message"] == "the file is empty"


def test_the_summary(batch: Batch) -> None:
    batch("in", "-o", "out")
    assert Path("out/summary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    first, good, poor, scan = table()
    assert first["文件"] == "in/=1+1.txt"
    wanted = {
        "单位": "云澜市水利局",
        "年度": "2022",
        "得分": "100",
        "等次": "优秀",
        "单位类别": "部门",
        "满足": "2",
        "制度与决策": "100",
        "法律顾问": "满足",
    }
    assert {k: good[k] for k in wanted} == wanted
    assert (poor["法律顾问"], poor["法律顾问（得分）"], poor["未达标"]) == ("未达标", "0", "1")
    assert (scan["失败代码"], scan["失败原因"], scan["得分"], scan["法律顾问"]) == ("I108", "文件是空的", "", "")


def test_a_manifest(batch: Batch) -> None:
    rows = ["文件,单位,region,=cmd", "in/poor.txt,=HYPERLINK(1),东部,+1", "in/good.txt,,西部,", "in/scan.txt,,西部,"]
    Path("m.csv").write_text("\n".join(rows), "utf-8")
    assert batch("m.csv", "-o", "out").code == 3
    assert [r["groups"] for r in results()] == [
        {"=cmd": "+1", "region": "东部", "kind": "department"},
        {"region": "西部", "kind": "department"},
        {"region": "西部"},
    ]
    poor = table()[0]
    assert (poor["单位"], poor["region"], poor["'=cmd"]) == ("'=HYPERLINK(1)", "东部", "'+1")


def test_the_ranking_is_within_the_groups_of_the_manifest(batch: Batch) -> None:
    Path("m.csv").write_text("path,region\nin/poor.txt,东部\nin/good.txt,西部\n", "utf-8")
    assert batch("m.csv", "-o", "out").code == 0
    from openpyxl import load_workbook

    cells = {str(v) for sheet in load_workbook("out/ranking.xlsx") for row in sheet.iter_rows(values_only=True) for v in row}
    for name in ("云澜市水利局", "东部", "西部"):
        assert any(name in cell for cell in cells), name


def test_functions_of_a_manifest_decide_what_applies(batch: Batch, rules: Path) -> None:
    Path("m.csv").write_text("path,functions\nin/good.txt,执法\nin/poor.txt,无\n", "utf-8")
    own = Path("own/x")
    (own / "decisions").mkdir(parents=True)
    advisor = (rules / "rule-of-law/decisions/advisor.yml").read_text("utf-8")
    (own / "pack.yml").write_text("id: x\nextends: rule-of-law\ntitle: 试\nversion: '0.1.0'\nrules: [patrol]\nweights_why: 试\n", "utf-8")
    patrol = advisor.replace("id: advisor", "id: patrol", 1) + "applies: {functions: [enforcement]}\n"
    (own / "decisions/patrol.yml").write_text(patrol, "utf-8")
    assert batch("m.csv", "-o", "out", "--rules", "own", "--pack", "x").code == 0
    verdicts = [next(r["verdict"] for r in one["rules"] if r["id"] == "patrol") for one in results()]
    assert verdicts == ["met", "na"]


class TestGoingOn:
    """What is kept and what is done again."""

    def test_the_same_again(self, batch: Batch) -> None:
        batch("in", "-o", "out")
        before, size = final(Path("out")), Path("out/.batch/journal").stat().st_size
        assert batch("in", "-o", "out").code == 3
        assert final(Path("out")) == before
        failure = Path("out/.batch/journal").stat().st_size - size
        assert 0 < failure < 600, "only the failure was tried again"

    def test_review_decisions_and_content_count(self, batch: Batch) -> None:
        batch("in/good.txt", "in/poor.txt", "-o", "out")
        size = Path("out/.batch/journal").stat().st_size
        for change in (Path("in/good.txt.review.yml"), Path("in/poor.txt")):
            change.write_text(GOOD if change.suffix == ".txt" else "decisions: []\n", "utf-8")
            batch("in/good.txt", "in/poor.txt", "-o", "out")
            grown = Path("out/.batch/journal").stat().st_size
            assert grown > size + 600
            size = grown
        assert [r["score"] for r in results()] == [100, 100]

    def test_other_inputs(self, batch: Batch) -> None:
        batch("in/good.txt", "in/poor.txt", "-o", "out")
        size = Path("out/.batch/journal").stat().st_size
        refused = batch("in/poor.txt", "-o", "out")
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith("错误 B503：out: 文件夹里是另一次运行的结果（报告清单变了）。加 --resume")
        assert len(results()) == 2
        assert batch("in/poor.txt", "-o", "out", "--resume").code == 0
        assert [r["report"]["path"] for r in results()] == ["in/poor.txt"]
        assert Path("out/.batch/journal").stat().st_size == size
        assert batch("in/good.txt", "-o", "out", "--no-resume").code == 0
        assert Path("out/.batch/journal").stat().st_size < size

    def test_other_settings(self, batch: Batch) -> None:
        batch("in/good.txt", "-o", "out")
        refused = batch("in/good.txt", "-o", "out", "--lang", "en")
        assert refused.code == 2
        assert refused.err.startswith("error B503: out: the folder holds the results of another run (other rules, pack, language")
        assert batch("in/good.txt", "-o", "out", "--lang", "en", "--resume").code == 0
        assert results()[0]["rules"][0]["title"] == "Legal advisers"

    def test_somebody_elses_results_are_not_overwritten(self, batch: Batch) -> None:
        Path("out").mkdir()
        Path("out/results.jsonl").write_text("mine", "utf-8")
        assert batch("in/good.txt", "-o", "out").code == 2
        assert Path("out/results.jsonl").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["in/*.pdf", "-o", "out"], "B501", "没有文件符合这个式样"),
        (["nowhere.csv", "-o", "out"], "I101", "文件不存在"),
        ([".", "-o", "in/good.txt"], "B505", "写不进"),
        (["in", "-o", "out", "--pack", "none"], "R235", "none"),
        (["in"], "C301", "--output"),
    ],
)
def test_what_stops_a_run(batch: Batch, arguments: list[str], code: str, words: str) -> None:
    found = batch(*arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"错误 {code}：")
    assert words in found.err


def test_order_and_jobs_change_no_result(batch: Batch, tmp_path: Path) -> None:
    write(tmp_path / "many", 12)
    names = [f"many/{i:06}.txt" for i in range(12)]
    lines = []
    for jobs, order in (("1", names), ("3", names[::-1]), ("2", sorted(names, key=lambda n: n[-5]))):
        assert batch(*order, "-o", jobs, "--jobs", jobs).code == 0
        lines.append(sorted(Path(jobs, "results.jsonl").read_bytes().splitlines()))
        assert [r["report"]["path"] for r in results(jobs)] == order
    assert lines[0] == lines[1] == lines[2]


@pytest.mark.parametrize(("seed", "good", "bad"), [(5, 57, 3), pytest.param(6, 1900, 100, marks=pytest.mark.slow)])
def test_a_folder_with_bad_files(batch: Batch, tmp_path: Path, seed: int, good: int, bad: int) -> None:
    many = tmp_path / "many"
    write(many, good)
    found = corpus(seed, 23) if bad < 20 else corpus(seed, bad)
    kept = list(found)[-bad:]
    for i, one in enumerate(kept):
        (many / f"bad{i}{Path(one.name).suffix}").write_bytes(one.data)
    (many / "whole.txt").write_text(report(1, 9999), "utf-8")
    done = batch("many", "-o", "out", "--timeout", "5")
    assert done.code == 3
    failed = [r for r in results() if "failure" in r]
    assert {r["report"]["path"] for r in failed} <= {f"many/bad{i}{Path(one.name).suffix}" for i, one in enumerate(kept)}
    assert all(r["failure"]["message"] and r["failure"]["advice"] for r in failed)
    assert not [r for r in failed if r["failure"]["code"] in ("X400", "I117", "I118")]
    assert len(results()) == good + bad + 1
    assert f"失败 {len(failed)} 份" in done.out
