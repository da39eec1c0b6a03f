"""The language of the output: looks up what people read, by the codes that are the same in every language."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from scorer.errors import Problem
from scorer.model.document import Kind
from scorer.model.result import Change, Doubt, State, Verdict
from scorer.model.rule import Category, Element, Grade, Pack, Rule
from scorer.model.text import Notice
from scorer.render import messages, problems
from scorer.render.copying_words import COPYING_SENTENCES
from scorer.render.labels import LABELS
from scorer.render.ranking_words import RANKING_SENTENCES
from scorer.render.review_sentences import REVIEW_SENTENCES
from scorer.render.sentences import SENTENCES

_SAID = {**LABELS, **SENTENCES, **REVIEW_SENTENCES, **RANKING_SENTENCES, **COPYING_SENTENCES}


class Lang(StrEnum):
    """The languages of the output."""

    ZH = "zh"
    EN = "en"


Say = Callable[..., str]
"""Key and values of a label to its text in the language of an output."""


def say(key: str, lang: Lang, *values: object) -> str:
    """A label or sentence of the program itself."""
    return _pick(_SAID[key], lang).format(*values)


def sayer(lang: Lang, own: Mapping[str, tuple[str, str]]) -> Say:
    """`say` in one language, for an output that has labels of its `own` besides those that all share."""

    def say_it(key: str, *values: object) -> str:
        return _pick(own[key], lang).format(*values) if key in own else say(key, lang, *values)

    return say_it


def verdict(value: Verdict, lang: Lang) -> str:
    """What a rule's verdict is called."""
    return _pick(messages.VERDICTS[value], lang)


def state(value: State, lang: Lang) -> str:
    """What an element's state is called."""
    return _pick(messages.STATES[value], lang)


def kind(value: Kind, lang: Lang) -> str:
    """What a kind of body is called."""
    return _pick(messages.KINDS[value], lang)


def sector(value: str, lang: Lang) -> str:
    """What a sector is called; a pack may bring sectors of its own."""
    return _pick(messages.SECTORS[value], lang) if value in messages.SECTORS else value


def doubt(value: Doubt, lang: Lang) -> str:
    """Why a person should look."""
    return _pick(messages.DOUBTS[value], lang)


def change(value: Change, lang: Lang) -> str:
    """Why a review decision no longer holds."""
    return _pick(messages.CHANGES[value], lang)


def gate(code: str, lang: Lang) -> str:
    """Why a passage was found and not counted."""
    return _pick(messages.GATES[code], lang) if code in messages.GATES else code


def cue(code: str, lang: Lang) -> str:
    """What the decisive words were taken for."""
    return _pick(messages.CUES[code], lang) if code in messages.CUES else gate(code, lang)


def notice(value: Notice, lang: Lang) -> str:
    """A warning about the report; one that this table does not know yet still shows its code and values."""
    if value.code not in messages.NOTICES:
        return " ".join((value.code, *value.values))
    missing = ("?",) * 4
    return _pick(messages.NOTICES[value.code], lang).format(*value.values, *missing)


def problem(found: Problem, lang: Lang) -> tuple[str, str]:
    """Message and advice; problems are worded in Chinese where they are found, so English goes by their code."""
    if lang is Lang.EN and found.code[:1] in "RBD":
        from scorer.render.english import english as twin

        return twin(found.message) or found.message, twin(found.advice) or found.advice
    english = problems.ENGLISH.get(found.code) or problems.ENGLISH_BY_KIND.get(found.code[:1])
    if lang is Lang.ZH or found.code[:1] not in problems.WORDED_IN_CHINESE or english is None:
        return found.message, found.advice
    message, advice = english
    return message.format(found.message), advice.format(found.message, found.advice)


def column(key: str, lang: Lang) -> str:
    """The head of a column in the tables."""
    return _pick(messages.COLUMNS[key], lang)


def title(thing: Pack | Rule | Element | Category | Grade, lang: Lang) -> str:
    """A title out of the pack, whose English one may be missing."""
    return thing.title_en if lang is Lang.EN and thing.title_en else thing.title


def _pick(pair: tuple[str, str], lang: Lang) -> str:
    return pair[lang is Lang.EN]
