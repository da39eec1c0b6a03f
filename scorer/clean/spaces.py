"""Repair of spaces: those between Chinese characters go, those between the cells of a table become one tab."""

from scorer.clean.edit import Cuts, Edit
from scorer.clean.signs import is_chinese
from scorer.patterns import pattern

_RUN = pattern(r"[ \t]+")
_GAP = pattern(r"(?<=[^ \t\n])[ \t]{2,}(?=[^ \t\n])")
_NUMBER = "0123456789%"


def stray_spaces(text: str) -> Edit:
    r"""Chinese needs no spaces; page margins, justified lines and input methods leave them.

    >>> stray_spaces("  2023 年 1 月，聘 请 法律顾问 2 名").result
    '2023年1月，聘请法律顾问2名'
    >>> stray_spaces("项目   单位   数量\n立案\t件\t58").result
    '项目\t单位\t数量\n立案\t件\t58'
    """
    cuts: Cuts = []
    tabs: list[int] = []
    rows = _Rows(text)
    for m in _RUN.finditer(text):
        start, end = m.span()
        if start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n":
            cuts.append((start, end))
            continue
        wide = end - start > 1 or text[start] == "\t"
        if wide and rows.is_row(start):
            if text[start] != "\t":
                tabs.append(start)
            start += 1
        elif not _needless(text[start - 1], text[end]):
            start += 1
        if end > start:
            cuts.append((start, end))
    return _edit(text, cuts, tabs)


def _needless(left: str, right: str) -> bool:
    if is_chinese(left):
        return is_chinese(right) or right in _NUMBER
    if is_chinese(right):
        return left in _NUMBER
    return right == "%" and left in _NUMBER


class _Rows:
    """Whether the line around an offset is a row of a table; offsets are asked in order, each line is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1
        self._row = False

    def is_row(self, offset: int) -> bool:
        if offset >= self._end:
            start = self._text.rfind("\n", 0, offset) + 1
            stop = self._text.find("\n", offset)
            self._end = stop if stop >= 0 else len(self._text)
            line = self._text[start : self._end].strip(" \t")
            self._row = "\t" in line or len(_GAP.findall(line)) >= 2
        return self._row


def _edit(text: str, cuts: Cuts, tabs: list[int]) -> Edit:
    if not tabs:
        return Edit(text, tuple(cuts), len(cuts))
    chars = list(text)
    for at in tabs:
        chars[at] = "\t"
    return Edit("".join(chars), tuple(cuts), len(cuts) + len(tabs))
