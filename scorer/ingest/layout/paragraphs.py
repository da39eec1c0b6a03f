"""Lines of a document -> paragraphs: lines that a program broke at the margin are joined, over columns and pages too."""

import re
from collections import defaultdict
from itertools import pairwise

from msgspec import Struct

from scorer.ingest.layout.columns import WHOLE, Line
from scorer.ingest.layout.joints import joint

_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:、|[.．](?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节部]|[●◆■★▲➢·•]"
)
"""What opens a heading or an item of a list."""
_POINT = re.compile("[一二三四五六七八九十]{1,3}[是要]|其[一二三四五六]")
"""What opens a point of a list and may stand within a paragraph."""
_CLOSED = re.compile("[。；！？：…:;][”’」』）》]*$")
_FIGURE = re.compile("[0-9A-Za-z]")
_GOES_ON = ("，", "、")
_HANGING = ("，", "。", "、", "；", "：")
"""Marks that programs leave hanging over the margin rather than begin the next line with them."""
_PLAY = 0.4
"""How far before the margin a full line may end, in widths of a character."""
_EXACT, _MOST = 0.15, 0.8
"""Lines are stretched to the margin where this share of those with figures in them that come near it comes so near."""
_LEVEL, _INDENT, _DEEPEST = 0.5, 1.3, 8.0
"""Characters up to which lines begin alike; from which one is indented; up to which that opens a paragraph."""
_ASIDE = 0.3
"""Share of the column's width by which a line is indented that does not open a paragraph."""
_SHORT = 3
"""Characters missing from a line that is surely a paragraph's last."""
_PITCH = 1.3
"""How much further apart than usual the lines of one paragraph may stand."""
_SIZES = 0.12
_FEW = 10
"""Lines in a column from which one alone may stick out of it."""
_PROSE = 0.6
"""Share of the column's width that the last piece of a line takes where it is no row of a table."""
_RAGGED = 0.12
"""How much more of the page is empty on the right of hard-wrapped text than on its left."""


class Margins(Struct, frozen=True):
    """Where lines begin and end; `wrapped` where that is the author's doing, who broke lines far from the page's edge."""

    left: float
    right: float
    wrapped: bool


class Style(Struct, frozen=True):
    """How this document sets paragraphs apart."""

    margins: dict[tuple[int, int], Margins]
    pitch: float = 0.0
    indents: bool = False
    justified: bool = False

    def indent(self, line: Line) -> float:
        """Where a line begins, in widths of a character from the margin."""
        return (line.left - self.margins[line.column].left) / line.row.em

    def lack(self, line: Line) -> float:
        """How far before the margin it ends."""
        return self.margins[line.column].right - line.right

    def is_aside(self, line: Line) -> bool:
        """Whether a line is set to the right, as signatures are."""
        margins = self.margins[line.column]
        return line.left - margins.left > _ASIDE * (margins.right - margins.left)

    def is_apart(self, a: Line, b: Line) -> bool:
        """Whether there is a gap between two lines, one under the other."""
        return a.block == b.block and a.row.base - b.row.base > _PITCH * self.pitch * a.row.em

    def is_full(self, a: Line, b: Line) -> bool:
        """Whether what `b` begins with would not have fitted at the end of `a`."""
        return b.row.segments[0].lead + _PLAY * a.row.em >= self.lack(a)

    def is_last(self, a: Line) -> bool:
        """Whether a line is surely a paragraph's last, since it is not stretched to the margin where others are."""
        return self.justified and self.lack(a) > _EXACT * a.row.em


def to_text(lines: list[Line]) -> str:
    """One paragraph a line; hard-wrapped lines stay as they are, with their indents and gaps, for cleaning to mend."""
    if not lines:
        return ""
    style = _find_style(lines)
    full = [style.is_full(a, b) for a, b in pairwise(lines)] + [False]
    out = [_indented(lines[0], style)]
    opening = lines[0]
    for i, (a, b) in enumerate(pairwise(lines)):
        if full[i] and _may_continue(a, b, style) and _continues(opening, a, b, style, full[i + 1]):
            out += [_between(a, b), b.text]
            continue
        gap = style.margins[b.column].wrapped and style.is_apart(a, b)
        out += ["\n\n" if gap else "\n", _indented(b, style)]
        opening = b
    return "".join(out) + "\n"


def _indented(line: Line, style: Style) -> str:
    return "\u3000" * round(style.indent(line)) * style.margins[line.column].wrapped + line.text


def _between(a: Line, b: Line) -> str:
    """A space where the file has one beside a foreign word, or should have."""
    if a.row.segments[-1].text.endswith(" ") and max(a.text[-1], b.text[0]) < "\u2e80":
        return " "
    return joint(a.text, b.text)


def _may_continue(a: Line, b: Line, style: Style) -> bool:
    """Rows of tables, hard-wrapped lines, other sizes of letters and gaps between lines keep two lines apart."""
    margins = style.margins[a.column]
    last = a.row.segments[-1]
    if b.row.cells > 1 or (a.row.cells > 1 and last.right - last.left < _PROSE * (margins.right - margins.left)):
        return False
    return not margins.wrapped and abs(a.row.em - b.row.em) <= _SIZES * a.row.em and not style.is_apart(a, b)


def _continues(opening: Line, a: Line, b: Line, style: Style, full: bool) -> bool:
    """Whether `b` belongs to the paragraph from `opening` to the full line `a`; `full` where `b` reaches the margin, too."""
    step = style.indent(b) - style.indent(a)
    if style.is_aside(a):
        return _is_centred(a, b, style)
    if step > _LEVEL:
        return _is_centred(a, b, style) or (a is opening and step <= _DEEPEST and _MARK.match(a.text) is not None)
    if step < -_LEVEL:
        return a is opening
    if style.indents:
        return a is not opening or style.indent(a) < _INDENT
    return not style.is_last(a) and _runs_on(a, b, full)


def _runs_on(a: Line, b: Line, full: bool) -> bool:
    """Of paragraphs without indents: a full line may be a paragraph's last, so that what follows must not look like a new one."""
    if a.text.endswith(_GOES_ON):
        return True
    if _MARK.match(b.text):
        return False
    if not _CLOSED.search(a.text):
        return True
    return not _POINT.match(b.text) and (full or _CLOSED.search(b.text) is not None)


def _is_centred(a: Line, b: Line, style: Style) -> bool:
    """A title over several lines; its first takes the whole width."""
    room = style.indent(a) * a.row.em + style.lack(a)
    return (
        abs(a.left + a.right - b.left - b.right) <= 2 * _LEVEL * a.row.em
        and room <= b.row.segments[0].lead + _LEVEL * a.row.em
        and not _CLOSED.search(a.text)
    )


def _find_style(lines: list[Line]) -> Style:
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    style = Style({column: _find_margins(column[0], group) for column, group in columns.items()})
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block and max(a.row.cells, b.row.cells) == 1]
    gaps = sorted((a.row.base - b.row.base) / a.row.em for a, b in pairs)
    openers = [b for a, b in pairs if style.lack(a) > _SHORT * a.row.em]
    opened = sum(_INDENT <= style.indent(b) <= _DEEPEST for b in openers)
    near = [lack for a, _ in pairs if (lack := style.lack(a) / a.row.em) <= 1 and _FIGURE.search(a.text)]
    return Style(
        style.margins,
        gaps[len(gaps) * 3 // 10] if gaps else 0.0,
        opened >= max(2, 0.5 * len(openers)),
        len(near) > _SHORT and sum(lack <= _EXACT for lack in near) >= _MOST * len(near),
    )


def _find_margins(place: int, lines: list[Line]) -> Margins:
    """The margins that more than a few lines reach."""
    lines = [line for line in lines if line.row.cells == 1] or lines
    few = max(len(lines) >= _FEW, len(lines) * 3 // 100)
    left = sorted(line.left for line in lines)[few]
    right = sorted(line.right - line.row.em * line.text.endswith(_HANGING) for line in lines)[-1 - few]
    width = lines[0].width
    wrapped = place == WHOLE and len(lines) > _SHORT and width - right > left + _RAGGED * width
    return Margins(left, right, wrapped)
