"""Sentences and clauses inside a paragraph."""

from collections.abc import Iterator

from scorer.model.text import Span
from scorer.patterns import pattern

_SENTENCE_END = pattern(r"[。！？][）》]*")
LONGEST = 3000
"""Characters of a sentence before it is cut at a comma, or anywhere: nobody writes such, and reading one must not take for ever."""
TOPIC = "方面"
"""在…方面， only names the topic of the clause that follows: the two are one."""
_CLAUSE_ENDS = frozenset("，；：。！？\t\n")


def split_sentences(text: str, span: Span) -> list[Span]:
    """Sentences of `text[span]`, closing punctuation included, nothing but white space left out."""
    spans, start = [], span.start
    for m in _SENTENCE_END.finditer(text, span.start, span.end):
        spans.append(Span(start, m.end()))
        start = m.end()
    if text[start : span.end].strip():
        spans.append(Span(start, span.end))
    return [s for whole in spans for s in _cut(text, whole) if text[s.start : s.end].strip()]


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence in pieces that are not too long; nearly always in one."""
    start = span.start
    while span.end - start > LONGEST:
        comma = text.rfind("，", start + LONGEST // 2, start + LONGEST)
        end = comma + 1 if comma >= 0 else start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def split_clauses(text: str, span: Span) -> tuple[Span, ...]:
    """Clauses of a sentence, without the punctuation that ends them; commas inside 《》 and （） do not split."""
    spans, start, depth, at = [], span.start, 0, span.start
    for at in range(span.start, span.end):
        c = text[at]
        if c in "《（":
            depth += 1
        elif c in "》）":
            depth = max(depth - 1, 0)
        elif not depth and c in _CLAUSE_ENDS and not text.startswith(TOPIC, max(at - len(TOPIC), start)):
            if at > start:
                spans.append(Span(start, at))
            start = at + 1
    if start < span.end:
        spans.append(Span(start, span.end))
    return tuple(spans)
