"""Pages that would keep their parser busy: it takes time with the square of nested elements, and of attributes of one element."""

from collections import Counter

from scorer.patterns import pattern

MOST_LEVELS = 1000
"""Levels; pages of content systems have 40, and somewhat more where their authors forget to close elements."""
USUAL_SIZE = 1_000_000
"""Characters of a page; the longest known has a fifth of that."""
USUAL_WORK = 2_000_000
"""Tags times levels of a page; the usual comes to 50,000."""
USUAL_TAG = 4000
"""Characters in one tag without what stands in quotation marks."""
_TAG = pattern(r"<(/?)([a-zA-Z][^\s/>]*)")
_QUOTED = pattern("\"[^\"]*\"|'[^']*'")
_EMPTY = "br|hr|img|input|meta|link|area|base|col|embed|param|source|track|wbr"
_CLOSED_BY_NEXT = "p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|caption"
_UNNESTED = pattern(f"(?:{_EMPTY}|{_CLOSED_BY_NEXT})")
"""Elements that are empty, or closed by the next of their kind."""


def is_unusual(page: str) -> bool:
    """Whether a page is better read where time is limited."""
    if len(page) > USUAL_SIZE:
        return True
    if any(len(tag) > USUAL_TAG and len(_QUOTED.sub("", _head(tag))) > USUAL_TAG for tag in page.split("<")):
        return True
    tags, levels = _measure(page)
    return tags * levels > USUAL_WORK


def is_too_deep(page: str) -> bool:
    """Whether elements are nested so deep that nobody wrote them."""
    return page.count("<") > MOST_LEVELS and _measure(page)[1] > MOST_LEVELS


def _head(tag: str) -> str:
    """A tag up to its end; all there is where that may stand in quotation marks."""
    head = tag.partition(">")[0]
    return tag if head.count('"') % 2 or head.count("'") % 2 else head


def _measure(page: str) -> tuple[int, int]:
    """Tags, and levels up to the first that is too deep."""
    tags = levels = 0
    stack: list[str] = []
    there: Counter[str] = Counter()
    for tag in _TAG.finditer(page):
        tags += 1
        name = tag[2].lower()
        if _UNNESTED.fullmatch(name):
            continue
        if not tag[1]:
            stack.append(name)
            there[name] += 1
            levels = max(levels, len(stack))
            if levels > MOST_LEVELS:
                break
            continue
        while there[name]:
            last = stack.pop()
            there[last] -= 1
            if last == name:
                break
    return tags, levels
