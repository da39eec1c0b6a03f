"""Lines of a document -> paragraphs: lines that a program broke at the margin are joined, over columns and pages too."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from scorer.ingest.pdf.columns import Line

_MARK = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:、|[.．](?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节部]|[●◆■★▲➢·•]")
"""What opens a heading or an item of a list."""
_CLOSED = re.compile("[。；！？：…][”’」』）》]*$")
_GOES_ON = ("，", "、")
_HANGING = (*"，。、；：",)
"""Marks that programs leave hanging over the margin rather than begin the next line with them."""
_TOKEN = re.compile("[“‘「『（《【(]*(?:[!-~\u00b0-\u024f]+|.)[，。、；：！？”’」』）》】…]*")
"""What programs do not break at the end of a line: figures, foreign words, a character with the marks around it."""
_PLAY = 0.4
"""How far before the margin a full line may end, in widths of a character."""
_INDENT = 1.3
_LEVEL = 0.5
_PITCH = 1.3
"""How much further apart than usual lines of one paragraph may stand."""
_SIZES = 0.12
_SHORT = 3
_RAGGED = 0.12
"""How much more of the page is empty on the right of hard-wrapped text than on its left."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Where lines begin and end; `wrapped` where that is the author's doing, who broke lines far from the page's edge."""

    left: float
    right: float
    wrapped: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How this document sets paragraphs apart."""

    margins: dict[tuple[int, int], Margins]
    pitch: float
    indents: bool

    def of(self, line: Line) -> Margins:
        """The margins of the column that a line stands in."""
        return self.margins[line.place, round(line.width)]


def to_text(lines: list[Line]) -> str:
    """One paragraph a line; hard-wrapped lines stay as they are, with their indents and gaps, for cleaning to mend."""
    if not lines:
        return ""
    style = _find_style(lines)
    out = [_indent(lines[0], style), lines[0].text.rstrip()]
    opening = lines[0]
    for a, b in pairwise(lines):
        if _continues(opening, a, b, style):
            out.append(_between(a.text, b.text))
        else:
            out.append("\n" + _indent(b, style))
            opening = b
            if style.of(b).wrapped and _is_apart(a, b, style):
                out.insert(-1, "\n")
        out.append(b.text.rstrip())
    return "".join(out) + "\n"


def _indent(line: Line, style: Style) -> str:
    margins = style.of(line)
    return "\u3000" * round((line.left - margins.left) / line.em) if margins.wrapped else ""


def _between(a: str, b: str) -> str:
    """A space where the file has one or two foreign words meet, and none beside Chinese."""
    last, first = a.rstrip()[-1:], b[:1]
    if not (last < "\u2e80" and first < "\u2e80"):
        return ""
    return " " if a.endswith(" ") or (last.isalpha() and first.isalpha()) else ""


def _continues(opening: Line, a: Line, b: Line, style: Style) -> bool:
    """Whether `b` belongs to the paragraph that begins with `opening` and has `a` as its last line so far."""
    margins = style.of(a)
    if max(a.cells, b.cells) > 1 or margins.wrapped or abs(a.em - b.em) > _SIZES * a.em or not _is_full(a, b, margins):
        return False
    if a.block == b.block and _is_apart(a, b, style):
        return False
    own, next_ = a.left - margins.left, b.left - style.of(b).left
    step = (next_ - own) / a.em
    if step > _LEVEL:
        return _is_centred(a, b) or (a is opening and step <= 4 and _MARK.match(a.text) is not None)
    if step < -_LEVEL:
        return a is opening
    if style.indents:
        return a is not opening or own < _INDENT * a.em
    return _runs_on(a, b, style.of(b))


def _runs_on(a: Line, b: Line, margins: Margins) -> bool:
    """Of paragraphs without indents: a full line may be a paragraph's last, so that what follows must not look like a new one."""
    words = a.text.rstrip()
    if words.endswith(_GOES_ON):
        return True
    if _MARK.match(b.text):
        return False
    return not _CLOSED.search(words) or _CLOSED.search(b.text.rstrip()) is not None or b.right > margins.right - 2 * b.em


def _is_full(a: Line, b: Line, margins: Margins) -> bool:
    """Whether what `b` begins with would not have fitted at the end of `a`."""
    token = _TOKEN.match(b.text)
    width = sum(0.5 if c < "\u2e80" else 1.0 for c in token[0]) if token else 1.0
    return a.right + (min(width, 20) + _PLAY) * a.em >= margins.right


def _is_apart(a: Line, b: Line, style: Style) -> bool:
    return a.block == b.block and a.base - b.base > _PITCH * style.pitch * a.em


def _is_centred(a: Line, b: Line) -> bool:
    """A title over several lines."""
    return abs(a.left + a.right - b.left - b.right) <= 2 * _LEVEL * a.em and not _CLOSED.search(a.text.rstrip())


def _find_style(lines: list[Line]) -> Style:
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.place, round(line.width)].append(line)
    margins = {key: _find_margins(key[0], group) for key, group in columns.items()}
    gaps = sorted((a.base - b.base) / a.em for a, b in pairwise(lines) if a.block == b.block)
    openers = [b for a, b in pairwise(lines) if a.block == b.block and b.cells == 1 and a.right < margins[a.place, round(a.width)].right - _SHORT * a.em]
    opened = sum(_INDENT * b.em <= b.left - margins[b.place, round(b.width)].left <= 5 * b.em for b in openers)
    return Style(margins, gaps[len(gaps) * 3 // 10] if gaps else 1.5, opened >= 2 and opened >= 0.5 * len(openers))


def _find_margins(place: int, lines: list[Line]) -> Margins:
    """The margins that a few lines at least reach: one alone may stick out."""
    few = min(max(1, len(lines) * 3 // 100), len(lines) - 1)
    left = sorted(line.left for line in lines)[few]
    right = sorted(line.right - line.em * line.text.rstrip().endswith(_HANGING) for line in lines)[-1 - few]
    width = lines[0].width
    wrapped = place == 0 and len(lines) > _SHORT and width - right > left + _RAGGED * width
    return Margins(left, right, wrapped)
