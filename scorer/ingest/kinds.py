"""What a file is, by its content: the name of a file says little."""

import re

from scorer.ingest.familiar import READABLE, familiarity
from scorer.patterns import pattern

_MAGIC = (
    (b"PK\x03\x04", "压缩包类文件（如 XLSX、PPTX、ODT、ZIP）"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文件（如 XLS、PPT）"),
    (b"\x89PNG", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"II*\x00", "TIFF 图片"),
    (b"MM\x00*", "TIFF 图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
)
_CONTROL = pattern("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_DOCTYPE = pattern(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_TAG = pattern(r"</?(?:p|div|span|table|tbody|td|tr|br|a|li|ul|h[1-6]|meta|link|body|head|font|strong|section)\b[^<>]*>", re.IGNORECASE)
_HAN = pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
MANY_TAGS = 8
FEWEST_HAN = 10
"""Fewer Chinese characters than this are no report."""
CONTROL_SHARE = 0.005
"""Share of control characters from which something decoded is no text: a damaged text has one or two."""


def foreign_kind(data: bytes) -> str:
    """What a file in a format that is not read looks like; empty for anything that may be text."""
    head = data[:1024].lstrip()
    return next((name for magic, name in _MAGIC if head.startswith(magic)), "")


def is_binary(text: str) -> bool:
    """Whether what was decoded as text holds control characters as only binary files do; a terminal's colours in a short report are no such sign."""
    count = len(_CONTROL.findall(text))
    return count > CONTROL_SHARE * len(text) and (count * FEWEST_HAN > len(_HAN.findall(text)) or familiarity(text) < READABLE)


def is_page(text: str) -> bool:
    """Whether a text is HTML: it says so at its beginning, or is full of tags."""
    if "<" not in text:
        return False
    return bool(_DOCTYPE.search(text[:4096])) or len(_TAG.findall(text[:20_000])) >= MANY_TAGS


def is_marked_page(data: bytes) -> bool:
    """Whether a file says of itself that it is HTML, whatever its name."""
    return bool(_DOCTYPE.search(data[:4096].decode("latin-1")))


def is_chinese(text: str) -> bool:
    """Whether there is enough Chinese in a text to be a report."""
    usual = sum("\u4e00" <= c <= "\u9fff" for c in text[:1000])
    return usual >= FEWEST_HAN or len(_HAN.findall(text[:200_000])) >= FEWEST_HAN or len(_HAN.findall(text)) >= FEWEST_HAN
