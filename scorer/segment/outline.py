"""Sentences in their sections: heading paths and roles for every sentence of a report."""

from collections.abc import Iterator

from msgspec import Struct

from scorer.model.document import Role, Sentence
from scorer.model.lexicon import HeadingWords
from scorer.model.text import Span
from scorer.patterns import pattern
from scorer.segment.furniture import Extent
from scorer.segment.lines import Line
from scorer.segment.roles import RoleReader
from scorer.segment.sentences import split_clauses, split_sentences

_LIST_ITEM = pattern(
    r"[—\-•·\s]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六七八九十]+[是要]|其[一二三四五六七八九]|首先|其次|再次|最后|第[一二三四五六七八九]|[—\-•·])"
)
_CARRIES_ON = pattern(r"[：:]$|(?:如下|方面|问题|不足|差距|工作)[。；]?$")


class _Open(Struct, frozen=True):
    """A heading still in force, with the role it gave."""

    level: int
    span: Span
    role: Role


def outline(text: str, lines: list[Line], extent: Extent, words: HeadingWords, year: int | None) -> Iterator[Sentence]:
    """Every sentence of the page in order; what lies outside the report is boilerplate."""
    roles = RoleReader(words, year)
    stack: list[_Open] = []
    index = 0
    carried: Role | None = None
    for n, line in enumerate(lines):
        outside = n < extent.begin or n >= extent.end
        level = 0 if outside else line.level
        if level:
            title = line.heading or Span(line.span.start, min(line.span.start + 24, line.span.end))
            given = roles.of_heading(text[title.start : title.end])
            if given is not None or line.heading:
                while stack and stack[-1].level >= level:
                    stack.pop()
                above = stack[-1].role if stack else Role.WORK
                # what stands under a plan stays a plan, whatever shortcoming its heading means to mend
                stack.append(_Open(level, title, above if above is Role.PLANS else given or above))
                carried = None
        prior = Role.BOILERPLATE if outside else stack[-1].role if stack else Role.PREAMBLE
        if carried and not level and not _LIST_ITEM.match(text[line.span.start : line.span.end]):
            carried = None
        lead = carried
        path = tuple(o.span for o in stack) if not outside else ()
        for span in _sentences(text, line):
            is_heading = bool(line.heading) and span == line.heading
            if not outside and not is_heading:
                opened = roles.of_lead(text[span.start : span.end])
                if opened is Role.WORK and prior in (Role.PROBLEMS, Role.MIXED):
                    opened = None  # 一年来 opens an account of shortcomings as well
                lead = opened if opened and opened != prior else lead if opened is None else None
            yield Sentence(index, span, n, _role(prior, lead), path, split_clauses(text, span), is_heading)
            index += 1
        body = text[line.span.start : line.span.end]
        if not outside and lead and (_CARRIES_ON.search(body) or carried):
            carried = lead
        else:
            carried = None


def _sentences(text: str, line: Line) -> list[Span]:
    if line.heading is None:
        return split_sentences(text, line.span)
    return [line.heading, *split_sentences(text, line.body)]


def _role(prior: Role, lead: Role | None) -> Role:
    if prior is Role.BOILERPLATE or lead is None:
        return Role.PROBLEMS if prior is Role.MIXED else prior
    return lead
