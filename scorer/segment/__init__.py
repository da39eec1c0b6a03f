"""Cleaned text in, document out: sections with roles, sentences, clauses, body, year, dates, sector."""

from datetime import date

from scorer.model.document import Document, Found, Kind
from scorer.model.lexicon import Lexicon
from scorer.model.text import CleanText, Notice, Source
from scorer.segment.furniture import find_extent
from scorer.segment.lines import split_lines
from scorer.segment.metadata import Head, read_body, read_kind, read_published, read_sector, read_signed, read_year_of
from scorer.segment.outline import outline

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
    year = year or read_year_of(head, source.title)
    body = body or read_body(head, lexicon.bodies, source.publisher, source.title)
    shown = Found(published) if published else read_published(head)
    if shown is None and source.published:
        shown = Found(source.published)
    signed = read_signed(head)
    return Document(
        text=text,
        sentences=tuple(outline(text, lines, extent, lexicon.headings, year)),
        body=body,
        kind=Kind(kind) if kind else read_kind(body, lexicon.bodies),
        year=year,
        sector=sector or read_sector(body, text, lexicon.bodies),
        published=shown,
        signed=signed,
        notices=_notices(body, year, shown, signed),
    )


def _notices(body: str | None, year: int | None, shown: Found[date] | None, signed: Found[date] | None) -> tuple[Notice, ...]:
    found = []
    if body is None:
        found.append(Notice("no-body"))
    if year is None:
        found.append(Notice("no-year"))
    if shown is None:
        found.append(Notice("no-date" if signed is None else "no-publication-date"))
    return tuple(found)
