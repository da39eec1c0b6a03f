"""Which format a file is in, by content first and name second, and which reader that takes."""

import importlib
import re
from collections.abc import Callable
from pathlib import PurePath

from msgspec import Struct

from scorer.ingest.extract import Extract
from scorer.ingest.kinds import is_marked_page
from scorer.ingest.refusals import not_installed

Reader = Callable[[str, bytes], Extract]


class Format(Struct, frozen=True):
    """How a format is read: `isolate` in a child process, `extra` the optional dependencies it takes."""

    module: str
    function: str
    isolate: bool
    extra: str | None = None
    kind: str = ""


FORMATS = {
    "docx": Format("scorer.ingest.docx", "read_docx", isolate=True, kind="DOCX 文件"),
    "ofd": Format("scorer.ingest.ofd", "read_ofd", isolate=True, kind="OFD 文件"),
    "pdf": Format("scorer.ingest.pdf", "read_pdf", isolate=True, extra="pdf", kind="PDF 文件"),
    "mhtml": Format("scorer.ingest.mhtml", "read_mhtml", isolate=True, kind="MHTML 文件"),
    # LibreOffice and antiword are processes of their own already, and take more memory than a child may.
    "doc": Format("scorer.ingest.office", "read_doc", isolate=False, kind="DOC 文件"),
    "wps": Format("scorer.ingest.office", "read_wps", isolate=False, kind="WPS 文件"),
    "rtf": Format("scorer.ingest.office", "read_rtf", isolate=False, kind="RTF 文件"),
    # Told by its text, not by `sniff`; isolated only where it is unusual.
    "html": Format("scorer.ingest.html", "read_page", isolate=False, kind="HTML 文件"),
    "markdown": Format("scorer.ingest.markdown", "read_markdown", isolate=False, kind="Markdown 文件"),
}
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORKS_STREAM = "MatOST".encode("utf-16-le")
_MHTML = re.compile(rb"^MIME-Version:.*?^Content-Type:[ \t]*multipart/related", re.IGNORECASE | re.DOTALL | re.MULTILINE)
_FIRST = 1024 * 1024
"""How far into a zip without a list of names the names before its parts are looked at."""


def sniff(path: str, data: bytes) -> str:
    """The key into `FORMATS`; empty for text, pages, and whatever is not read at all."""
    head = data[:1024].lstrip()
    suffix = PurePath(path).suffix.lower()
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_ZIP):
        return _sniff_zip(data, suffix)
    if _MHTML.search(data[:4096]) and data.startswith((b"From:", b"MIME-Version:", b"Subject:", b"Snapshot-")):
        return "mhtml"
    if data.startswith(_OLE):
        return _sniff_ole(data, suffix)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return "markdown" if suffix in _MARKDOWN and not is_marked_page(data) else ""


def find_reader(path: str, name: str) -> Reader:
    """The function that reads this format; raises `InputError` naming the install command where its library is absent."""
    entry = FORMATS[name]
    try:
        module = importlib.import_module(entry.module)
    except ModuleNotFoundError as error:
        if entry.extra is None or (error.name or "").startswith("scorer"):
            raise
        raise not_installed(path, entry.kind, error.name or entry.extra, f'请运行 pip install "fazhi-scorer[{entry.extra}]" 后再试') from error
    reader: Reader = getattr(module, entry.function)
    return reader


def _sniff_zip(data: bytes, suffix: str) -> str:
    """A zip cut short has lost its list of names, but each part is named before its content, too."""
    from scorer.ingest.zipped import list_names

    names = [n.lower() for n in list_names(data)]
    for name, sign in (("docx", "word/"), ("ofd", "ofd.xml")):
        if any(n.startswith(sign) for n in names) or (not names and (sign in data[:_FIRST].decode("latin-1").lower() or suffix == f".{name}")):
            return name
    return ""


def _sniff_ole(data: bytes, suffix: str) -> str:
    """Word and Kingsoft WPS write the same container; spreadsheets and slides in it are no reports."""
    if _LOCKED_STREAM in data or _WORD_STREAM in data:
        return "wps" if suffix == ".wps" else "doc"
    return "wps" if suffix == ".wps" and _WORKS_STREAM in data else ""
