"""Paragraphs and their headings: what marks a line as a heading, and how deep it lies."""

import re

from msgspec import Struct

from scorer.model.text import Span
from scorer.patterns import pattern

_MARKS = (
    pattern(r"#{1,6}\s*"),
    pattern(r"第?[一二三四五六七八九十壹贰叁肆伍陆柒捌玖]{1,3}(?:[、.．]|部分[、：]?)|[一二三四五六七八九十]{1,3} "),
    pattern(r"（[一二三四五六七八九十]{1,3}）[、.]?"),
    pattern(r"\d{1,2}(?:[、．]|[.](?!\d))"),
    pattern(r"（\d{1,2}）|[①-⑳]|\d{1,2}）"),
    pattern(r"[—－-]{1,3}\s*|[●◆■▲★•○◇]\s*"),
)
HEADING_LENGTH = 44
"""Longest heading with a number before it; gold and sample reports stay under 40."""
ITEM_LENGTH = 20
"""A numbered line of one longer sentence, or one with a figure, is an item of a list, not a heading."""
BARE_LENGTH = 22
"""Longest heading that is just a short line of its own."""
_FIGURE = pattern(r"\d+(?:\.\d+)?(?:[%件次份家人名宗起个项场期条]|万元)")
_INLINE_END = pattern(r"[。：！]")
_TWO_PART = pattern(r"[^，。；：！\d]{2,12}：[^。；：！\d]{2,18}")
"""A heading in two parts (责任在肩：一把手带头抓), nothing after it."""


class Line(Struct, frozen=True):
    """One paragraph; `heading` is its heading part (the whole line or its first sentence), `level` 0 for none."""

    span: Span
    level: int
    heading: Span | None
    body: Span


def split_lines(text: str) -> list[Line]:
    """Paragraphs of `text` that hold anything, with their headings."""
    spans, start = [], 0
    for raw in text.split("\n"):
        left = len(raw) - len(raw.lstrip())
        body = raw.strip()
        if body:
            spans.append(Span(start + left, start + left + len(body)))
        start += len(raw) + 1
    return [_read_line(text, s, n) for s, n in zip(spans, [*spans[1:], None], strict=True)]


def heading_mark(text: str) -> tuple[int, int]:
    """Level (1 outermost) and length of the numbering that opens `text`; (0, 0) for none."""
    for level, mark in enumerate(_MARKS):
        if m := mark.match(text):
            return max(level, 1), m.end()
    return 0, 0


def _read_line(text: str, span: Span, following: Span | None) -> Line:
    line = text[span.start : span.end]
    level, mark = heading_mark(line)
    if level:
        end = None if _TWO_PART.fullmatch(line, mark) else _INLINE_END.search(line, mark)
        stop = end.end() if end else len(line)
        if stop <= HEADING_LENGTH and not _is_item(line[mark:stop], whole=stop == len(line), deep=level > 2):
            at = span.start + stop
            return Line(span, level, Span(span.start, at), Span(at, span.end))
        return Line(span, level, None, span)
    if _is_bare_heading(line) and following and _opens_content(text[following.start : following.end]):
        return Line(span, 1, span, Span(span.end, span.end))
    return Line(span, 0, None, span)


def _is_item(text: str, *, whole: bool, deep: bool) -> bool:
    """True for a list item that says something of its own: a figure, or a whole sentence."""
    if _FIGURE.search(text):
        return True
    return len(text) > ITEM_LENGTH and ((whole and text.endswith("。")) or (deep and "，" in text))


def _opens_content(line: str) -> bool:
    """A heading stands before a paragraph or another heading, never before a signature's date."""
    return len(line) >= 25 or heading_mark(line)[0] > 0


def _is_bare_heading(line: str) -> bool:
    return 4 <= len(line) <= BARE_LENGTH and not re.search(r"[。；：:，,！？?\d>|\t]$|[，。；|>\t]", line)
