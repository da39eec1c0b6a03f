"""Each sample report, made in every format, is judged as its text is, with the same quotes."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from scorer.clean.characters import line_ends
from scorer.clean.pages import page_headers, page_numbers
from scorer.clean.wraps import hard_breaks
from scorer.ingest import read
from scorer.model.result import Scorecard
from scorer.model.text import Source
from scorer.pipeline import Scorer
from scorer.render.contract import to_dict
from tests.ingest.makers import docx_of, html_of, markdown_of
from tests.ingest.ofd_maker import ofd_of
from tests.ingest.pdf_maker import pdf_of

REPORTS = sorted(p for p in (Path(__file__).parents[2] / "reports").iterdir() if p.suffix in (".txt", ".html"))
MAKERS = {
    "report.html": html_of,
    "report.docx": docx_of,
    "report.ofd": ofd_of,
    **({"report.pdf": pdf_of} if find_spec("pypdfium2") else {}),
    "report.md": markdown_of,
}
CUT = 100
"""Longer quotes are cut by their length in the source, which marks and line ends add to."""


@cache
def scorer() -> Scorer:
    return Scorer()


@cache
def source_of(report: Path) -> Source:
    return read(str(report))


def written(report: Path) -> list[str]:
    """The lines as the report's author wrote them, before a program wrapped them: what stands in a file of any other format."""
    text = source_of(report).text
    for repair in (line_ends, page_numbers, page_headers, hard_breaks):
        text = repair(text).result
    return [line for line in text.split("\n") if line.strip()]


@cache
def expected(report: Path) -> Scorecard:
    return scorer().score_source(read("report.txt", "\n".join(written(report)).encode()))


@cache
def made(name: str, report: Path) -> Scorecard:
    return scorer().score_source(read(name, MAKERS[name](written(report))))


def seen(card: Scorecard) -> list[object]:
    """Verdicts, states and quotes, up to white space, bars of tables and marks of emphasis, and where a long quote was cut."""
    found: list[object] = []
    for rule in to_dict(card)["rules"]:
        found.append((rule["id"], rule["verdict"]))
        for element in rule["elements"]:
            quotes = [re.sub(r"[\s|*]", "", e["quote"])[:CUT] for e in (*element["evidence"], *element["weakness"])]
            found.append((rule["id"], element["id"], element["state"], quotes))
    return found


def verdicts(card: Scorecard) -> list[tuple[str, str]]:
    return [(j.rule.id, j.verdict.value) for j in card.judgements]


@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
def test_the_text_as_written_is_judged_as_the_sample_is(report: Path) -> None:
    assert verdicts(expected(report)) == verdicts(scorer().score_source(source_of(report)))


@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
@pytest.mark.parametrize("name", MAKERS)
def test_formats_agree(name: str, report: Path) -> None:
    assert made(name, report).source.format != "text"
    assert seen(made(name, report)) == seen(expected(report))


@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
def test_body_year_and_dates_agree(report: Path) -> None:
    for name in MAKERS:
        document = made(name, report).document
        told = expected(report).document
        assert (document.body, document.year, document.kind, document.sector) == (told.body, told.year, told.kind, told.sector)
        assert (document.signed and document.signed.value) == (told.signed and told.signed.value)


@pytest.mark.parametrize("name", MAKERS)
def test_citations_stand_in_the_text_that_is_shown(name: str) -> None:
    """`scorer text FILE` writes the source; offsets and lines count in it, whatever the format."""
    for report in REPORTS:
        card = made(name, report)
        cited = [e for rule in to_dict(card)["rules"] for element in rule["elements"] for e in (*element["evidence"], *element["rejected"])]
        assert cited
        for e in cited:
            assert card.source.text[e["start"] : e["end"]] == e["quote"]
            assert card.source.text[: e["start"]].count("\n") + 1 == e["line"]
