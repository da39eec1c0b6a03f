"""Traditional characters to simplified ones, by phrase, length kept; only where traditional characters occur."""

import re

from scorer.clean.edit import Edit, swap
from scorer.clean.t2s import convert
from scorer.hanzi.traditional import TRADITIONAL

_SILENT = re.compile("繁體|毕昇|苧")
"""What tells nothing of its paragraph: pages in simplified characters link to their 繁體 version, and opencc itself writes the others."""


def simplify(text: str) -> Edit:
    """Paragraphs with traditional characters as opencc gives them, the others untouched.

    The guard keeps the dictionaries out of runs over simplified text.

    >>> simplify("生態環境\\n朱乾坤").result
    '生态环境\\n朱乾坤'
    """
    if not _is_traditional(text):
        return Edit(text)
    pairs = zip(text.split("\n"), convert(text).split("\n"), strict=True)
    return swap(text, "\n".join(new if _is_traditional(old) else old for old, new in pairs))


def _is_traditional(paragraph: str) -> bool:
    return not TRADITIONAL.isdisjoint(_SILENT.sub("", paragraph))
