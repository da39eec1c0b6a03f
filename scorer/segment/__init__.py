"""Cleaned text in, document out: sections with roles, sentences, clauses, body, year, dates, sector."""

from datetime import date

from scorer.model.document import Document, Found, Kind
from scorer.model.lexicon import Lexicon
from scorer.model.text import CleanText, Notice, Source
from scorer.segment.days import dates_clash, names_other_year, read_signed, read_year_of
from scorer.segment.furniture import find_extent
from scorer.segment.head import Head
from scorer.segment.lines import split_lines
from scorer.segment.metadata import bodies_clash, read_body, read_kind, read_sector
from scorer.segment.outline import outline
from scorer.segment.published import read_published

__all__ = ["segment"]


def segment(
    clean: CleanText,
    source: Source,
    lexicon: Lexicon,
    *,
    body: str | None = None,
    kind: str | None = None,
    year: int | None = None,
    published: date | None = None,
    sector: str | None = None,
) -> Document:
    """Read `clean` as a report; what the caller states overrules what the text says."""
    text = clean.text
    lines = split_lines(text)
    extent = find_extent(text, lines, lexicon.headings)
    head = Head(text, lines, extent)
    shown = Found(published) if published else read_published(head)
    if shown is None and source.published:
        shown = Found(source.published)
    signed = read_signed(head)
    days = signed.value if signed else None, shown.value if shown else None
    clashes = _clashes(head, lexicon, source.title, body, year)
    year = year or read_year_of(head, source.title, days)
    body = body or read_body(head, lexicon.bodies, source.publisher, source.title)
    if dates_clash(year, *days):
        clashes = (*clashes, Notice("date-conflict"))
    return Document(
        text=text,
        sentences=tuple(outline(text, lines, extent, lexicon.headings, year)),
        body=body,
        kind=Kind(kind) if kind else read_kind(body, lexicon.bodies),
        year=year,
        sector=sector or read_sector(body, text, lexicon.bodies),
        published=shown,
        signed=signed,
        notices=(*_absences(body, year, shown, signed), *clashes),
    )


def _absences(body: str | None, year: int | None, shown: Found[date] | None, signed: Found[date] | None) -> tuple[Notice, ...]:
    found = []
    if body is None:
        found.append(Notice("no-body"))
    if year is None:
        found.append(Notice("no-year"))
    if shown is None:
        found.append(Notice("no-date" if signed is None else "no-publication-date"))
    return tuple(found)


def _clashes(head: Head, lexicon: Lexicon, page_title: str, body: str | None, year: int | None) -> tuple[Notice, ...]:
    """What the report says of itself in two ways, unless the caller knows better."""
    titled = read_year_of(head, page_title)
    found = {
        "body-conflict": body is None and bodies_clash(head, lexicon.bodies, page_title),
        "year-conflict": year is None and titled is not None and names_other_year(head, titled),
    }
    return tuple(Notice(code) for code, clash in found.items() if clash)
