"""Cues and their scopes: the words that say of a deed that it is done, planned, lacking or another's."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorer.match.search import TextIndex
from scorer.model.document import Sentence
from scorer.model.lexicon import Cue, Direction, Lexicon, Meaning, Reach
from scorer.model.text import Span
from scorer.patterns import pattern

OPENING_LENGTH = 4
"""A clause with at most this much before a backward cue has its subject in the clause before (…制度，至今尚未建立)."""
_TOPIC = pattern(r"[^\d已正拟将没未无]{2,30}，")
"""A clause that can be the subject of the next one: short, without figures, with nothing done or planned in it."""
GAP = 16
"""Most characters that `…` in a cue may stand for, beside the title of a document."""
_TITLE = pattern(r"[^《，。；]{0,16}(《[^》\n]{1,80}》)")


class CueHit(NamedTuple):
    """A cue in the text, with the stretches it speaks of."""

    cue: Cue
    span: Span
    scopes: tuple[Span, ...]

    def bears_on(self, parts: Sequence[Span]) -> bool:
        """True where it speaks of a phrase with these parts; a cue inside a part belongs to the phrase itself."""
        if any(part.holds(self.span) for part in parts):
            return False
        if self.cue.meaning is Meaning.STUDIED and any(part.touches(self.span) for part in parts):
            return False  # the phrase itself asks for what was studied
        return any(scope.touches(part) for scope in self.scopes for part in parts)


class CueFinder:
    """Finds the cues of a document, sentence by sentence."""

    def __init__(self, text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self._text = text
        self._index = TextIndex(text)
        self._beginnings = {text[i : i + length] for length in (1, 2) for i in range(len(text))}
        self._starts = [s.span.start for s in sentences]
        self._sentences = sentences
        self._pseudo = [(span, len(p.partition("…")[0])) for p in lexicon.pseudo for span in self._spans((p,))]
        self._done = list(self._index.find("已"))
        self.by_sentence: dict[int, list[CueHit]] = {}
        for cue in lexicon.cues:
            for span in self._spans(cue.words):
                self._add(cue, span)

    def _add(self, cue: Cue, span: Span) -> None:
        i = bisect_right(self._starts, span.start) - 1
        if i < 0 or not self._sentences[i].span.holds(span):
            return
        sentence = self._sentences[i]
        if (cue.roles and sentence.role not in cue.roles) or self._is_harmless(span):
            return
        scopes = []
        if cue.direction is not Direction.BACKWARD:
            # from its second character: 将聘请 bears on a phrase that begins with 聘请
            scopes.append(Span(span.start + 1, self._forward_end(cue, span, sentence)))
        if cue.direction is not Direction.FORWARD and not self._is_attributive(cue, span, sentence):
            scopes.append(Span(self._backward_start(cue, span, sentence), span.start))
        self.by_sentence.setdefault(i, []).append(CueHit(cue, span, tuple(scopes)))

    def _is_harmless(self, span: Span) -> bool:
        """True where a harmless word takes in the cue's end (均未超过); but 将继续 is more than the 将 of 将…纳入."""
        return any(
            (p.holds(span) or p.start < span.end < p.end or p.start < span.start < p.end) and not (p.start == span.start and len(span) > first)
            for p, first in self._pseudo
        )

    def _forward_end(self, cue: Cue, span: Span, sentence: Sentence) -> int:
        end = sentence.span.end
        if cue.reach is Reach.CLAUSE:
            end = next((c.end for c in sentence.clauses if c.end > span.start), end)
        elif "：" not in self._text[span.end : end]:
            at = self._text.find("；", span.end, end)
            end = at if at >= 0 else end
        stops = [at for w in cue.ends if (at := self._text.find(w, span.end, end)) >= 0]
        if cue.meaning in (Meaning.PLANNED, Meaning.REQUIRED):
            stops += [at for at in self._done if span.end <= at < end]
        return min(stops, default=end)

    def _is_attributive(self, cue: Cue, span: Span, sentence: Sentence) -> bool:
        """A cue whose scope a word ends inside its clause (未…的企业) only describes a noun: it says nothing of what precedes."""
        if cue.direction is not Direction.BOTH or not cue.ends:
            return False
        end = next((c.end for c in sentence.clauses if c.end > span.start), sentence.span.end)
        return any(self._text.find(w, span.end, end) >= 0 for w in cue.ends)

    def _backward_start(self, cue: Cue, span: Span, sentence: Sentence) -> int:
        starts = [c.start for c in sentence.clauses if c.start <= span.start]
        if not starts:
            return sentence.span.start
        if cue.reach is Reach.SENTENCE and cue.direction is Direction.BACKWARD:
            return max(self._text.rfind("；", sentence.span.start, span.start) + 1, sentence.span.start)
        if cue.meaning is Meaning.PLANNED:
            # 已聘请律师并拟续聘: what the clause says is done stays done
            return span.start if any(starts[-1] <= at < span.start for at in self._done) else starts[-1]
        has_subject = span.start - starts[-1] > OPENING_LENGTH or self._text.startswith("对", starts[-1])
        if not has_subject and len(starts) > 1 and _TOPIC.fullmatch(self._text[starts[-2] : starts[-1]]):
            return starts[-2]
        return starts[-1]

    def _spans(self, words: Sequence[str]) -> Iterator[Span]:
        """Where words stand; `针对…不足` stands where its halves do, close together in one clause, one after the other."""
        for word in words:
            if word[:2] not in self._beginnings and word[1:2] != "…":
                continue  # most cues are not in the text
            first, gap, second = word.partition("…")
            for at in self._index.find(first):
                end = at + len(first)
                if gap:
                    close = self._text.find(second, end, end + GAP + len(second) + self._title(end))
                    if close < 0 or any(c in "，；。" for c in self._text[end:close]):
                        continue
                    end = close + len(second)
                yield Span(at, end)

    def _title(self, at: int) -> int:
        """Characters of the document's title that stands behind `at`: a long one takes nothing from the gap of a cue."""
        return len(m[1]) if (m := _TITLE.match(self._text, at)) else 0
