"""Every output for people says what a verdict is not, in their language."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from scorer.render.messages import DISCLAIMER
from tests.cli.conftest import Run

LANGS = [("zh", DISCLAIMER[0]), ("en", DISCLAIMER[1])]


def flat(text: str) -> str:
    """Without the line ends and indents at which a table folds."""
    return "".join(text.split())


@pytest.fixture(params=LANGS, ids=lambda lang: lang[0])
def said(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


@pytest.mark.parametrize("format", ["table", "html", "markdown"])
def test_scorecards(score: Run, said: tuple[str, str], format: str) -> None:
    assert flat(said[1]) in flat(score("good.txt", "--format", format, "--lang", said[0]).out)


def test_the_review_opinion(score: Run, said: tuple[str, str], reports: Path) -> None:
    pytest.importorskip("docx", reason="the extra fazhi-scorer[docx] is not installed")
    assert score("good.txt", "--format", "docx", "-o", "opinion.docx", "--lang", said[0]).code == 0
    assert said[1] in zipfile.ZipFile(reports / "opinion.docx").read("word/document.xml").decode()


@pytest.mark.parametrize("command", [("explain", "good.txt", "advisor"), ("compare", "good.txt", "poor.txt")], ids=lambda c: c[0])
def test_single_reports(run: Run, rules: Path, said: tuple[str, str], command: tuple[str, ...]) -> None:
    assert flat(said[1]) in flat(run(*command, "--rules", str(rules), "--lang", said[0]).out)


def test_batches_and_rankings(run: Run, rules: Path, said: tuple[str, str], reports: Path) -> None:
    lang, words = said
    assert run("batch", "good.txt", "poor.txt", "-o", "out", "--jobs", "1", "--rules", str(rules), "--lang", lang).code == 0
    with (reports / "out" / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[-1] == words
    assert words in texts(reports / "out" / "ranking.xlsx")
    assert flat(words) in flat(run("rank", "out", "--lang", lang).out)
    assert flat(words) in flat(run("copies", "out", "--lang", lang).out)
    assert run("rank", "out", "--format", "html", "--output", "pages", "--rules", str(rules), "--lang", lang).code == 0
    pages = list((reports / "pages").rglob("*.html"))
    assert len(pages) >= 4
    assert [p.name for p in pages if words not in p.read_text("utf-8")] == []


def test_sheets_for_reviewers(run: Run, rules: Path, said: tuple[str, str], reports: Path) -> None:
    (reports / "folder").mkdir()
    (reports / "poor.txt").rename(reports / "folder" / "poor.txt")
    assert run("review", "export", "folder", "--output", "review.xlsx", "--all", "--rules", str(rules), "--lang", said[0]).code == 0
    assert said[1] in texts(reports / "review.xlsx")


def texts(workbook: Path) -> list[str]:
    """Every text in a workbook."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook.read_bytes()))
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
