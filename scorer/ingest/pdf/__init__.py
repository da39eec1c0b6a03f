"""PDF -> text: the text layer page by page, in reading order, without headers and footers, in whole paragraphs."""

import re
from typing import Any

import pypdfium2
import pypdfium2.raw

from scorer.ingest.extract import Extract
from scorer.ingest.files import refuse
from scorer.ingest.layout.cells import find_all_rows
from scorer.ingest.layout.columns import find_lines
from scorer.ingest.layout.furniture import Page, drop_furniture
from scorer.ingest.layout.grid import find_grid
from scorer.ingest.layout.paragraphs import to_text
from scorer.ingest.limits import current
from scorer.ingest.pdf.glyphs import count_unknown, read_glyphs
from scorer.ingest.pdf.strokes import read_strokes
from scorer.ingest.pdf.thin import give_width
from scorer.ingest.refusals import damaged, locked, over_limit, scanned
from scorer.model.text import Notice

_KIND = "PDF 文件"
MOST = 1_000_000
"""Characters; the longest report we know has forty thousand."""
UNKNOWN_SHARE = 0.01
"""Share of characters without a meaning from which this is worth a warning: a few are bullets out of fonts of signs."""
_TITLE_END = re.compile(r"[_|｜]| [-–—] ")
_SPACE = re.compile(r"\s+")


def read_pdf(path: str, data: bytes) -> Extract:
    """The text of a PDF; pages that are pictures are counted, and where there are no others the reason is given."""
    document = _open(path, data)
    pages, unreadable, blind, unknown = [], 0, 0, 0
    left = MOST
    for i in range(_count_pages(path, document)):
        try:
            page = document[i]
            give_width(page)
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            unreadable += 1
            continue
        left -= textpage.count_chars()
        if left < 0:
            raise over_limit(path, _KIND, f"文字超过 {MOST // 10_000} 万字")
        unknown += count_unknown(textpage)
        quarter, glyphs = read_glyphs(textpage)
        rows = find_all_rows(glyphs, find_grid(read_strokes(page, quarter)))
        blind += not rows and pypdfium2.raw.FPDFPage_CountObjects(page) > 0
        width, height = page.get_size()
        pages.append(Page(width, height, tuple(rows)))
        textpage.close()
        page.close()
    if not pages:
        raise damaged(path, _KIND, "没有一页能够读出")
    text = to_text(find_lines(drop_furniture(pages))).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.strip():
        raise scanned(path, _KIND)
    if unknown < UNKNOWN_SHARE * len(text):
        unknown = 0
    return Extract(text, title=_find_title(document, text), notices=_notices(blind, unreadable, unknown, data))


def _open(path: str, data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY) or "assword" in str(error):
            raise locked(path, _KIND) from error
        raise damaged(path, _KIND, "找不到文件结构") from error


def _count_pages(path: str, document: Any) -> int:
    count, most = len(document), current().pages
    if count > most:
        raise refuse(path, "I110", f"{_KIND}有 {count} 页，超过上限 {most} 页", "请只提供报告正文；确需读取可用 --max-pages 放宽")
    if not count:
        raise damaged(path, _KIND, "没有页面")
    return count


def _find_title(document: Any, text: str) -> str:
    """The document's own title where its text has it as well: many files carry the title of the one they were made from."""
    title = _SPACE.sub("", _TITLE_END.split(str(document.get_metadata_value("Title")))[0])
    return title if len(title) >= 6 and title in _SPACE.sub("", text) else ""


def _notices(blind: int, unreadable: int, unknown: int, data: bytes) -> tuple[Notice, ...]:
    """What may be missing from the text."""
    counts = (("pages-without-text", blind), ("pages-unreadable", unreadable), ("characters-unknown", unknown))
    notices = [Notice(code, (str(count),)) for code, count in counts if count]
    if b"%%EOF" not in data[-2048:]:
        notices.append(Notice("cut-short"))
    return tuple(notices)
