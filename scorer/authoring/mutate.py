"""Mutations of a marked predicate: a deed undone, put off, missed by a little or done by somebody else no longer counts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

PLAN_HEADING = "四、下一年度工作打算"
STRANGER = "辖区一家化工企业"
_MARK = re.compile(r"\[([^\[\]]+)\]")
_BEFORE = {"negated": ("未", "尚未"), "planned": ("拟", "下一步将")}
_DONE = re.compile(r"(\[[^\[\]]+\])了|已经?(?=[^，。；已]{0,4}\[)")
_WHOLE = re.compile("100%|百分之百|１００％")
_SELF = re.compile("(^|[。；\n])(?:我局|本局|局里|全局|我委|本委|我县|本县|我市|县里|镇里)?(?=\\[)")
"""Where a sentence begins with this body, or with the marked predicate itself."""


class Mutant(NamedTuple):
    """A text that must no longer give what it gave; `heading` is None where the case's own stays."""

    kind: str
    text: str
    heading: str | None = None


def unmark(text: str) -> str:
    """The text without its marks."""
    return _MARK.sub(r"\1", text)


def mutations(text: str) -> Iterator[Mutant]:
    """Every way a done predicate can be undone, with the marks gone.

    >>> [m.text for m in mutations("[聘请]了律师，审核率100%。")]
    ['未聘请律师，审核率100%。', '尚未聘请律师，审核率100%。', '拟聘请律师，审核率100%。', '下一步将聘请律师，审核率100%。', \
'聘请律师，审核率100%。', '聘请了律师，审核率95%。', '辖区一家化工企业聘请了律师，审核率100%。']
    """
    if not _MARK.search(text):
        return
    # 未 and 拟 do not go with 了, nor does a plan: a native writer drops it
    bare = _DONE.sub(r"\1", text)
    for kind, words in _BEFORE.items():
        for word in words:
            yield Mutant(kind, _MARK.sub(rf"{word}\1", bare))
    yield Mutant("under_plan", unmark(bare), PLAN_HEADING)
    if _WHOLE.search(text):
        yield Mutant("missed", unmark(_WHOLE.sub("95%", text)))
    # with two deeds marked, the other is still this body's
    if _SELF.search(text) and len(_MARK.findall(text)) == 1:
        yield Mutant("other_actor", unmark(_SELF.sub(rf"\1{STRANGER}", text)))
