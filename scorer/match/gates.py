"""From a hit to evidence: which typed gate decides what the passage says of the element."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from scorer.match.actors import Subjects
from scorer.match.assemble import Hit
from scorer.match.cues import CueFinder, CueHit
from scorer.match.periods import Period, find_periods, is_told_afterwards
from scorer.match.quantities import Quantity, passes
from scorer.model.document import Document, Role, Sentence
from scorer.model.lexicon import Lexicon, Meaning, Reach
from scorer.model.result import Doubt, Evidence, Reason, State, Value
from scorer.model.rule import ProvedBy, Slot, SlotKind
from scorer.model.text import Span

QUOTE_LENGTH = 120
"""Longest quote, in clean characters; one that needs more is cut to the clauses around the hit."""
QUOTE_SHORTEST = 12
"""A shorter clause takes its neighbour along: nobody can check four characters."""
PLAIN_DAYS_FINE, PLAIN_DAYS_DOUBT = 7, 9
"""Days without 工作日: up to 7 pass, 8 and 9 pass but are reviewed, 10 and more fail but are reviewed (checklist)."""
NEAR_BOUND = 1.0
"""Percentage points from the bound within which a ratio is to be reviewed."""
_DENYING = (Meaning.NEGATED, Meaning.LACKING)
_PLANNING = (Meaning.PLANNED, Meaning.IN_PROGRESS, Meaning.REQUIRED)


class Gates:
    """Decides for the hits of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, cutoff: float) -> None:
        self._document = document
        self._lexicon = lexicon
        self._text = document.text
        self._cutoff = cutoff
        self._subjects = Subjects(document, lexicon.actors)
        self._cues = CueFinder(document.text, document.sentences, lexicon)
        self._titles = [Span(*m.span()) for m in re.finditer(r"《[^》\n]*》", document.text)]
        self._periods: dict[int, list[Period]] = {}
        self._is_told_afterwards = is_told_afterwards(document)
        self._bounded: dict[tuple[str, str], bool] = {}

    def decide(self, hit: Hit, order: int, look_alikes: Sequence[Span]) -> Evidence:
        """The evidence a hit amounts to."""
        sentence = hit.sentence
        cues = [c for c in self._cues.by_sentence.get(sentence.index, ()) if c.bears_on(hit.parts) and not self._own_order(c, sentence)]
        evidence = Evidence(
            rule=hit.target.rule.id,
            element=hit.target.element.id,
            span=self.quote(hit.span, sentence),
            sentence=sentence.index,
            phrase=hit.target.phrase.text,
            similarity=round(hit.similarity, 1),
            state=None,
            rank=(float(sentence.is_heading), float(hit.similarity < 99), float(self._bare(hit)), float(order), float(hit.span.start)),
        )
        if hit.similarity < min(self._cutoff + 3, 99):
            evidence = replace(evidence, doubts=(Doubt.SIMILARITY,))
        if hit.target.phrase.doubt:
            evidence = replace(evidence, doubts=(*evidence.doubts, Doubt(hit.target.phrase.doubt)))
        turned_away = self._turned_away(hit, cues, look_alikes)
        if turned_away and turned_away[0] == "earlier-period" and (lapsed := self._lapsed(hit)):
            quote = self.quote(lapsed.span, sentence)
            return replace(evidence, span=quote, state=State.DENIED, because=(turned_away[1], lapsed))
        if turned_away:
            gate, reason = turned_away
            carried = gate == "other-actor" and not self._same_clause(sentence, reason.span, hit.parts[-1])
            doubts = (*evidence.doubts, Doubt.ACTOR) if carried else evidence.doubts
            return replace(evidence, gate=gate, because=(reason,), doubts=doubts)
        return self._weigh(hit, cues, self._measure(hit, evidence))

    def accept(self, hit: Hit) -> Evidence:
        """A hit taken for done unseen, as a keyword search would."""
        quote = self.quote(hit.span, hit.sentence)
        return Evidence(hit.target.rule.id, hit.target.element.id, quote, hit.sentence.index, hit.target.phrase.text, hit.similarity, State.DONE)

    def set_aside(self, hit: Hit) -> Evidence:
        """A near miss: the words of a phrase in one sentence, but not as the phrase has them."""
        nearest = min(hit.parts, key=lambda p: p.start)
        quote = self.quote(nearest, hit.sentence)
        because = tuple(Reason(p, "phrase") for p in hit.parts)
        return Evidence(hit.target.rule.id, hit.target.element.id, quote, hit.sentence.index, hit.target.phrase.text, 0.0, None, because, "near")

    def _turned_away(self, hit: Hit, cues: Sequence[CueHit], look_alikes: Sequence[Span]) -> tuple[str, Reason] | None:
        """The gate that says this passage proves nothing, with the words that say so."""
        sentence, element = hit.sentence, hit.target.element
        if sentence.role is Role.BOILERPLATE:
            return "boilerplate", Reason(sentence.span, "boilerplate")
        for like in look_alikes:
            if like.touches(hit.span):
                return "look-alike", Reason(like, "look-alike")
        if element.proved_by in (ProvedBy.PLANS, ProvedBy.PROBLEMS, ProvedBy.CAUSES):
            return None
        title = next((t for t in self._titles if all(t.holds(p) for p in hit.parts)), None)
        if title and not any(c.cue.meaning in (Meaning.PLANNED, Meaning.IN_PROGRESS) for c in cues):
            return "title", Reason(title, "title")
        studied = next((c for c in cues if c.cue.meaning is Meaning.STUDIED), None)
        if studied:
            return "title", Reason(studied.span, "studied")
        if element.concrete and sentence.is_heading:
            return "heading", Reason(sentence.span, "heading")
        if not element.any_actor and not any(c.cue.meaning is Meaning.REQUIRED for c in cues):
            # the last part holds the deed: 市局公布清单，分局逐案对照
            other = self._subjects.other_than_own(sentence, hit.parts[-1])
            if other and not self._is_object(hit, other):
                return "other-actor", Reason(other, "other-actor")
            if issued := self._subjects.is_quoted(sentence, hit.parts):
                return "other-actor", Reason(issued, "other-actor")
            for cue in cues:
                if cue.cue.meaning is Meaning.OTHER_ACTOR:
                    return "other-actor", Reason(cue.span, "other-actor")
        period = self._period(sentence, hit)
        if period and period.offset < 0:
            return "earlier-period", Reason(period.words, "earlier-period")
        return None

    def _bare(self, hit: Hit) -> bool:
        """True for a hit without a tested value where the element has a bound: the figure is the better proof."""
        element = hit.target.rule.id, hit.target.element.id
        if element not in self._bounded:
            self._bounded[element] = any(part.slot and part.slot.operator for p in hit.target.element.phrases for part in p.parts)
        return self._bounded[element] and not (hit.part and hit.part.slot and hit.part.slot.operator)

    def _own_order(self, cue: CueHit, sentence: Sentence) -> bool:
        """True for a requirement that this body makes of its own people: that is its practice, not another's wish."""
        if cue.cue.meaning is not Meaning.REQUIRED:
            return False
        clause = next((c for c in sentence.clauses if c.end > cue.span.start), sentence.span)
        return self._subjects.names_own(Span(clause.start, cue.span.start))

    def _lapsed(self, hit: Hit) -> Reason | None:
        """What was done in an earlier year and is denied for this one in the same sentence (今年没有开展这项工作)."""
        current = [p.scope for p in self._periods.get(hit.sentence.index, ()) if p.offset == 0 and p.scope.start > hit.span.end]
        for cue in self._cues.by_sentence.get(hit.sentence.index, ()):
            if cue.cue.meaning is Meaning.NEGATED and any(scope.holds(cue.span) for scope in current):
                return Reason(cue.span, cue.cue.meaning.value)
        return None

    def _is_object(self, hit: Hit, other: Span) -> bool:
        """True where the phrase itself begins with an enterprise: what it enters, is told or is given (企业…纳入…清单)."""
        named = self._text[other.start : other.end]
        return hit.parts[0].touches(other) and named.endswith(self._lexicon.actors.enterprises)

    def _measure(self, hit: Hit, evidence: Evidence) -> Evidence:
        """Add the value of the phrase's slot and whether it keeps the bound."""
        slot, q = (hit.part.slot if hit.part else None), hit.quantity
        if slot is None or q is None:
            return evidence
        passed = passes(slot, q)
        doubts = list(evidence.doubts)
        if slot.operator and slot.kind is SlotKind.DAYS and q.unit == "日" and slot.bound <= PLAIN_DAYS_FINE:
            passed = q.high <= PLAIN_DAYS_DOUBT
            if q.high > PLAIN_DAYS_FINE:
                doubts.append(Doubt.BOUND)
        elif slot.operator and (passed is None or _is_close(slot, q)):
            doubts.append(Doubt.BOUND)
        bound = f"{slot.operator} {slot.bound:g}" if slot.operator else ""
        value = Value(slot.kind.value, q.high, q.unit, bound, passed)
        return replace(evidence, value=value, doubts=tuple(doubts), because=(Reason(q.span, "value"),))

    def _weigh(self, hit: Hit, cues: Sequence[CueHit], evidence: Evidence) -> Evidence:
        """Denied beats planned beats done, within one passage; the section decides where no cue does."""
        sentence, element = hit.sentence, hit.target.element
        if element.proved_by is not ProvedBy.WORK:
            return self._weigh_section(hit, cues, evidence)
        done = next(
            (
                c
                for c in self._cues.by_sentence.get(sentence.index, ())
                if c.cue.meaning is Meaning.DONE and self._same_clause(sentence, c.span, hit.span)
            ),
            None,
        )
        planning = next((c for c in cues if c.cue.meaning in _PLANNING), None)
        if hit.target.stance == "lacks":
            if sentence.role is Role.PLANS or planning:
                return replace(evidence, gate="plans", because=(Reason(sentence.span, "section"),))
            return replace(evidence, state=State.DENIED, because=tuple(Reason(p, "lacking") for p in hit.parts))
        denying = next((c for c in cues if c.cue.meaning in _DENYING and not _follows_figure(c, hit)), None)
        if denying and sentence.role is not Role.PLANS:
            return replace(evidence, state=State.DENIED, because=(Reason(denying.span, denying.cue.meaning.value),))
        if planning:
            if planning.cue.meaning is Meaning.REQUIRED:
                # a body's own plan says more of it than what others want
                evidence = replace(evidence, rank=(evidence.rank[0] + 0.5, *evidence.rank[1:]))
            return replace(evidence, state=State.PLANNED, because=(Reason(planning.span, planning.cue.meaning.value),))
        period = self._period(sentence, hit)
        if period and period.offset > 0 and not done:
            return replace(evidence, state=State.PLANNED, because=(Reason(period.words, "later-period"),))
        if sentence.role is Role.PLANS and not done:
            where = sentence.headings[-1] if sentence.headings else sentence.span
            return replace(evidence, state=State.PLANNED, because=(Reason(where, "section"),))
        if evidence.value and evidence.value.passed is False:
            return replace(evidence, state=State.DENIED)
        if sentence.role is Role.PROBLEMS and not done and not (evidence.value and evidence.value.bound):
            where = sentence.headings[-1] if sentence.headings else sentence.span
            return replace(evidence, gate="problems", because=(Reason(where, "section"),))
        because = evidence.because or tuple(Reason(p, "phrase") for p in hit.parts)
        return replace(evidence, state=State.DONE, because=because)

    def _weigh_section(self, hit: Hit, cues: Sequence[CueHit], evidence: Evidence) -> Evidence:
        """Elements proved by a part of the report itself: its plan, its problems, their causes."""
        role, wanted = hit.sentence.role, hit.target.element.proved_by
        because = tuple(Reason(p, "phrase") for p in hit.parts)
        if hit.target.stance == "lacks":
            return replace(evidence, state=State.DENIED, because=because)
        if wanted is ProvedBy.PLANS:
            fits = role is Role.PLANS or any(c.cue.meaning is Meaning.PLANNED for c in cues)
        elif wanted is ProvedBy.PROBLEMS:
            fits = role is Role.PROBLEMS
        else:
            fits = role is Role.PROBLEMS and not hit.sentence.is_heading
        if fits:
            return replace(evidence, state=State.DONE, because=because)
        return replace(evidence, gate="section", because=because)

    def _period(self, sentence: Sentence, hit: Hit) -> Period | None:
        if sentence.index not in self._periods:
            self._periods[sentence.index] = find_periods(self._text, sentence.span, self._document.year, is_told_afterwards=self._is_told_afterwards)
        touching = [p for p in self._periods[sentence.index] if any(p.scope.touches(part) for part in hit.parts)]
        touching = [p for p in touching if not any(part.touches(p.words) for part in hit.parts)]
        return touching[-1] if touching else None

    def _same_clause(self, sentence: Sentence, a: Span, b: Span) -> bool:
        return any(c.touches(a) and c.touches(b) for c in sentence.clauses)

    def quote(self, span: Span, sentence: Sentence) -> Span:
        """The clauses a hit touches: enough to be checked, never the whole paragraph."""
        touched = [i for i, c in enumerate(sentence.clauses) if c.touches(span)]
        if not touched:
            return span
        first, last = touched[0], touched[-1]
        clauses = sentence.clauses
        while clauses[last].end - clauses[first].start < QUOTE_SHORTEST:
            if last + 1 < len(clauses) and self._text[clauses[last].end] in "，：\t":
                last += 1
            elif first and self._text[clauses[first].start - 1] in "，：\t":
                first -= 1
            else:
                break
        start, end = clauses[first].start, clauses[last].end
        if end - start > QUOTE_LENGTH:
            spare = max(QUOTE_LENGTH - len(span), 0) // 2
            start, end = max(start, span.start - spare), min(end, span.end + spare)
        return Span(start, end)


def _is_close(slot: Slot, q: Quantity) -> bool:
    """True for a ratio off its bound by less than a percentage point."""
    return slot.kind is SlotKind.RATIO and q.high != slot.bound and abs(q.high - slot.bound) < NEAR_BOUND


def _follows_figure(cue: CueHit, hit: Hit) -> bool:
    """True for a negation after a plain figure: 21件案件未按期归档 does not take the 21 cases back."""
    plain = hit.quantity is not None and hit.part is not None and hit.part.slot is not None and not hit.part.slot.operator
    return plain and cue.span.start >= hit.span.end and cue.cue.reach is Reach.CLAUSE and cue.cue.meaning is Meaning.NEGATED
