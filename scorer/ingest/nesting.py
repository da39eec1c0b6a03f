"""How deep the elements of a page are nested: parsing takes time with the square of it, so it must be known before."""

import re
from collections import Counter

MOST = 1000
"""Levels; pages of content systems have 40, and somewhat more where their authors forget to close elements."""
MOST_WORK = 20_000_000
"""Tags times levels."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_UNNESTED = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption"]
)
"""Elements that are empty, or closed by the next of their kind."""


def is_too_deep(page: str) -> bool:
    """Whether to parse a page would take unbounded time."""
    if page.count("<") <= MOST:
        return False
    tags = deepest = 0
    stack: list[str] = []
    there: Counter[str] = Counter()
    for closing, name in _TAG.findall(page):
        tags += 1
        name = name.lower()
        if name in _UNNESTED:
            continue
        if not closing:
            stack.append(name)
            there[name] += 1
            deepest = max(deepest, len(stack))
            if deepest > MOST:
                return True
            continue
        while there[name]:
            last = stack.pop()
            there[last] -= 1
            if last == name:
                break
    return tags * deepest > MOST_WORK
