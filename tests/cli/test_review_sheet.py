"""Verdicts to a spreadsheet and decisions back: what people and programs do to a sheet must not change what it says."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from scorer.authoring.sheet import read_rows
from scorer.errors import InputError
from scorer.overrides import read_decisions
from scorer.render.review_sheet import HEADS, columns
from scorer.render.words import Lang
from scorer.render.workbook import Column, Sheet, workbook
from tests.cli.conftest import GOOD, POOR, Run

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HAS_CALC = OFFICE is not None and any(Path(OFFICE).resolve().parent.parent.rglob("libsclo*"))
needs_calc = pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc is not installed: apt-get install libreoffice-calc")
HOSTILE = ("=1+1.txt", "+1.txt", "-1.txt", "@SUM(A1).txt", "=cmd|' c'!A1.txt")
Page = Any


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports in a folder of their own."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "good.txt").write_text(GOOD, "utf-8")
    (place / "poor.txt").write_text(POOR, "utf-8")
    return place


@pytest.fixture
def exported(run: Run, rules: Path, folder: Path, tmp_path: Path) -> Path:
    result = run("review", "export", str(folder), "-o", "sheet.xlsx", "--all", "--rules", str(rules))
    assert result.code == 0, result.err
    assert "已写入 2 份报告的 4 条结论到 sheet.xlsx" in result.out
    return tmp_path / "sheet.xlsx"


def column(sheet: Page, key: str) -> int:
    """The number of a column, wherever it is now."""
    return next(c.column for row in sheet.iter_rows(max_row=5) for c in row if c.value in HEADS[key])


def fill(sheet: Page, name: str, rule_id: str, **values: str) -> None:
    """Fill in the row of one verdict."""
    for row in sheet.iter_rows():
        if row[column(sheet, "report") - 1].value == name and row[column(sheet, "rule") - 1].value == rule_id:
            for key, value in values.items():
                row[column(sheet, key) - 1].value = value
            return
    raise AssertionError(f"no row of {name} {rule_id}")


def edit(path: Path, change: Callable[[Page], None]) -> None:
    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def decisions(folder: Path) -> dict[tuple[str, str], tuple[str, str, str]]:
    return {(p.name, d.rule): (d.verdict.value, d.by, d.reason) for p in sorted(folder.glob("*.txt")) for d in read_decisions(str(p))}


def take_in(run: Run, path: Path, folder: Path, *options: str) -> Any:
    return run("review", "import", str(path), str(folder), *options)


def answers(sheet: Page) -> None:
    fill(sheet, "poor.txt", "advisor", verdict="部分满足", reason="见附件", by="沈知微")
    fill(sheet, "good.txt", "advisor", verdict="满足")


WANTED = {("poor.txt", "advisor"): ("partial", "沈知微", "见附件"), ("good.txt", "advisor"): ("met", "陈叙", "")}


def turned_round(sheet: Page) -> None:
    rows = [[c.value for c in reversed(row)] for row in sheet.iter_rows()]
    for row, values in zip(sheet.iter_rows(), rows, strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value


def with_more_columns(sheet: Page) -> None:
    sheet.insert_cols(3, 2)
    sheet.cell(1, 3).value, sheet.cell(2, 3).value = "备注", "=1+1"


def with_a_title(sheet: Page) -> None:
    sheet.insert_rows(1, 2)
    sheet.cell(1, 1).value = "2026年复核"


def with_pasted_line_breaks(sheet: Page) -> None:
    fill(sheet, "poor.txt", "advisor", verdict=" 部分满足\n", reason="\r\n见附件\n", by="沈知微\n")
    for cell in sheet[1]:
        cell.value = f"{cell.value}\n"


def with_english_verdicts(sheet: Page) -> None:
    fill(sheet, "poor.txt", "advisor", verdict="partial")


def with_blank_rows(sheet: Page) -> None:
    sheet.insert_rows(3, 4)


@pytest.mark.parametrize("change", [turned_round, with_more_columns, with_a_title, with_pasted_line_breaks, with_english_verdicts, with_blank_rows])
def test_what_people_do_to_a_sheet_does_not_break_it(run: Run, exported: Path, folder: Path, change: Callable[[Page], None]) -> None:
    edit(exported, answers)
    edit(exported, change)
    result = take_in(run, exported, folder, "--by", "陈叙")
    assert (result.code, result.err) == (0, "")
    assert decisions(folder) == WANTED


def test_a_sheet_in_front_is_passed_over(run: Run, exported: Path, folder: Path) -> None:
    edit(exported, answers)
    book = load_workbook(exported)
    book.create_sheet("说明", 0)["A1"] = "请于月底前填完"
    book.save(exported)
    assert take_in(run, exported, folder, "--by", "陈叙").code == 0
    assert decisions(folder) == WANTED


def test_accepting_keeps_the_states_and_importing_again_changes_nothing(run: Run, exported: Path, folder: Path) -> None:
    edit(exported, answers)
    first = take_in(run, exported, folder, "--by", "陈叙")
    assert "poor.txt：记录 1 条，未变 0 条，未填 1 条" in first.out
    (accepted,) = read_decisions(str(folder / "good.txt"))
    assert [(e, s.value) for e, s in accepted.states] == [("appointed", "done")]
    record = folder / "poor.txt.review.yml"
    record.write_text(record.read_text("utf-8").replace(f"on: {date.today()}", "on: 2026-01-05"), "utf-8")
    before = record.read_bytes()
    again = take_in(run, exported, folder, "--by", "陈叙")
    assert "poor.txt：记录 0 条，未变 1 条，未填 1 条" in again.out
    assert record.read_bytes() == before


def test_decisions_that_hold_are_filled_in_the_next_time(run: Run, rules: Path, exported: Path, folder: Path) -> None:
    edit(exported, answers)
    take_in(run, exported, folder, "--by", "陈叙")
    assert run("review", "export", str(folder), "-o", "next.xlsx", "--rules", str(rules), "--lang", "en").code == 0
    sheet = load_workbook(exported.with_name("next.xlsx")).active
    rows = [{key: row[column(sheet, key) - 1].value for key in ("report", "verdict", "by", "reason")} for row in sheet.iter_rows(min_row=2)]
    assert rows == [
        {"report": "good.txt", "verdict": "met", "by": "陈叙", "reason": None},
        {"report": "poor.txt", "verdict": "partial", "by": "沈知微", "reason": "见附件"},
    ]


def test_a_decision_on_an_older_text_is_stale(run: Run, score: Run, exported: Path, folder: Path) -> None:
    edit(exported, answers)
    (folder / "poor.txt").write_text(POOR + "\n", "utf-8")
    result = take_in(run, exported, folder, "--by", "陈叙")
    assert result.code == 0 and "poor.txt：报告在导出之后改动过，这些结论评分时不采用" in result.out
    assert "报告已改动" in score(str(folder / "poor.txt")).out


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"verdict": "大致满足"}, "“大致满足”不是结论"),
        ({"verdict": "满足"}, "改了结论，没有写理由"),
        ({"verdict": "满足", "reason": "见附件", "report_sha256": "12"}, "规则代号或校验值不完整"),
        ({"verdict": "未达标", "states": "appointed"}, "要件状态不完整"),
        ({"verdict": "满足", "reason": "见附件", "report": "../poor.txt"}, "文件夹里没有报告 ../poor.txt"),
        ({"verdict": '=IF(1,"满足","")', "reason": "见附件"}, "这一行有一格是公式，没有算出的值"),
    ],
)
def test_a_row_that_is_no_decision_is_told_and_holds_up_no_other(run: Run, exported: Path, folder: Path, values: dict[str, str], says: str) -> None:
    def spoil(sheet: Page) -> None:
        fill(sheet, "good.txt", "advisor", verdict="满足", by="陈叙")
        fill(sheet, "poor.txt", "advisor", by="陈叙", **values)

    edit(exported, spoil)
    result = take_in(run, exported, folder)
    assert result.code == 3
    assert re.search(rf"sheet\.xlsx:\d+:1: {re.escape(says)}。", result.err), result.err
    assert list(decisions(folder)) == [("good.txt", "advisor")]


def test_a_record_that_is_not_in_form_is_told_and_holds_up_no_other(run: Run, exported: Path, folder: Path) -> None:
    edit(exported, answers)
    (folder / "good.txt.review.yml").write_text("decisions: no\n", "utf-8")
    result = take_in(run, exported, folder, "--by", "陈叙")
    assert result.code == 3 and "good.txt.review.yml:1:12" in result.err
    assert [d.rule for d in read_decisions(str(folder / "poor.txt"))] == ["advisor"]


def test_the_reviewer_must_be_named(run: Run, exported: Path, folder: Path) -> None:
    edit(exported, lambda sheet: fill(sheet, "good.txt", "advisor", verdict="满足"))
    result = take_in(run, exported, folder, "--lang", "en")
    assert result.code == 3 and "the reviewer is not named" in result.err
    assert decisions(folder) == {}


def test_a_sheet_without_the_columns(run: Run, folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["报告", "复核结论"])
    book.save(tmp_path / "other.xlsx")
    result = take_in(run, tmp_path / "other.xlsx", folder)
    assert result.code == 3
    assert "表里没有这几列：自动结论、理由、复核人、规则代号、要件状态、报告校验值、规则校验值。" in result.err


def test_a_filled_sheet_is_never_overwritten(run: Run, exported: Path, folder: Path) -> None:
    before = exported.read_bytes()
    result = run("review", "export", str(folder), "-o", str(exported))
    assert result.code == 2 and "里面可能有填好的结论" in result.err
    assert exported.read_bytes() == before


def test_a_report_that_cannot_be_read_is_told_and_holds_up_no_other(run: Run, rules: Path, folder: Path) -> None:
    (folder / "empty.txt").write_text("", "utf-8")
    result = run("review", "export", str(folder), "-o", "sheet.xlsx", "--rules", str(rules), "--all")
    assert result.code == 3 and "I108" in result.err and "2 份报告" in result.out


def test_a_folder_without_reports(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    for name in ("none", "nowhere"):
        assert run("review", "export", name, "-o", "sheet.xlsx").code == 2


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.startswith("xl/")}


def test_no_cell_is_a_formula_and_verdicts_drop_down(run: Run, rules: Path, folder: Path, tmp_path: Path) -> None:
    for name in HOSTILE:
        (folder / name).write_text(POOR.replace("云澜市水利局", "=HYPERLINK(1)市水利局"), "utf-8")
    assert run("review", "export", str(folder), "-o", "sheet.xlsx", "--all", "--rules", str(rules)).code == 0
    found = parts(tmp_path / "sheet.xlsx")
    assert not [name for name, text in found.items() if re.search(r"<f\b|externalLink|<hyperlink", text)]
    sheet = load_workbook(tmp_path / "sheet.xlsx").active
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"满足,部分满足,未达标,仅计划,未提及,不适用"'
    assert str(choice.sqref).startswith(sheet.cell(2, column(sheet, "verdict")).coordinate)
    names = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert {c.value for c in names} >= set(HOSTILE)
    assert all(c.data_type == "s" for row in sheet.iter_rows() for c in row if c.value is not None)
    assert all(c.quotePrefix for c in names if c.value in HOSTILE)


@settings(max_examples=40, deadline=None)
@given(values=st.lists(st.text(max_size=30), min_size=1, max_size=4), lead=st.sampled_from(["=", "+", "-", "@", "\t=", "\x00", ""]))
def test_any_text_is_text_in_the_sheet(values: list[str], lead: str) -> None:
    data = workbook([Sheet("表", [Column("列", 10)], [[lead + v] for v in values])])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "<f" not in archive.read("xl/worksheets/sheet1.xml").decode("utf-8").replace("<formula1>", "")
    cells = [c for (c,) in load_workbook(io.BytesIO(data)).active.iter_rows(min_row=2)]
    assert all(c.value is None or (c.data_type == "s" and isinstance(c.value, str)) for c in cells)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10_000), noise=st.binary(min_size=1, max_size=60), whole=st.booleans())
def test_no_bytes_end_in_a_traceback(tmp_path: Path, at: int, noise: bytes, whole: bool) -> None:
    sound = workbook([Sheet("表", columns(Lang.ZH), [["甲"] * len(HEADS)])])
    path = tmp_path / "noise.xlsx"
    path.write_bytes(noise if whole else sound[: at % len(sound)] + noise + sound[at % len(sound) + len(noise) :])
    try:
        list(read_rows(str(path), HEADS))
    except InputError as error:
        assert all(p.advice for p in error.problems)  # noqa: PT017 - a file may be sound after all


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 80_000_000)
    with pytest.raises(InputError, match="I110"):
        list(read_rows(str(path), HEADS))


def convert(path: Path, kind: str) -> Path:
    """Open and save with LibreOffice."""
    assert OFFICE
    target = path.parent / kind.split(":")[0]
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [OFFICE, "--headless", "--norestore", profile, "--convert-to", kind, "--outdir", str(target), str(path)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return target / f"{path.stem}.{kind.split(':')[0]}"


@needs_calc
def test_it_opens_in_libreoffice_which_computes_formulas_of_reviewers_and_none_of_ours(run: Run, rules: Path, folder: Path, tmp_path: Path) -> None:
    for name in HOSTILE:
        (folder / name).write_text(POOR, "utf-8")
    assert run("review", "export", str(folder), "-o", "sheet.xlsx", "--all", "--rules", str(rules)).code == 0
    sheet = tmp_path / "sheet.xlsx"
    edit(sheet, lambda s: fill(s, "=1+1.txt", "advisor", verdict='=IF(1=1,"部分满足","")', reason='="见"&"附件"', by="沈知微"))
    shown = convert(sheet, "csv:Text - txt - csv (StarCalc):44,34,76").read_text("utf-8")
    assert all(f"\n{name}," in shown or f'\n"{name}",' in shown for name in HOSTILE)
    saved = convert(sheet, "xlsx")
    assert load_workbook(saved).active.data_validations.count == 1, "the choices are still there"
    assert take_in(run, saved, folder).code == 0
    assert decisions(folder) == {("=1+1.txt", "advisor"): ("partial", "沈知微", "见附件")}
