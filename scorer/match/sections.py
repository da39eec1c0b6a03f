"""Evidence that is not a wording: the parts of a report, and its dates."""

from collections.abc import Iterator
from datetime import date

from scorer.match.quotes import quote
from scorer.model.document import Document, Role
from scorer.model.result import Doubt, Evidence, Reason, State, Value
from scorer.model.rule import Element, ProvedBy, Rule
from scorer.model.text import Span

SECTION_LENGTH = 15
"""A part that says less than this says nothing."""
SECTION_QUOTE = 60
"""Longest quote of a heading with what follows it."""
_ROLES = {ProvedBy.PLANS: Role.PLANS, ProvedBy.PROBLEMS: Role.PROBLEMS}


def find_sections(document: Document, rule: Rule, element: Element) -> Iterator[Evidence]:
    """The part on plans or on problems proves that the report has one: cite its heading, then what it says."""
    role = _ROLES.get(element.proved_by)
    sentences = [s for s in document.sentences if s.role is role]
    content = [s for s in sentences if not s.is_heading and len(s.span) >= SECTION_LENGTH]
    if not content:
        return
    # a part with a heading of its own before a remark among other things
    own = {s.span for s in sentences if s.is_heading}
    content.sort(key=lambda s: (not own.intersection(s.headings), s.index))
    first, *others = content
    heading = next((h for h in first.headings if 0 < first.span.start - h.start <= SECTION_QUOTE), None)
    cited = quote(document.text, first.clauses[0], first)
    if heading:
        # heading and first clause together: neither alone shows that the part is there and says something
        cited = Span(heading.start, min(cited.end, heading.start + SECTION_QUOTE))
    yield Evidence(rule.id, element.id, cited, first.index, "", 100.0, State.DONE, (Reason(cited, "section"),), rank=(-1.0, 0.0, 0.0, 0.0, 0.0))
    for s in others[:2]:
        span = quote(document.text, s.clauses[0], s)
        yield Evidence(
            rule.id, element.id, span, s.index, "", 100.0, State.DONE, (Reason(span, "section"),), rank=(0.0, 0.0, 0.0, 0.0, float(s.span.start))
        )


def find_deadline(document: Document, rule: Rule, element: Element) -> Iterator[Evidence]:
    """The publication date against the deadline in force for the report year, else the date of the signature.

    A signature past the deadline is a miss; one before it leaves open when the report was published.
    """
    found = document.published or document.signed
    due = next((d for d in element.deadlines if document.year and d.first <= document.year <= d.last), None)
    if found is None or due is None or document.year is None:
        return
    last_day = date(document.year + 1, due.month, due.day)
    in_time = found.value <= last_day
    doubts = (Doubt.SIGNATURE,) if document.published is None and in_time else ()
    value = Value("date", found.value.month * 100 + found.value.day, "月日", f"<= {last_day.isoformat()}", in_time)
    state = State.DONE if in_time else State.DENIED
    if found.span:
        yield Evidence(rule.id, element.id, found.span, -1, "", 100.0, state, (Reason(found.span, "date"),), "", value, doubts)
    elif document.sentences:
        # a date given from outside, or by the page's metadata alone, is no passage: the report's first line stands for it
        first = document.sentences[0].span
        yield Evidence(rule.id, element.id, first, -1, "", 100.0, state, (Reason(first, "given-date"),), "", value, doubts)
