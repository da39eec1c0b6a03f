"""What is quoted of a passage: enough to be checked, never the whole paragraph."""

from scorer.model.document import Sentence
from scorer.model.text import Span

LONGEST = 120
"""In clean characters; a quote that needs more is cut to the clauses around the hit."""
SHORTEST = 12
"""A shorter clause takes its neighbour along: nobody can check four characters."""


def quote(text: str, span: Span, sentence: Sentence) -> Span:
    """The clauses that `span` touches."""
    clauses = sentence.clauses
    touched = [i for i, c in enumerate(clauses) if c.touches(span)]
    if not touched:
        return span
    first, last = touched[0], touched[-1]
    while clauses[last].end - clauses[first].start < SHORTEST:
        if last + 1 < len(clauses) and text[clauses[last].end] in "，：\t":
            last += 1
        elif first and text[clauses[first].start - 1] in "，：\t":
            first -= 1
        else:
            break
    start, end = clauses[first].start, clauses[last].end
    if end - start > LONGEST:
        spare = max(LONGEST - len(span), 0) // 2
        start, end = max(start, span.start - spare), min(end, span.end + spare)
    return Span(start, end)
