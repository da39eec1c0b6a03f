"""Traditional characters to simplified ones, by phrase, length kept; only where traditional characters occur."""

import re
from functools import cache
from typing import Any

from scorer.clean.edit import Edit, swap
from scorer.hanzi.traditional import TRADITIONAL

_SILENT = re.compile("繁體|毕昇|苧")
"""What tells nothing of its paragraph: pages in simplified characters link to their 繁體 version, and opencc itself writes the others."""


def simplify(text: str) -> Edit:
    """Paragraphs with traditional characters as opencc gives them, the others untouched.

    The guard keeps opencc (50 ms to load) out of runs over simplified text.

    >>> simplify("生態環境\\n朱乾坤").result
    '生态环境\\n朱乾坤'
    """
    return swap(text, "\n".join(_convert(p) if _is_traditional(p) else p for p in text.split("\n")))


def _is_traditional(paragraph: str) -> bool:
    return not TRADITIONAL.isdisjoint(_SILENT.sub("", paragraph))


def _convert(paragraph: str) -> str:
    new: str = _converter().convert(paragraph)
    return new if len(new) == len(paragraph) else paragraph


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
