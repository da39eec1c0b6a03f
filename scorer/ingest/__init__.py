"""Bytes of a report -> source text: everything a file format or an encoding can do to us stops here."""

import hashlib

from msgspec.structs import replace

from scorer.errors import InputError
from scorer.ingest.decode import decode
from scorer.ingest.familiar import READABLE, familiarity
from scorer.ingest.files import LIMIT, read_bytes, refuse, too_large
from scorer.ingest.formats import FORMATS, find_reader, sniff
from scorer.ingest.kinds import foreign_kind, is_binary, is_chinese, is_page
from scorer.ingest.limits import current
from scorer.ingest.nesting import is_unusual
from scorer.ingest.refusals import over_limit
from scorer.model.text import Notice, Source

__all__ = ["LIMIT", "read"]

_ONLY = "能读取的格式：.docx、.doc、.wps、.pdf、.ofd、.html、.mht、.md、.txt；请另存为其中一种后再试"


def read(path: str, data: bytes | None = None) -> Source:
    """The report at `path`, or in `data` where the caller holds it already; raises `InputError` with the reason."""
    if data is None:
        data = read_bytes(path)
    if len(data) > current().bytes:
        raise too_large(path)
    if not data.strip():
        raise refuse(path, "I108", "文件是空的", "请确认报告已经保存到该文件")
    if name := sniff(path, data):
        source = _read_file(name, path, data, isolate=FORMATS[name].isolate)
    elif kind := foreign_kind(data):
        raise _foreign(path, kind)
    else:
        source = _read_text(path, data)
    if len(source.text) > current().characters:
        raise over_limit(path, "文字", f"{len(source.text):,} 字，上限 {current().characters:,} 字")
    if not is_chinese(source.text):
        raise refuse(path, "I106", "文件里几乎没有汉字", "请确认这是一份中文报告；若是扫描件，请先作文字识别")
    if familiarity(source.text) < READABLE:
        return replace(source, notices=(*source.notices, Notice("unreadable")))
    return source


def _read_file(name: str, path: str, data: bytes, *, isolate: bool) -> Source:
    """A file in one of `FORMATS`: those that may bring down their readers are read in a process of their own."""
    if isolate:
        from scorer.ingest.sandbox import extract

        found = extract(name, path, data, current())
    else:
        found = find_reader(path, name)(path, data)
    return Source(path, _digest(data), found.text, name, found.title, found.published, found.publisher, found.notices)


def _read_text(path: str, data: bytes) -> Source:
    text, notices = decode(data)
    if is_page(text):
        return _read_file("html", path, data, isolate=is_unusual(text))
    if is_binary(text):
        raise _foreign(path, "二进制文件")
    return Source(path, _digest(data), text, "text", notices=notices)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _foreign(path: str, kind: str) -> InputError:
    return refuse(path, "I105", f"这看起来是{kind}，不是文本", _ONLY)
