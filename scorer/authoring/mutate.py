"""Mutations of a marked predicate: `局里[聘请]了律师` with 未, 尚未, 拟, 将 before it, or under a plan."""

import re
from collections.abc import Iterator

_MARK = re.compile(r"\[([^\[\]]+)\]")
_BEFORE = {"negated": ("未", "尚未"), "planned": ("拟", "下一步将")}


def unmark(text: str) -> str:
    """The text without its marks."""
    return _MARK.sub(r"\1", text)


def mutations(text: str) -> Iterator[tuple[str, str]]:
    """(kind, mutated text with the marks gone) for every way a done predicate can be undone.

    >>> [t for _, t in mutations("局里[聘请]了律师。")][:2]
    ['局里未聘请律师。', '局里尚未聘请律师。']
    """
    if not _MARK.search(text):
        return
    # 未 and 拟 do not go with 了: a native writer drops it
    bare = re.sub(r"(\[[^\[\]]+\])了", r"\1", text)
    for kind, words in _BEFORE.items():
        for word in words:
            yield kind, _MARK.sub(rf"{word}\1", bare)
