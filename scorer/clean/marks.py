"""Repair of Markdown: its marks are no words, and stand between words that belong together."""

import re
from collections.abc import Iterator

from scorer.clean.edit import Cuts, Edit, swap
from scorer.patterns import pattern

SIGNS = frozenset("*_`~[]<>|#-+=\\")
_FRONT = pattern(r"\A---[ \t]*\r?\n(?:(?:[^\W\d][\w-]*[ \t]*[:：]|[ \t]+|[ \t]*-[ \t]|\#)[^\n]*\n|\r?\n){1,60}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_TITLE = pattern(r"^(?:title|标题)[ \t]*[:：][ \t]*[\"']?(?P<keep>[^\r\n\"']+)", re.MULTILINE)
_NUMBERED = r"(?:第?[一二三四五六七八九十壹贰叁肆伍陆]{1,3}[、.．章部]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．])"
_MARK = pattern(
    # Lines of marks alone: rules, underlines of headings, fences of code, where links lead to.
    r"^[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={2,}[ \t]*|(?:```|~~~)[^\n]*)(?:\n|\Z)"
    r"|^[ ]{0,3}\[[^\[\]\n]{1,80}\]:[ \t]*(?:https?:|/|\.|#|mailto:)[^\n]*(?:\n|\Z)"
    # What opens a line: quotes, items, titles, and headings that are told by their number already.
    r"|^(?:[ \t]{0,3}>[ \t]?)+"
    r"|^[ \t]{0,20}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=[^\s*+-])"
    rf"|^[ ]{{0,3}}#{{1,6}}[ \t]*(?={_NUMBERED})|^[ ]{{0,3}}#[ \t]*(?=[^\n#]{{0,80}}(?:报告|总结|汇报))"
    # What closes it.
    r"|(?<=[^#\s])[ \t]+#+[ \t]*$|\\$"
    # Within: tags, pictures, marks of footnotes, of code, and what keeps a sign from being a mark.
    r"|</?(?:a|b|i|u|em|strong|font|span|center|div|p|sub|sup|small|mark|del|ins|img|table|thead|tbody|tr|td|th)(?:[ \t][^<>\n]{0,200})?/?>"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\n]{0,400}\)|\[\^[^\[\]\n]{1,20}\]:?|`+|\\(?=[!-/:-@\[-`{-~])",
    re.MULTILINE | re.IGNORECASE,
)
_LINK = pattern(r"(\[)(?=[^\[\]\n]+\])[^\[\]\n]+(\](?:\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+[\"'][^\"'\n]*[\"'])?\)|\[[^\[\]\n]*\]))")
_EMPHASIS = pattern(r"\*{1,3}|_{1,3}|~~|\n")
_RULE = pattern(r"^[ \t]{0,20}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?(?:\n|\Z)", re.MULTILINE)
_BREAK = pattern(r"<br[ \t]{0,9}/?>", re.IGNORECASE)


def markdown(text: str) -> Edit:
    r"""Marks go, the words between them stay; cells of a table are parted by tabs.

    >>> markdown("**聘请**[法律顾问](http://a.cn/x)2名").result
    '聘请法律顾问2名'
    >>> markdown("|项目|件数|\n|---|---|\n|立案|58|").result
    '项目\t件数\n立案\t58'
    """
    signs = list(text)
    cuts = [*_front(text), *_comments(text), *_tables(text, signs), *_breaks(text, signs)]
    cuts += [m.span() for m in _MARK.finditer(text)]
    cuts += [m.span(i) for m in _LINK.finditer(text) for i in (1, 2)]
    cuts += _emphasis(text)
    merged = _merge(cuts)
    changed = swap(text, "".join(signs))
    return Edit(changed.text, tuple(merged), len(merged) + changed.count)


def _merge(cuts: Cuts) -> Cuts:
    merged: Cuts = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """Marks that have a partner on their line: one that leans on the word after it, one that leans on the word before."""
    opened: dict[str, tuple[int, int]] = {}
    for m in _EMPHASIS.finditer(text):
        mark, (start, end) = m[0], m.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if mark == "\n":
            opened.clear()
        elif mark in opened and before.strip() and not (mark[0] == "_" and _is_foreign(after)):
            yield opened.pop(mark)
            yield start, end
        elif after.strip() and not (_is_foreign(before) and (mark[0] == "_" or after.isdigit())):
            opened[mark] = start, end


def _is_foreign(char: str) -> bool:
    """A letter or digit: underscores belong to the word there, and asterisks between figures multiply."""
    return char.isascii() and char.isalnum()


def _front(text: str) -> Iterator[tuple[int, int]]:
    """Fields at the top; the title stays where the text below does not have it."""
    front = _FRONT.match(text)
    if front is None:
        return
    title = _TITLE.search(front[0])
    if title is None or title["keep"].strip() in text[front.end() :]:
        yield front.span()
    else:
        yield 0, title.start("keep")
        yield front[0].index("\n", title.end()) + 1, front.end()


def _comments(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("<!--")
    while at >= 0 and (end := text.find("-->", at + 4)) >= 0:
        yield at, end + 3
        at = text.find("<!--", end)


def _tables(text: str, signs: list[str]) -> Iterator[tuple[int, int]]:
    """Rows that begin with a bar, or stand over or under a line of bars and dashes; that line goes."""
    rules = {m.start(): m.end() for m in _RULE.finditer(text)} if "|" in text else {}
    start, inside = 0, False
    for line in text.split("\n") if "|" in text else ():
        end = start + len(line)
        if start in rules:
            yield start, rules[start]
            inside = True
        elif "|" in line and (inside or end + 1 in rules or line.lstrip(" \t").startswith("|")):
            yield from _row(text, start, end, signs)
        else:
            inside = False
        start = end + 1


def _row(text: str, start: int, end: int, signs: list[str]) -> Iterator[tuple[int, int]]:
    line = text[start:end]
    edges = (start + len(line) - len(line.lstrip()), start + len(line.rstrip()) - 1)
    for bar in (i for i in range(start, end) if text[i] == "|" and text[i - 1 : i] != "\\"):
        if bar in edges:
            yield bar, bar + 1
        else:
            signs[bar] = "\t"


def _breaks(text: str, signs: list[str]) -> Iterator[tuple[int, int]]:
    """A break ends a line, but not inside a table's row."""
    for m in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, m.start()) + 1 : m.start()]
        signs[m.start()] = " " if "|" in line or "\t" in line else "\n"
        yield m.start() + 1, m.end()
