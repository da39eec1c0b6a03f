"""From the Chinese wording of a finding to its English twin; what was named goes over as it is."""

import re
from functools import cache

from scorer.render.batch_words import BATCH_WORDS
from scorer.render.override_words import OVERRIDE_WORDS
from scorer.render.phrase_words import MEANINGS, PHRASE_WORDS
from scorer.render.ranking_words import RESULT_WORDS
from scorer.render.rule_words import RULE_WORDS

_HOLE = re.escape("{}")


def english(said: str) -> str | None:
    """The English of a sentence about rules; None where there is no twin for it."""
    exact = _exact().get(said)
    if exact is not None:
        return exact
    for pattern, twin in _patterns():
        if m := pattern.fullmatch(said):
            return twin.format(*(_value(v) for v in m.groups()))
    return None


def _value(value: str) -> str:
    """A value is the author's own word, or a wording inside a wording."""
    found = english(value)
    return found if found is not None else value.replace("、", ", ")


@cache
def _exact() -> dict[str, str]:
    return {zh: en for zh, en in (*RULE_WORDS, *PHRASE_WORDS, *OVERRIDE_WORDS, *BATCH_WORDS, *RESULT_WORDS, *MEANINGS) if "{}" not in zh}


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Those with most text of their own come first, as the others would fit too."""
    holed = [(zh, en) for zh, en in (*RULE_WORDS, *PHRASE_WORDS, *OVERRIDE_WORDS, *BATCH_WORDS, *RESULT_WORDS) if "{}" in zh]
    holed.sort(key=lambda pair: -len(pair[0].replace("{}", "")))
    return [(re.compile(re.escape(zh).replace(_HOLE, "(.*?)"), re.DOTALL), en) for zh, en in holed]
