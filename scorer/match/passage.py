"""What gates look at: a hit in its sentence, the cues that bear on it, and what the document says around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scorer.match.actors import Subjects
from scorer.match.assemble import Hit
from scorer.match.cues import CueFinder, CueHit
from scorer.match.periods import Period, find_periods, is_told_afterwards
from scorer.model.document import Document, Role, Sentence
from scorer.model.lexicon import Lexicon, Meaning
from scorer.model.rule import Element
from scorer.model.text import Span


class Setting:
    """What is known of a document before any hit is judged: its cues, subjects, titles and periods."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.text = document.text
        self.lexicon = lexicon
        self.subjects = Subjects(document, lexicon.actors)
        self.titles = [Span(*m.span()) for m in re.finditer(r"《[^》\n]*》", document.text)]
        self._cues = CueFinder(document.text, document.sentences, lexicon).by_sentence
        self._year = document.year
        self._is_told_afterwards = is_told_afterwards(document)
        self._periods: dict[int, list[Period]] = {}

    def passage(self, hit: Hit, look_alikes: Sequence[Span] = ()) -> "Passage":
        """The hit with the cues that bear on it; `look_alikes` are places where its element is only seemingly meant."""
        bearing = [c for c in self.cues(hit.sentence) if c.bears_on(hit.parts) and not self._is_own_order(c, hit.sentence)]
        return Passage(self, hit, bearing, look_alikes)

    def cues(self, sentence: Sentence) -> Sequence[CueHit]:
        """Every cue of a sentence, whatever it bears on."""
        return self._cues.get(sentence.index, ())

    def periods(self, sentence: Sentence) -> Sequence[Period]:
        """The stretches of a sentence that speak of one year."""
        if sentence.index not in self._periods:
            self._periods[sentence.index] = find_periods(self.text, sentence.span, self._year, is_told_afterwards=self._is_told_afterwards)
        return self._periods[sentence.index]

    def _is_own_order(self, cue: CueHit, sentence: Sentence) -> bool:
        """True for a requirement that this body makes of its own people: that is its practice, not another's wish."""
        if cue.cue.meaning is not Meaning.REQUIRED:
            return False
        clause = next((c for c in sentence.clauses if c.end > cue.span.start), sentence.span)
        return self.subjects.names_own(Span(clause.start, cue.span.start))


class Passage(NamedTuple):
    """A hit in its setting."""

    setting: Setting
    hit: Hit
    cues: Sequence[CueHit]
    """Those that bear on the hit."""
    look_alikes: Sequence[Span]

    @property
    def sentence(self) -> Sentence:
        return self.hit.sentence

    @property
    def element(self) -> Element:
        return self.hit.target.element

    @property
    def in_plans(self) -> bool:
        return self.sentence.role is Role.PLANS

    def cue(self, *meanings: Meaning) -> CueHit | None:
        """The first cue of one of these meanings that bears on the hit."""
        return next((c for c in self.cues if c.cue.meaning in meanings), None)

    @property
    def is_told_done(self) -> bool:
        """True where a cue of its clause says that the deed is done."""
        told = (c for c in self.setting.cues(self.sentence) if c.cue.meaning is Meaning.DONE)
        return any(self.share_clause(c.span, self.hit.span) for c in told)

    @property
    def period(self) -> Period | None:
        """The last period that takes in a part of the hit, and is no part of it itself."""
        parts = self.hit.parts
        touching = [p for p in self.setting.periods(self.sentence) if any(p.scope.touches(part) for part in parts)]
        return next((p for p in reversed(touching) if not any(part.touches(p.words) for part in parts)), None)

    def share_clause(self, one: Span, other: Span) -> bool:
        """True where a clause of the sentence touches both."""
        return any(c.touches(one) and c.touches(other) for c in self.sentence.clauses)
