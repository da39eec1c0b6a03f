"""Files in every format, made in memory out of lines of text: small, but with the parts that real programs write."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

_OFFICE = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:mc="{_OFFICE}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_KIND = f"{_OFFICE}/officeDocument/2006/relationships"
_CORE = f"{_OFFICE}/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
)


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def docx_parts(body: str, *, numbering: str = "", styles: str = "", title: str = "") -> dict[str, str | bytes]:
    """The parts of a Word file around the XML of its body."""
    inside = [(f"{_KIND}/{kind}", f"{kind}.xml") for kind in ("numbering", "styles", "header")]
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">{_TYPES}</Types>',
        "_rels/.rels": _relations([(f"{_KIND}/officeDocument", "word/document.xml"), (_CORE, "docProps/core.xml")]),
        "word/document.xml": f"{_HEAD}<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(inside),
        "word/numbering.xml": f"{_HEAD}<w:numbering {W}>{numbering}</w:numbering>",
        "word/styles.xml": f"{_HEAD}<w:styles {W}>{styles}</w:styles>",
        "word/header.xml": f"{_HEAD}<w:hdr {W}>{p('页眉里的字')}</w:hdr>",
        "docProps/core.xml": f'{_HEAD}<c:p xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></c:p>',
    }


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    inner = "".join(f'<Relationship Id="r{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets))
    return f'{_HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships">{inner}</Relationships>'


def docx(body: str, *, numbering: str = "", styles: str = "", title: str = "") -> bytes:
    """A Word file with this XML in its body."""
    return zipped(docx_parts(body, numbering=numbering, styles=styles, title=title))


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph of text or of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else r(content)}</w:p>"


def numbered(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph that belongs to a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def tbl(*rows: Iterable[str]) -> str:
    """A table; cells are text or XML."""
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows) + "</w:tbl>"


def tc(content: str) -> str:
    """A cell."""
    return f"<w:tc><w:tcPr/>{content if content.startswith('<') else p(content)}</w:tc>"


def level(depth: int, style: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level of a list definition."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, uses: int = 1, override: str = "") -> str:
    """One list definition, used by lists 1 to `uses`; `override` goes into each but the first."""
    nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/>{override if i > 1 else ""}</w:num>' for i in range(1, uses + 1))
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def grouped(lines: Iterable[str]) -> Iterator[tuple[bool, list[str]]]:
    """Runs of lines that make up a table, and of lines that do not."""
    return ((is_table, list(group)) for is_table, group in groupby(lines, lambda line: "\t" in line.strip()))


def docx_of(lines: Iterable[str]) -> bytes:
    """Lines as paragraphs; those with tabs as tables."""
    body = ""
    for is_table, group in grouped(lines):
        body += tbl(*(line.split("\t") for line in group)) if is_table else "".join(map(p, group))
    return docx(body)


def html_of(lines: Iterable[str], title: str = "") -> bytes:
    """Lines as paragraphs of a saved page; those with tabs as tables."""
    body = ""
    for is_table, group in grouped(lines):
        if is_table:
            rows = (line.split("\t") for line in group)
            body += "<table>" + "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in rows) + "</table>"
        else:
            body += "".join(f"<p>{escape(line)}</p>" for line in group)
    head = f"<head><meta charset='utf-8'><title>{escape(title)}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body><div class='TRS_Editor'>{body}</div></body></html>".encode()


def markdown_of(lines: Iterable[str]) -> bytes:
    """Lines as paragraphs of Markdown; those with tabs as tables, and some words in bold."""
    out: list[str] = []
    for is_table, group in grouped(lines):
        if is_table:
            rows = [f"| {line.strip().replace(chr(9), ' | ')} |" for line in group]
            out += [rows[0], "|" + "---|" * (rows[0].count("|") - 1), *rows[1:], ""]
        else:
            for line in group:
                out += [line.replace("行政执法", "**行政执法**"), ""]
    return "\n".join(out).encode()
