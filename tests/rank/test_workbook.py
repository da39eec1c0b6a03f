"""`ranking.xlsx`, opened again by openpyxl and by LibreOffice."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from scorer.model.ranking import Ranking, Results
from scorer.rank import rank, read_results
from scorer.render.ranking_xlsx import FILLS, to_xlsx
from scorer.render.words import Lang
from scorer.render.workbook import titles
from tests.rank.conftest import ROOT

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HAS_CALC = OFFICE is not None and any(Path(OFFICE).resolve().parent.parent.rglob("libsclo*"))


@pytest.fixture
def ranking(sample: Path) -> Ranking:
    results = read_results(sample)
    evil = replace(results.scored[0], body='=HYPERLINK("http://evil","x")', path="=1+1", groups=(("region", "'[x]:*?/\\" * 9),))
    return rank(Results((*results.scored, evil), results.failures), [["region"], ["sector", "year"]])


@pytest.fixture
def book(ranking: Ranking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT)
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(to_xlsx(ranking, Lang.ZH, tmp_path))
    return path


def test_a_sheet_per_table_with_heads_that_stay(book: Path) -> None:
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["全部单位", "按region", "按领域、年度", "逐项结论", "不参加排名", "未能评分", "说明"]
    assert {s.title: s.freeze_panes for s in sheets} == {
        "全部单位": "F2",
        "按region": "G2",
        "按领域、年度": "G2",
        "逐项结论": "C2",
        "不参加排名": "A2",
        "未能评分": "A2",
        "说明": "A2",
    }
    assert all(cell.font.bold for sheet in sheets for cell in sheet[1])


def test_places_link_to_their_verdicts_and_reports(book: Path, tmp_path: Path) -> None:
    sheets = load_workbook(book)
    places, matrix = sheets["全部单位"], sheets["逐项结论"]
    heads = [c.value for c in places[1]]
    for row in places.iter_rows(min_row=2):
        cells = dict(zip(heads, row, strict=True))
        target = matrix[cells["名次"].hyperlink.location.split("!")[1]]
        assert (target.value, matrix.cell(target.row, 2).value) == (cells["名次"].value, cells["单位"].value)
        link = cells["文件"].hyperlink
        if cells["文件"].value == "=1+1":
            assert link is None
        else:
            assert (tmp_path / link.target).resolve() == (ROOT / cells["文件"].value).resolve()


def test_verdicts_have_their_colours(book: Path, ranking: Ranking) -> None:
    matrix = load_workbook(book)["逐项结论"]
    for row, entry in zip(matrix.iter_rows(min_row=2, min_col=4), ranking.groups[0].entries, strict=True):
        assert [c.fill.fgColor.rgb[-6:] for c in row] == [FILLS[i.verdict] for i in entry.items]


def test_no_cell_is_a_formula(book: Path) -> None:
    cells = [c for sheet in load_workbook(book) for row in sheet.iter_rows() for c in row if c.value is not None]
    assert '=HYPERLINK("http://evil","x")' in [c.value for c in cells]
    assert {c.data_type for c in cells} == {"s", "n"}


@pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc is not installed: apt-get install libreoffice-calc")
def test_libreoffice_shows_the_same(book: Path, tmp_path: Path, ranking: Ranking) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    rows = list(csv.DictReader((tmp_path / "ranking.csv").open(encoding="utf-8")))
    assert [(r["名次"], r["单位"], r["文件"]) for r in rows] == [(str(e.place), e.result.body, e.result.path) for e in ranking.groups[0].entries]


def test_titles_are_short_and_unlike() -> None:
    made = titles(["按a/b", "按a_b", "x" * 40, "x" * 40, "", "\x07"])
    assert len({t.lower() for t in made}) == len(made) and all(0 < len(t) <= 31 for t in made)
    assert not [t for t in made if set(t) & set("[]:*?/\\'")]


def test_the_notes_say_what_is_left_out(book: Path) -> None:
    notes = [row[0].value for row in load_workbook(book)["说明"].iter_rows(min_row=2)]
    assert any("另有 9 条不计" in n for n in notes)
