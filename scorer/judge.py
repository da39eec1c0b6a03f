"""From evidence to verdicts: a truth table, nothing else."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from scorer.model.document import Document
from scorer.model.result import Doubt, ElementResult, Evidence, Judgement, State, Verdict
from scorer.model.rule import Element, Pack, Rule

HALF_YEAR = 183
"""A basis in force for fewer days of the report year applies, but a person should look (checklist)."""
STRONG = 0.75
"""Share of an element's phrases that prove it alone: the last ones are the weakest."""
TALKATIVE = 0.18
"""A report that passes over at most this share of what it could speak of seldom passes over anything: on reports written after
the rules, 1 silence in 3 was then a wording that no phrase knew."""
_SILENCE = (
    (("problems", "earlier-period", "section", "heading"), Doubt.CONTRADICTION),
    (("near", "look-alike"), Doubt.SIMILARITY),
    (("other-actor",), Doubt.ACTOR),
)
"""Gates whose rejections leave a silence in doubt. On reports written after the rules, every second one of these was wrong."""
_ORDER = (State.DONE, State.DENIED, State.PLANNED)


def judge(pack: Pack, document: Document, evidence: Iterable[Evidence], lacks: Collection[str] = ()) -> tuple[Judgement, ...]:
    """The verdict on every rule of the pack, in its order; `lacks` are the functions that the body does not have."""
    by_element: dict[tuple[str, str], list[Evidence]] = {}
    for e in evidence:
        by_element.setdefault((e.rule, e.element), []).append(e)
    judgements = tuple(_judge_rule(rule, document, by_element, lacks) for rule in pack.rules)
    counted = [e for j in judgements if j.verdict is not Verdict.NA for e in j.elements]
    if sum(e.state is State.ABSENT for e in counted) > TALKATIVE * len(counted):
        return judgements
    return tuple(_doubt_silence(j) for j in judgements)


def judge_element(element: Element, evidence: Sequence[Evidence]) -> ElementResult:
    """Over all passages: done beats denied beats planned; a lack admitted beside a deed is a weakness."""
    ranked = sorted(evidence, key=lambda e: e.rank)
    state = next((s for s in _ORDER if any(e.state is s for e in ranked)), State.ABSENT)
    kept = _distinct(e for e in ranked if e.state is state and state is not State.ABSENT)
    weakness = _distinct(e for e in ranked if e.state is State.DENIED) if state is State.DONE else ()
    rejected = _distinct(e for e in ranked if e.state is None)
    doubts, alternative = _doubts(element, state, kept, weakness, ranked)
    return ElementResult(element.id, element.title, state, kept, weakness, rejected, doubts, alternative)


def verdict_of(rule: Rule, states: Mapping[str, State]) -> Verdict:
    """The verdict that follows from the states of the required elements alone."""
    required = [states.get(e.id, State.ABSENT) for e in rule.elements if e.required]
    done = sum(s is State.DONE for s in required)
    if required and done == len(required):
        return Verdict.MET
    if done:
        return Verdict.PARTIAL
    if State.DENIED in required:
        return Verdict.FAILED
    return Verdict.PLANNED if State.PLANNED in required else Verdict.MISSING


def _doubt_silence(judgement: Judgement) -> Judgement:
    """The same with its unexplained silences to be looked at."""
    silent = {e.id for e in judgement.elements if e.state is State.ABSENT and not e.doubts}
    if judgement.verdict is Verdict.NA or not silent:
        return judgement
    elements = tuple(replace(e, doubts=(Doubt.SIMILARITY,), alternative=State.DONE) if e.id in silent else e for e in judgement.elements)
    doubts = tuple(dict.fromkeys((*judgement.doubts, Doubt.SIMILARITY)))
    return replace(judgement, elements=elements, doubts=doubts, alternative=_alternative(judgement.rule, judgement.verdict, elements))


def _alternative(rule: Rule, verdict: Verdict, elements: Sequence[ElementResult]) -> Verdict | None:
    """The verdict if every doubtful passage is read the other way, None where it is the same."""
    other = verdict_of(rule, {e.id: e.alternative or e.state for e in elements})
    return other if other is not verdict else None


def _judge_rule(rule: Rule, document: Document, found: Mapping[tuple[str, str], list[Evidence]], lacks: Collection[str]) -> Judgement:
    elements = tuple(judge_element(e, found.get((rule.id, e.id), ())) for e in rule.elements)
    states = {e.id: e.state for e in elements}
    verdict = verdict_of(rule, states)
    doubts = tuple(dict.fromkeys(d for e in elements for d in e.doubts))
    alternative = _alternative(rule, verdict, elements)
    days = [b.in_force_days(document.year) for b in rule.basis] if document.year and rule.basis else []
    if (days and not any(days)) or _not_its_function(rule, document, lacks):
        return Judgement(rule, Verdict.NA, elements)
    if days and max(days) < HALF_YEAR:
        doubts = (*doubts, Doubt.NEW_BASIS)
        alternative = alternative or Verdict.NA
    return Judgement(rule, verdict, elements, doubts, alternative)


def _not_its_function(rule: Rule, document: Document, lacks: Collection[str]) -> bool:
    if rule.kinds and document.kind.value not in rule.kinds:
        return True
    if document.year and not rule.first_year <= document.year <= rule.last_year:
        return True
    return any(function in lacks for function in rule.functions)


def _doubts(
    element: Element, state: State, kept: Sequence[Evidence], weakness: Sequence[Evidence], ranked: Sequence[Evidence]
) -> tuple[tuple[Doubt, ...], State | None]:
    """Doubts of the best passage, unless another passage of the same state has none; and the state without it."""
    if state is State.ABSENT:
        return _doubts_of_silence(ranked)
    if all(e.doubts for e in kept):
        return tuple(dict.fromkeys(kept[0].doubts)), _without(kept, ranked, state)
    if state is State.DONE and weakness and _is_threshold(element, kept, weakness):
        return (Doubt.CONTRADICTION,), State.DENIED
    if state is State.DONE and len(kept) == 1 and _is_weak(element, kept[0].phrase):
        return (Doubt.SIMILARITY,), _without(kept, ranked, state)
    return (), None


def _is_weak(element: Element, phrase: str) -> bool:
    """True for a phrase from the weaker part of the element's list, which stands strongest first."""
    texts = [p.text for p in element.phrases]
    return phrase in texts and texts.index(phrase) >= max(STRONG * len(texts), 1)


def _doubts_of_silence(rejected: Sequence[Evidence]) -> tuple[tuple[Doubt, ...], State | None]:
    """An absent element that something came near to: by wording, by another's deed, or in the wrong part of the report."""
    for gates, doubt in _SILENCE:
        if any(e.gate in gates for e in rejected):
            return (doubt,), State.DONE
    return (), None


def _without(kept: Sequence[Evidence], ranked: Sequence[Evidence], state: State) -> State:
    if any(d is Doubt.BOUND for e in kept for d in e.doubts):
        return State.DENIED if state is State.DONE else State.DONE
    left = [e for e in ranked if e not in kept and e.state is not None]
    return next((s for s in _ORDER if any(e.state is s for e in left)), State.ABSENT)


def _is_threshold(element: Element, kept: Sequence[Evidence], weakness: Sequence[Evidence]) -> bool:
    bounded = any(part.slot and part.slot.operator for p in element.phrases for part in p.parts)
    return bounded or any(e.value and e.value.bound for e in (*kept, *weakness))


def _distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """One passage once: the best-ranked of those with the same quote."""
    kept: dict[tuple[int, int, str], Evidence] = {}
    for e in evidence:
        key = (e.span.start, e.span.end, e.gate)
        first = kept.get(key)
        if first is None:
            kept[key] = e
        elif first.doubts and not e.doubts:
            kept[key] = replace(e, rank=first.rank)
    return tuple(kept.values())
