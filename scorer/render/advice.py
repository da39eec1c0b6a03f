"""What would earn the points that are missing: an element that is not done, and what a report would have to state."""

import re
from collections.abc import Iterator

from scorer.model.rule import Element, Phrase, ProvedBy
from scorer.render import words
from scorer.render.words import Lang

_SLOT = re.compile("【[^】]*】")
EXAMPLES = 2
"""Wordings shown for an element; the strongest phrases stand first in a rule."""

_BY_STATE = {"absent": "earn-absent", "planned": "earn-planned", "denied": "earn-denied"}
_BY_GATE = {
    "title": "earn-not-a-title",
    "heading": "earn-not-a-title",
    "other-actor": "earn-own-deed",
    "earlier-period": "earn-this-year",
    "plans": "earn-among-work",
    "problems": "earn-among-work",
    "section": "earn-among-work",
    "near": "earn-plainer",
    "look-alike": "earn-plainer",
}


def advice(element: Element, state: str, gates: tuple[str, ...], missed: bool, lang: Lang) -> Iterator[str]:
    """Sentences of advice on an element in `state`; `gates` turned passages away, `missed` where a value missed its bound."""
    yield words.say("earn-bound" if missed else _BY_STATE[state], lang)
    if state == "absent" and gates and gates[0] in _BY_GATE:
        yield words.say(_BY_GATE[gates[0]], lang)
    if element.proved_by is ProvedBy.PLANS:
        yield words.say("earn-in-plans", lang)
    elif element.proved_by is ProvedBy.DATES:
        yield words.say("earn-dates", lang)
    elif element.concrete:
        yield words.say("earn-concrete", lang)
    if found := [wording(p) for p in element.phrases[:EXAMPLES]]:
        yield words.say("earn-wording", lang, words.say("and", lang).join(f"「{w}」" for w in found))


def wording(phrase: Phrase) -> str:
    """The plainest reading of a phrase: the first word of each part, gaps and values as they are written in rules."""
    slots = iter(_SLOT.findall(phrase.text))
    return "…".join(part.words[0] if part.words else next(slots, "…") for part in phrase.parts)
