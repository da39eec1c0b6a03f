"""Repairs that take out what is no part of the report's words: notes, marks and traces of programs."""

import re

from scorer.clean.edit import Edit, cut
from scorer.clean.signs import is_han
from scorer.hanzi.traditional import TRADITIONAL
from scorer.patterns import pattern

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c"
_NOTE = pattern(rf"[(（] ?([a-züêɡ{_TONED}]{{1,7}}(?: [a-züêɡ{_TONED}]{{1,7}}){{0,3}}) ?[)）]")
_TONE = pattern(f"[{_TONED}]")
_SYLLABLE = pattern(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[iuü]?[aeiouü]{1,2}(?:ng?|r)?")
_MOJIBAKE = pattern(r"[?？]([*+,，./-])([@-~])")
_BEFORE_MOJIBAKE = frozenset("0123456789%）》〉”’」』】)")
_BOOKMARK = pattern(r"[\[［【] ?bookmark ?[:：][^\]］】\n]{0,60}[\]］】]|\[_(?:GoBack|(?:Toc|Ref|Hlk)\d{1,12})\]", re.IGNORECASE)
QUOTES = frozenset("“”\"'‘’「」『』〝〞＂＇„‟")
_QUOTES = pattern(f"[{''.join(sorted(QUOTES))}]+")
_FOOTNOTE = pattern(r"\[注?\d{1,2}(?:[,，、~—–-]\d{1,2})*\](?![\d号项款条章节个件名份次人家期])|[¹²³⁰⁴-⁹]+")
NOTES = frozenset("[［¹²³⁰⁴⁵⁶⁷⁸⁹")
_BEFORE_NOTE = frozenset("，。；、：）》")
_NO_NOTE = frozenset("第共约计达为有了立方米里")
"""Before a number in brackets these say that it counts, before a raised one that it is a power."""
_PAGE_END = r"[ \t]*[（(第—-]{0,2} ?\d{1,3} ?[)）页—-]{0,2}(?=[ \t]*(?:\n|\Z))"
_LEADER = pattern(rf"[.·…‥](?: ?[.·…‥])+(?P<page>{_PAGE_END})?")
BULLETS = frozenset("●◆■★☆▲►▶▪◇□➢➤※✓✔·•◎◉❖✧✦◦‣⁃➣➔◈☑▷")
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
    >>> mojibake("是否合法?,A类企业").result
    '是否合法?,A类企业'
    """
    hits = [m.start() for m in _MOJIBAKE.finditer(text) if _is_eaten(m) and _ends_sentence(text[m.start() - 1 : m.start()]) and _goes_on(m)]
    if not hits:
        return Edit(text)
    mended = list(text)
    for at in hits:
        mended[at] = "。"
    return Edit("".join(mended), tuple((at + 1, at + 3) for at in hits), len(hits))


def _is_eaten(signs: re.Match[str]) -> bool:
    """Whether the last two signs are what seven bits leave of a traditional character in GBK: `,F` of 現, `-h` of 環."""
    lead, trail = signs[1].replace("，", ","), signs[2]
    return bytes((ord(lead) | 0x80, ord(trail))).decode("gbk", "ignore") in TRADITIONAL


def _ends_sentence(char: str) -> bool:
    return is_han(char) or char in _BEFORE_MOJIBAKE


def _goes_on(signs: re.Match[str]) -> bool:
    return is_han(signs.string[signs.end() : signs.end() + 1])


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
    >>> footnotes("法律顾问¹制度[注2]，第[3]项，30m²").result
    '法律顾问制度，第[3]项，30m²'
    """
    return cut(text, [m.span() for m in _FOOTNOTE.finditer(text) if _has_note(text[m.start() - 1 : m.start()])])


def _has_note(char: str) -> bool:
    return char in _BEFORE_NOTE or (is_han(char) and char not in _NO_NOTE)


def leaders(text: str) -> Edit:
    """Dots that lead to a page number in a table of contents.

    >>> leaders("一、主要工作………………12").result
    '一、主要工作'
    """
    return cut(text, [m.span() for m in _LEADER.finditer(text) if _leads(m)])


def _leads(dots: re.Match[str]) -> bool:
    """An ellipsis has two signs; one sign of it is as wide as three dots."""
    width = sum({"…": 3, "‥": 2}.get(c, 1) for c in dots[0][: -len(dots["page"]) if dots["page"] else None] if c != " ")
    return width > 6 or (width > 3 and (dots["page"] is not None or "…" not in dots[0]))


def bullets(text: str) -> Edit:
    """Signs before an item of a list say nothing that its line does not.

    >>> bullets("● 聘请法律顾问").result
    '聘请法律顾问'
    """
    return cut(text, [m.span() for m in _BULLET.finditer(text) if text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip(" \t") == ""])
