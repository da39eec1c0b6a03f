"""Bytes -> text: reports come in UTF-8, UTF-16, Big5 and the GB family, with and without a mark that says so, and with one that is wrong."""

import codecs
import re

from scorer.ingest.familiar import familiarity
from scorer.model.text import Notice
from scorer.patterns import pattern

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
_USUAL = pattern("[\n\r\t -~\u00b0-\u00b7\u2010-\u2027\u2030-\u203b\u2460-\u24ff\u3000-\u301f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffe5]")
USUAL_SHARE = 0.95
"""Share of characters usual in Chinese text from which bytes without a mark are taken for UTF-16."""
MARGIN = 0.1
"""By how much more familiar a text must look in another encoding than in the one that is named, or usual."""
_IN_UTF8 = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){4}")
"""Four Chinese characters in UTF-8; the bytes of other encodings hardly ever fall so."""
_MOST_PIECES = 20_000
_SAMPLE = 65_536


def _one_for_one(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("scorer-one-for-one", _one_for_one)


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[Notice, ...]]:
    """The text of a file, without a leading byte-order mark; `declared` is the encoding that a page names.

    Valid UTF-8 is UTF-8 whatever the page says, and no other name is believed where the text looks strange by it;
    bytes that no encoding explains become U+FFFD one for one, with a notice.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _told(*_forgiving(data[len(mark) :], name))
    if b"\0" in data and (wide := _unmarked_utf16(data)) is not None:
        return _told(*wide)
    if (text := _strict(data, "utf-8")) is not None:
        return text, ()
    if (wide := _unmarked_utf16(data)) is not None:
        return _told(*wide)
    return _told(*_guess(data, _DECLARED.get(declared.strip().lower(), "gb18030")))


def _guess(data: bytes, first: str) -> tuple[str, int]:
    """The text in the encoding in which it looks most like Chinese, `first` where in doubt; pages copied together may have several."""
    sample = data[:_SAMPLE]
    encoding = max(dict.fromkeys((first, "gb18030", "big5hkscs")), key=lambda name: _looks(sample, name) + MARGIN * (name == first))
    if not _IN_UTF8.search(data):
        return _forgiving(data, encoding)
    pieces = data.splitlines(keepends=True)
    read = [_read_piece(p, encoding) for p in (pieces if len(pieces) <= _MOST_PIECES else [data])]
    return "".join(text for text, _ in read), sum(count for _, count in read)


def _read_piece(data: bytes, encoding: str) -> tuple[str, int]:
    if (text := _strict(data, "utf-8")) is not None and _is_usual(text, 1.0):
        return text, 0
    return _forgiving(data, max("utf-8", encoding, key=lambda name: _looks(data, name)))


def _looks(data: bytes, encoding: str) -> float:
    """How familiar these bytes look in an encoding, less what they do not decode to."""
    text, count = _forgiving(data, encoding)
    return familiarity(text) - count / max(len(text), 1)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _forgiving(data: bytes, encoding: str) -> tuple[str, int]:
    """The text, with U+FFFD for every byte that the encoding does not explain, and how many those are."""
    if (text := _strict(data, encoding)) is not None:
        return text, 0
    text = data.decode(encoding, "scorer-one-for-one")
    return text, text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")


def _told(text: str, undecodable: int) -> tuple[str, tuple[Notice, ...]]:
    return text, (Notice("undecodable", (str(undecodable),)),) if undecodable else ()


def _unmarked_utf16(data: bytes) -> tuple[str, int] | None:
    """UTF-16 without a mark: read one way, nearly every character is one that Chinese text uses."""
    for name in ("utf-16-le", "utf-16-be"):
        if _is_usual(data[: min(len(data), 8192) & ~1].decode(name, "replace"), USUAL_SHARE):
            return _forgiving(data, name)
    return None


def _is_usual(text: str, share: float) -> bool:
    return bool(text) and len(_USUAL.findall(text)) >= share * len(text)
