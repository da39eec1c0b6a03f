"""Repairs that take out what is no part of the report's words: notes, marks and traces of programs."""

import re

from scorer.clean.edit import Edit, cut
from scorer.clean.signs import is_han
from scorer.patterns import pattern

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c"
_NOTE = pattern(rf"[(（]([a-züêɡ{_TONED}]{{1,7}})[)）]")
_TONE = pattern(f"[{_TONED}]")
_SYLLABLE = pattern(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[iuü]?[aeiouü]{1,2}(?:ng?|r)?")
_MOJIBAKE = pattern(r"[?？][,，][A-Z]")
_BOOKMARK = pattern(r"\[ ?bookmark ?[:：][^\]\n]{0,60}\]", re.IGNORECASE)
QUOTES = frozenset("“”\"'‘’「」『』〝〞＂＇„‟")
_QUOTES = pattern(f"[{''.join(sorted(QUOTES))}]+")
_FOOTNOTE = pattern(r"\[\d{1,2}\](?!\d)")
_BEFORE_NOTE = tuple("，。；、：）》")
_LEADER = pattern(r"[.·…](?: ?[.·…])+(?P<page>[ \t]*\d{1,3}(?=[ \t]*(?:\n|\Z)))?")
BULLETS = frozenset("●◆■★☆▲►▶▪◇□➢➤※✓✔·•")
_BULLET = pattern(rf"[{''.join(sorted(BULLETS))}][{''.join(sorted(BULLETS))} \t]*")
ENOUGH_NOTES = 5
"""A text with so many pinyin notes was annotated throughout: notes without a tone mark are notes too."""


def pinyin(text: str) -> Edit:
    """Mirrors write the reading after rare or traditional characters.

    >>> pinyin("自治區(qū)生態(tài)環(huán)境廳").result
    '自治區生態環境廳'
    >>> pinyin("排放量（kg）").result
    '排放量（kg）'
    """
    notes = [
        m for m in _NOTE.finditer(text) if is_han(text[m.start() - 1 : m.start()]) or _MOJIBAKE.fullmatch(text, max(m.start() - 3, 0), m.start())
    ]
    annotated = len(notes) >= ENOUGH_NOTES
    return cut(text, [m.span() for m in notes if _TONE.search(m[1]) or (annotated and _SYLLABLE.fullmatch(m[1]))])


def mojibake(text: str) -> Edit:
    """The same mirrors turn a full stop and the character after it into three ASCII signs.

    >>> mojibake("有力保障？，F將我局").result
    '有力保障。將我局'
    """
    hits = [m.start() for m in _MOJIBAKE.finditer(text) if is_han(text[m.start() - 1 : m.start()]) and is_han(text[m.end() : m.end() + 1])]
    if not hits:
        return Edit(text)
    mended = list(text)
    for at in hits:
        mended[at] = "。"
    return Edit("".join(mended), tuple((at + 1, at + 3) for at in hits), len(hits))


def bookmarks(text: str) -> Edit:
    """Converters leave the names of Word bookmarks.

    >>> bookmarks("[bookmark: _GoBack]一、主要工作").result
    '一、主要工作'
    """
    return cut(text, [m.span() for m in _BOOKMARK.finditer(text)])


def quotes(text: str) -> Edit:
    """Quotation marks come in six shapes, or not at all, around the same words.

    >>> quotes("“双随机”、“一公开”").result
    '双随机、一公开'
    """
    return cut(text, [m.span() for m in _QUOTES.finditer(text)])


def footnotes(text: str) -> Edit:
    """Numbers of footnotes; years in document numbers have four digits and stay.

    >>> footnotes("法治政府[1]建设，国发[2019]5号").result
    '法治政府建设，国发[2019]5号'
    """
    return cut(text, [m.span() for m in _FOOTNOTE.finditer(text) if is_han(before := text[m.start() - 1 : m.start()]) or before in _BEFORE_NOTE])


def leaders(text: str) -> Edit:
    """Dots that lead to a page number in a table of contents.

    >>> leaders("一、主要工作………………12").result
    '一、主要工作'
    """
    return cut(text, [m.span() for m in _LEADER.finditer(text) if _leads(m)])


def _leads(dots: re.Match[str]) -> bool:
    """An ellipsis has two signs; one sign of it is as wide as three dots."""
    width = sum(3 if c == "…" else c != " " for c in dots[0].rstrip("0123456789 \t"))
    return width > 6 or (width > 3 and (dots["page"] is not None or "…" not in dots[0]))


def bullets(text: str) -> Edit:
    """Signs before an item of a list say nothing that its line does not.

    >>> bullets("● 聘请法律顾问").result
    '聘请法律顾问'
    """
    return cut(text, [m.span() for m in _BULLET.finditer(text) if text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip(" \t") == ""])
