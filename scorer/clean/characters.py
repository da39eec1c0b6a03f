"""Repairs of single characters: line ends, invisible ones, look-alikes, width. All but the first two keep the length."""

import re
import unicodedata
from operator import ne

from scorer.clean.edit import Edit, cut, swap
from scorer.patterns import pattern

_CRLF = pattern(r"\r(?=\n)")
LINE_ENDS = frozenset("\r\v\f\x85\u2028\u2029")
_LINE_ENDS = str.maketrans(dict.fromkeys(LINE_ENDS, "\n"))
INVISIBLE = pattern(
    "\x1b\\[[0-9;?]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
RADICALS = pattern("[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9]")
_SUPPLEMENT = str.maketrans("⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰", "民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙")
SPACES = frozenset("\u3000\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")
DOTS = frozenset("·‧・･•∙⋅")
_NARROW = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in "!(),:;?~|"},
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(DOTS - {"·"}, "·"),
    **dict(zip("﹪﹣﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞｡､", "%-，、.；：？！（）〔〕。、", strict=True)),
}
_WIDE = pattern(f"[{re.escape(''.join(sorted(_NARROW)))}]")
_PUNCTUATION = tuple(zip(";?!()", "；？！（）", strict=True))
_WIDE_NUMBER = pattern("(?<![０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])")
_OUTSIDE_NUMBERS = tuple((pattern(rf"{a}(?:(?<![0-9].)|(?![0-9]))"), a, b) for a, b in zip(",:", "，：", strict=True))
WIDTH = frozenset(_NARROW) | frozenset(",;:?!()")


def line_ends(text: str) -> Edit:
    r"""Every line ends at \n: reports come from three systems and one word processor.

    >>> line_ends("一\r\n二\r三").result
    '一\n二\n三'
    """
    cuts = tuple(m.span() for m in _CRLF.finditer(text))
    lone = text.translate(_LINE_ENDS)
    return Edit(lone, cuts, sum(map(ne, text, lone)))


def invisible(text: str) -> Edit:
    r"""Characters nobody sees break words that everybody reads whole.

    >>> invisible("法\u200b律\ufeff顾\xad问").result
    '法律顾问'
    >>> invisible("聘请\x1b[1;31m法律顾问\x1b[0m").result
    '聘请法律顾问'
    """
    return cut(text, [m.span() for m in INVISIBLE.finditer(text)])


def radicals(text: str) -> Edit:
    r"""Text copied out of PDF files writes some characters as their radical or compatibility forms.

    >>> radicals("\u2f8f政执法\u2f08员").result
    '行政执法人员'
    """
    return swap(text, RADICALS.sub(_plain_form, text))


def _plain_form(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0].translate(_SUPPLEMENT))
    return plain if len(plain) == 1 else match[0]


def width(text: str) -> Edit:
    """Digits, letters and signs in ASCII, Chinese punctuation in Chinese width, all spaces plain.

    >>> width("办结率９８．５％,其余(3件)于10:30办结,共1,260件").result
    '办结率98.5%，其余（3件）于10:30办结，共1,260件'
    >>> width("罚款１２，６００元，检查１５，立案３００件").result
    '罚款12,600元，检查15，立案300件'
    """
    new = text.replace("\u3000", " ").replace("\xa0", " ")
    new = _WIDE_NUMBER.sub(lambda m: m[0].replace("，", ","), new)
    new = _WIDE.sub(lambda m: _NARROW[m[0]], new)
    for narrow, wide in _PUNCTUATION:
        new = new.replace(narrow, wide)
    for outside, narrow, wide in _OUTSIDE_NUMBERS:
        if narrow in new:
            new = outside.sub(wide, new)
    return swap(text, new)
