"""Passages as the source has them: where a piece of evidence stands, for whoever wants to look it up."""

from bisect import bisect_right

from msgspec import Struct

from scorer.model.result import Evidence, Scorecard
from scorer.model.text import RawSpan, Span
from scorer.patterns import pattern

QUOTE_LIMIT = 200
"""Longest quote in source characters; a mirror with pinyin notes doubles the length of what was matched."""
_LINE_END = pattern(r"\r\n|\r|\n")


class Words(Struct, frozen=True):
    """Words that decided, cut from the source, and the cue they were taken for."""

    text: str
    span: RawSpan
    cue: str


class Citation(Struct, frozen=True):
    """A quote from the source with its place; `line` counts from 1, `section` lists the headings above."""

    quote: str
    span: RawSpan
    line: int
    section: tuple[str, ...]
    because: tuple[Words, ...]


class Citations:
    """Cites the evidence of one scorecard."""

    def __init__(self, card: Scorecard) -> None:
        self._card = card
        self._text = card.source.text
        self._line_ends = [m.end() for m in _LINE_END.finditer(self._text)]

    def cite(self, evidence: Evidence) -> Citation:
        """The passage behind `evidence`."""
        span = self._card.cite(self._fit(evidence))
        because = []
        for reason in evidence.because:
            words = self._card.cite(reason.span)
            because.append(Words(self._text[words.start : words.end], words, reason.cue))
        return Citation(self._text[span.start : span.end], span, self.line(span.start), self._section(evidence.sentence), tuple(because))

    def line(self, offset: int) -> int:
        """The line on which a source offset stands."""
        return bisect_right(self._line_ends, offset) + 1

    def _section(self, sentence: int) -> tuple[str, ...]:
        if sentence < 0:
            return ()
        here = self._card.document.sentences[sentence]
        return tuple(self._heading(h) for h in here.headings if h != here.span)

    def _heading(self, span: Span) -> str:
        """A heading in the source's own characters, without what cleaning took out of it (pinyin notes, line ends)."""
        raw = self._card.clean.offsets.raw
        return "".join(self._text[raw(i)] for i in range(span.start, span.end)).strip()

    def _fit(self, evidence: Evidence) -> Span:
        """The span of the quote, cut between clean characters where the source has too many; decisive words stay in."""
        span = evidence.span
        if self._length(span) <= QUOTE_LIMIT:
            return span
        inside = [r.span for r in evidence.because if span.holds(r.span) and self._length(r.span) <= QUOTE_LIMIT]
        keep = Span(min(s.start for s in inside), max(s.end for s in inside)) if inside else Span(span.start, span.start + 1)
        start, end = span.start, keep.end
        while start < keep.start and self._length(Span(start, end)) > QUOTE_LIMIT:
            start += 1
        while end > start + 1 and self._length(Span(start, end)) > QUOTE_LIMIT:
            end -= 1
        while end < span.end and self._length(Span(start, end + 1)) <= QUOTE_LIMIT:
            end += 1
        return Span(start, end)

    def _length(self, span: Span) -> int:
        raw = self._card.cite(span)
        return raw.end - raw.start
