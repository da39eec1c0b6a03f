"""Sentences that two bodies do not write alike by chance: a deed with its figure, in a passage that is nearly the same throughout.

Titles of laws, slogans and the wordings of superiors stand in many reports word for word; they are nobody's own, and nothing can be
held against whoever repeats them. That another body held the same 27 hearings is another matter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from scorer.model.text import RawSpan

LONG = 60
"""Letters that the whole passage must have, titles and quotations aside."""
ALIKE = 90
"""Percent of likeness that it must have."""
_ASIDE = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」")
_SENTENCE = re.compile(r"[^。；;！!？?\n\r]+")
_COUNTERS = "次场期件宗起名人户家份篇条部处台批辆套间吨亩"
"""个 and 项 are left out: they count what slogans are made of (三项制度, 四个意识)."""
_FIGURE = re.compile(
    rf"(?<![\d.])(?:[2-9]|\d{{2,}}|\d+\.\d+)\s?[余多]?[万亿]?\s?(?:[{_COUNTERS}]|[万亿]?元)|(?<![\d.])(?!100(?:\.0+)?[%％])\d+(?:\.\d+)?[%％]"
    rf"|(?:[二三四五六七八九十两]|[一二三四五六七八九十百千万两]{{2,}})[余多]?(?:[{_COUNTERS}]|[万亿]?元)"
)
"""More than one of something, a sum, a share that is not the whole; no year, no number of a law or a telephone."""


def telling(mine: str, theirs: str, start: int, similarity: int, rare: Sequence[RawSpan]) -> tuple[RawSpan, ...]:
    """The telling sentences of the passage `mine`, which stands at `start` and as `theirs` in another body's report.

    `rare` are the shingles that both share and that are no common wording.
    """
    if similarity < ALIKE or _length(mine) < LONG:
        return ()
    known = set(_figures(theirs))
    return tuple(span for span, said in _sentences(mine, start) if _is_own(span, rare) and said and said <= known)


def _sentences(text: str, start: int) -> Iterator[tuple[RawSpan, set[str]]]:
    """Every sentence with its figures."""
    for m in _SENTENCE.finditer(text):
        yield RawSpan(start + m.start(), start + m.end()), set(_figures(m[0]))


def _figures(text: str) -> Iterator[str]:
    plain = normalize("NFKC", _ASIDE.sub("", text))
    return ("".join(found.split()) for found in _FIGURE.findall(plain))


def _length(text: str) -> int:
    return sum(c.isalnum() for c in _ASIDE.sub("", text))


def _is_own(sentence: RawSpan, rare: Iterable[RawSpan]) -> bool:
    """Whether it holds anything that is no common wording."""
    return any(span.start < sentence.end and sentence.start < span.end for span in rare)
