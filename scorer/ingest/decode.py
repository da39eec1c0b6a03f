"""Bytes -> text: reports come in UTF-8, UTF-16 and the GB family, with and without a mark that says so."""

import codecs
import re

from scorer.model.text import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_USUAL = "[\n\r\t -~\u00b0-\u00b7\u2010-\u2027\u2030-\u203b\u2460-\u24ff\u3000-\u301f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffe5]"
USUAL_SHARE = 0.95
"""Share of characters usual in Chinese text from which bytes without a mark are taken for UTF-16."""
DAMAGED_SHARE = 0.05
"""Share of undecodable among non-ASCII bytes up to which a text is damaged UTF-8: GB text read as UTF-8 has well over half."""


def _one_for_one(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("scorer-one-for-one", _one_for_one)


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[Notice, ...]]:
    """The text of a file, without a leading byte-order mark; `declared` is the encoding that a page names.

    Valid UTF-8 is UTF-8 whatever the page says; bytes that no encoding explains become U+FFFD one for one, with a notice.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], name)
    if b"\0" in data and (text := _unmarked_utf16(data)) is not None:
        return text, ()
    if (text := _strict(data, "utf-8")) is not None:
        return text, ()
    named = _DECLARED.get(declared.strip().lower(), "")
    if named and (text := _strict(data, named)) is not None:
        return text, ()
    if (text := _unmarked_utf16(data)) is not None:
        return text, ()
    return _guess(data)


def _guess(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    utf8 = _forgiving(data, "utf-8")
    foreign = sum(map((128).__le__, data))
    if utf8[0].count("\ufffd") <= DAMAGED_SHARE * foreign:
        return utf8
    if (text := _strict(data, "gb18030")) is not None:
        return text, ()
    gb = _forgiving(data, "gb18030")
    return gb if gb[0].count("\ufffd") < utf8[0].count("\ufffd") else utf8


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _forgiving(data: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    if (text := _strict(data, encoding)) is not None:
        return text, ()
    text = data.decode(encoding, "scorer-one-for-one")
    count = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    return text, (Notice("undecodable", (str(count),)),)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: read one way, nearly every character is one that Chinese text uses."""
    if len(data) % 2:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[:8192].decode(name, "replace")
        if sample and len(re.findall(_USUAL, sample)) >= USUAL_SHARE * len(sample) and (text := _strict(data, name)) is not None:
            return text
    return None
