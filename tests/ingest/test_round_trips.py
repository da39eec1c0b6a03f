"""What LibreOffice and Chromium print, write and save is judged as the texts it was made from, with the same quotes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.ingest import read
from scorer.ingest.docx import read_docx
from scorer.model.result import Scorecard
from scorer.model.text import Source
from tests.ingest.programs import DOCX, PDF, bare, framed, needs_browser, needs_office, print_browser, save_browser, styled, write_office
from tests.ingest.test_same_verdicts import expected, scorer, seen, verdicts, written

pytest.importorskip("pypdfium2", reason="the extra fazhi-scorer[pdf] is not installed")
from scorer.ingest.pdf import read_pdf

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT.parent / "shared" / "gold" / "real").glob("*.txt"))
REPORTS = [*sorted((ROOT / "reports").glob("*.txt")), *REAL]
PAGES = sorted((ROOT / "reports").glob("*.html"))
QUICK = ("plain-education-2016", "tables-water-2019", "wrapped-town-2022")
TABBED = {"tables-water-2019"}
"""Tables of plain text with tabs: on paper nothing tells a narrow gap between cells from one between words."""


def for_every_run(report: Path) -> object:
    """A program takes seconds to print: a few reports in every run, the others where there is time."""
    return pytest.param(report, id=report.stem, marks=() if report.stem in QUICK else pytest.mark.slow)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report, printed by LibreOffice as plain text and as a document."""
    return _written_by_office(tmp_path_factory.mktemp("printed"), REPORTS, PDF)


@pytest.fixture(scope="module")
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Those that this run asks for, as Word files."""
    asked = {item.callspec.params["report"] for item in request.session.items if "documents" in getattr(item, "fixturenames", ())}
    return _written_by_office(tmp_path_factory.mktemp("documents"), sorted(asked), DOCX)


def _written_by_office(folder: Path, reports: list[Path], target: str) -> Path:
    files = []
    for report in reports:
        as_text, as_page = folder / f"{report.stem}-text.txt", folder / f"{report.stem}-page.html"
        as_text.write_text("\n".join(written(report)) + "\n", "utf-8")
        as_page.write_text(styled(written(report)), "utf-8")
        files += [as_text, as_page]
    write_office(files, folder, target)
    return folder


def judged(made: Path) -> Scorecard:
    """Without a process of its own, which others test."""
    found = read_pdf(str(made), made.read_bytes())
    return scorer().score_source(Source(str(made), "", found.text, "pdf", found.title, notices=found.notices))


def same(card: Scorecard, report: Path, *, quotes: bool = True) -> None:
    told = expected(report)
    assert verdicts(card) == verdicts(told)
    if quotes:
        assert seen(card) == seen(told)
    assert (card.document.body, card.document.year) == (told.document.body, told.document.year)
    assert [n for n in card.notices if n.code.startswith(("pages", "cut"))] == []


@needs_office
@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.stem)
@pytest.mark.parametrize("form", ["text", "page"])
def test_libreoffice(printed: Path, form: str, report: Path) -> None:
    same(judged(printed / f"{report.stem}-{form}.pdf"), report, quotes=form == "page" or report.stem not in TABBED)


@needs_office
@pytest.mark.parametrize("report", [for_every_run(r) for r in REPORTS])
@pytest.mark.parametrize("form", ["text", "page"])
def test_libreoffice_as_word_file(documents: Path, form: str, report: Path) -> None:
    file = documents / f"{report.stem}-{form}.docx"
    found = read_docx(str(file), file.read_bytes())
    same(scorer().score_source(Source(str(file), "", found.text, "docx", found.title, notices=found.notices)), report)


@needs_browser
@pytest.mark.parametrize("report", [for_every_run(r) for r in REPORTS])
@pytest.mark.parametrize("make", [styled, framed])
def test_a_page_saved_by_chromium(tmp_path: Path, make: Callable[[list[str]], str], report: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(make(written(report)), "utf-8")
    source = read(str(save_browser(file, tmp_path)))
    assert source.format == "html"
    same(scorer().score_source(source), report)


@needs_browser
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_web_page_saved_again(tmp_path: Path, page: Path) -> None:
    assert seen(scorer().score_source(read(str(save_browser(page, tmp_path))))) == seen(scorer().score_source(read(str(page))))


@needs_browser
@pytest.mark.parametrize("report", [for_every_run(r) for r in REPORTS])
@pytest.mark.parametrize("form", ["text", "page", "bare"])
def test_chromium(tmp_path: Path, form: str, report: Path) -> None:
    file = tmp_path / ("a.txt" if form == "text" else "a.html")
    lines = written(report)
    file.write_text("\n".join(lines) + "\n" if form == "text" else (styled if form == "page" else bare)(lines), "utf-8")
    options = ("--no-pdf-header-footer",) if form == "page" else ()
    same(judged(print_browser(file, tmp_path, *options)), report, quotes=form != "text" or report.stem not in TABBED)


@needs_browser
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_printed_web_page(tmp_path: Path, page: Path) -> None:
    """With all that stands around the article; only the date shown, which the reader of pages puts into words of its own, is cited otherwise."""
    card = judged(print_browser(page, tmp_path))
    told = scorer().score_source(read(str(page)))
    assert verdicts(card) == verdicts(told)
    assert [s for s in seen(card) if s[0] != "report-on-time"] == [s for s in seen(told) if s[0] != "report-on-time"]
    assert (card.document.body, card.document.year) == (told.document.body, told.document.year)


@needs_office
def test_through_the_whole_program(printed: Path) -> None:
    source = read(str(printed / "plain-education-2016-page.pdf"))
    assert source.format == "pdf"
    same(scorer().score_source(source), ROOT / "reports" / "plain-education-2016.txt")
