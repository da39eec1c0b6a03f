"""What an opinion is built of: headings, paragraphs and tables; every text is made safe to show."""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from scorer.render.opinion.styles import CELL, CELL_HEAD
from scorer.render.visible import visible
from scorer.render.words import Lang

_NUMERALS = "一二三四五六七八九十"


class Writer:
    """Writes into a document from top to bottom, and numbers its headings."""

    def __init__(self, document: Any, lang: Lang) -> None:
        self.document = document
        self._lang = lang
        self._heading = self._finding = 0

    def title(self, lines: Sequence[str]) -> None:
        """The title, one line under the other."""
        run = self.document.add_paragraph(style="Title").add_run(visible(lines[0]))
        for line in lines[1:]:
            run.add_break()
            run.add_text(visible(line))

    def heading(self, text: str) -> None:
        """一、… of the first level."""
        self._heading += 1
        self._finding = 0
        number = f"{self._heading}. " if self._lang is Lang.EN else f"{_NUMERALS[self._heading - 1]}、"
        self.document.add_heading(number + visible(text), level=1)

    def finding(self, text: str) -> None:
        """（1）… of the second level; there may be many, so that Arabic numerals read better."""
        self._finding += 1
        number = f"{self._heading}.{self._finding} " if self._lang is Lang.EN else f"（{self._finding}）"
        self.document.add_heading(number + visible(text), level=2)

    def paragraph(self, text: str, style: str | None = None) -> Any:
        """A paragraph in a named style."""
        return self.document.add_paragraph(visible(text), style=style)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        """A table whose head is repeated on every page; widths in millimetres."""
        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.autofit = False
        _fill(table.rows[0], heads, CELL_HEAD)
        _mark(table.rows[0], "w:tblHeader")
        for cells in rows:
            row = table.add_row()
            _fill(row, cells, CELL)
            _mark(row, "w:cantSplit")
        self.document.add_paragraph(style=CELL)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)


def _fill(row: Any, texts: Sequence[str], style: str) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(visible(text))


def _mark(row: Any, name: str) -> None:
    properties = row._tr.get_or_add_trPr()  # python-docx has no call for these
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    properties.append(mark)
