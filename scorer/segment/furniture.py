"""Where the report begins and ends on a page: its title, and the page furniture around it."""

import re

from msgspec import Struct

from scorer.model.lexicon import HeadingWords
from scorer.patterns import pattern
from scorer.segment.datelines import is_dateline
from scorer.segment.lines import Line

_SUBJECT = pattern(r"法治(?:政府)?(?:建设)?|依法行政|法治建设|法治工作")
_GENRE = pattern(r"报告|总结|情况|汇报")
_ORGAN = pattern(r"局|政府|厅|委|办|院|会|所|队|中心")
_YEAR = pattern(r"(?:20|二[〇○零])[\d〇○零一二三四五六七八九]{2}")
_OPENING = pattern(r"(?:(?:20|二[〇○零])[\d〇○零一二三四五六七八九]{2}年|今年|近年)[^>|]*，[^>|]*[。：]|[^>|]*现将[^>|]*如下[。：]")
"""A sentence that opens a report, however short: it begins with the year, or announces the report."""
_NO_TITLE = pattern(r"[>|。；]|上一篇|下一篇|当前位置|您的位置|信息名称|名称：|标题：|现将|如下")
TITLE_LENGTH = 70
PROSE = 20
"""A line of at least this much with a comma in it is prose."""


class Extent(Struct, frozen=True):
    """Indices of lines: the title's first and last, the first after the page head, the first of the page foot."""

    title: tuple[int, int] | None
    begin: int
    end: int
    under_title: tuple[int, ...]
    """Lines on which a date is the page's: the title, those between it and the report, and under the page's own heading."""


def find_extent(text: str, lines: list[Line], words: HeadingWords) -> Extent:
    """Tell the report from the page around it."""
    texts = [text[x.span.start : x.span.end] for x in lines]
    title = _find_title(texts)
    begin = _skip_furniture(texts, title[1] + 1, words) if title else _skip_head(texts, lines, words)
    total = sum(map(len, texts)) or 1
    seen = sum(map(len, texts[:begin]))
    end = len(texts)
    for i in range(begin, len(texts)):
        if seen > total * 0.4 and _names_furniture(texts[i], words) and len(texts[i]) < 120 and not _goes_on(texts[i:], words):
            end = i
            break
        seen += len(texts[i])
    return Extent(title, begin, end, _under_title(texts, title, begin))


def _skip_furniture(texts: list[str], i: int, words: HeadingWords) -> int:
    """The first line from `i` on that is none of the page head; a table that begins as one goes on as one."""
    first = i
    while i < len(texts) and len(texts[i]) < 120:
        in_table = i > first and texts[i].startswith("|") and texts[i - 1].startswith("|")
        if not in_table and not _is_furniture(texts[i], words):
            break
        i += 1
    return i


def _under_title(texts: list[str], title: tuple[int, int] | None, begin: int) -> tuple[int, ...]:
    """The page may have a heading of its own above the report's title, on the same year; then its date stands between them."""
    if not title:
        return tuple(range(begin))
    year = _YEAR.search("".join(texts[title[0] : title[1] + 1]))
    headings = (i for i in range(title[0]) if year and year[0] in texts[i] and _title_score(texts[i]))
    own = next(headings, title[0]) + 1
    between = range(own, min(own + 1, title[0]))
    return (*range(title[0], begin), *(i for i in between if is_dateline(texts[i])))


def _goes_on(texts: list[str], words: HeadingWords) -> bool:
    """True where prose follows: then a furniture word only happens to stand in it (依法公开方式)."""
    return sum(len(t) >= PROSE and "，" in t and not _names_furniture(t, words) for t in texts) >= 2


def _find_title(texts: list[str]) -> tuple[int, int] | None:
    best: tuple[int, int, int] | None = None
    for i, t in enumerate(texts[:60]):
        for j in (i, i + 1):
            if j >= len(texts):
                continue
            both = "".join(texts[i : j + 1])
            if (j > i and (len(t) > 40 or re.search(r"[。；：]", both))) or len(both) > TITLE_LENGTH:
                continue
            score = _title_score(both) - (j - i)
            if score > 0 and (best is None or score > best[0]):
                best = (score, i, j)
    return (best[1], best[2]) if best else None


def _title_score(line: str) -> int:
    subject = _SUBJECT.search(line)
    if not subject or not _GENRE.search(line[subject.end() :]) or _NO_TITLE.search(line):
        return 0
    return 4 + 3 * bool(_YEAR.search(line)) + 3 * bool(_ORGAN.search(line[: subject.start()])) + 2 * bool(re.search(r"(?:报告|总结)$", line))


def _skip_head(texts: list[str], lines: list[Line], words: HeadingWords) -> int:
    """Without a title the report begins at its first heading or real paragraph."""
    for i, t in enumerate(texts):
        if (len(t) > 40 or lines[i].level or _OPENING.fullmatch(t)) and not _is_furniture(t, words):
            return i
    return 0


def _names_furniture(line: str, words: HeadingWords) -> bool:
    """A whole sentence is furniture only where it begins as such: 在首页、主办单位 are words of prose as well."""
    if len(line) >= PROSE and "，" in line and line.endswith("。"):
        return line.startswith(words.furniture) and "。" not in line[:-1]
    return any(w in line for w in words.furniture) and not re.search(r"。.*。", line)


def _is_furniture(line: str, words: HeadingWords) -> bool:
    """Furniture of a page head: there a line of dates and sources is one too."""
    return _names_furniture(line, words) or is_dateline(line)
