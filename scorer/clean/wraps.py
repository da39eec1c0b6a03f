"""Repair of hard line breaks: text that a program broke into lines of equal length, whatever the sentences."""

import re
from itertools import pairwise

from scorer.clean.edit import Cuts, Edit
from scorer.clean.layout import MARK, Layout, Line, find_layout

_DATE = r"(?:20\d\d|二[〇○零]\S{2}) *年[ \d一二三四五六七八九十]+月[ \d一二三四五六七八九十]+日"


def hard_breaks(text: str) -> Edit:
    """Join the lines of a paragraph again.

    Two lines are one where the first is as long as lines get in this text and the second does not open a paragraph.
    """
    layout = find_layout(text)
    if layout is None:
        return Edit(text)
    cuts: Cuts = []
    spaces: list[int] = []
    inside = False
    for a, b in pairwise(layout.lines):
        inside = inside or a.indent >= layout.base + 2
        start, stop = a.end, b.start + b.indent
        # where only the indent tells paragraphs, nothing is joined outside one: page furniture stays as it is
        if text.count("\n", start, stop) != 1 or not _continues(text, a, b, layout) or not (inside or layout.alike):
            inside = False
            continue
        if _is_latin(text[start - 1]) and _is_latin(text[stop]):
            spaces.append(start)
            start += 1
        if stop > start:
            cuts.append((start, stop))
    return Edit(_put_spaces(text, spaces), tuple(cuts), len(cuts) + len(spaces))


def _continues(text: str, a: Line, b: Line, layout: Layout) -> bool:
    """Where paragraphs are indented the indent decides; elsewhere only a sentence that goes on is sure to be one paragraph."""
    if a.size < layout.least or b.indent >= layout.base + 2:
        return False
    follower = text[b.start + b.indent : b.end]
    if re.fullmatch(_DATE, follower):
        return False
    return layout.indents or (not a.closed and (text[a.end - 1] in "，、" or not re.match(MARK, follower)))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _put_spaces(text: str, places: list[int]) -> str:
    if not places:
        return text
    chars = list(text)
    for at in places:
        chars[at] = " "
    return "".join(chars)
