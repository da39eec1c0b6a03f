"""Every code that reaches a person has words in both languages."""

import re
from pathlib import Path
from string import Formatter

import pytest

import scorer
from scorer.errors import Problem
from scorer.model.document import Kind
from scorer.model.lexicon import Meaning
from scorer.model.result import Doubt, State, Verdict
from scorer.render import labels, messages, problems, sentences, words
from scorer.render.copying_words import COPYING_SENTENCES
from scorer.render.opinion.labels import OPINION_LABELS
from scorer.render.page.labels import PAGE_LABELS
from scorer.render.page.ranking_labels import RANKING_LABELS
from scorer.render.ranking_words import RANKING_SENTENCES
from scorer.render.review_sentences import REVIEW_SENTENCES
from scorer.render.words import Lang

SOURCE = {p: p.read_text("utf-8") for suffix in ("py", "j2") for p in Path(scorer.__file__).parent.rglob(f"*.{suffix}")}
NAMING_LABELS = (
    "render/terminal",
    "render/passages.py",
    "render/advice.py",
    "render/markdown.py",
    "render/opinion/__init__.py",
    "render/page/card.py",
    "render/page/templates",
    "model",
    "cli",
)
"""Where the keys of labels also stand apart from the call that says them."""
TABLES = {
    **{
        f"{t}.{k}": v
        for t in ("VERDICTS", "STATES", "KINDS", "SECTORS", "DOUBTS", "GATES", "CUES", "NOTICES", "COLUMNS")
        for k, v in getattr(messages, t).items()
    },
    **{f"label.{k}": v for k, v in labels.LABELS.items()},
    **{f"sentence.{k}": v for k, v in sentences.SENTENCES.items()},
    **{k: v for table in (REVIEW_SENTENCES, RANKING_SENTENCES, COPYING_SENTENCES, RANKING_LABELS) for k, v in table.items()},
    **{f"page.{k}": v for k, v in PAGE_LABELS.items()},
    **{f"opinion.{k}": v for k, v in OPINION_LABELS.items()},
}


def found(pattern: str, folders: tuple[str, ...] = ("",)) -> set[str]:
    """What a pattern finds in the program's own source, or in these folders and files of it."""
    root = Path(scorer.__file__).parent
    return {m for p, text in SOURCE.items() for f in folders if p.is_relative_to(root / f) for m in re.findall(pattern, text)}


@pytest.mark.parametrize("key", TABLES)
def test_both_languages_say_something_with_the_same_values(key: str) -> None:
    zh, en = TABLES[key]
    assert zh
    assert en
    assert {f for _, f, _, _ in Formatter().parse(zh) if f is not None} == {f for _, f, _, _ in Formatter().parse(en) if f is not None}


def test_every_member_of_every_enumeration_has_words() -> None:
    assert set(messages.VERDICTS) == set(Verdict)
    assert set(messages.STATES) == set(State)
    assert set(messages.KINDS) == set(Kind)
    assert set(messages.DOUBTS) == set(Doubt)


def test_every_notice_has_words() -> None:
    used = found(r'Notice\(\s*"([a-z-]+)"') | {"no-date", "no-publication-date"}
    assert used <= set(messages.NOTICES)


def test_every_gate_and_cue_has_words() -> None:
    gates = (
        found(r'\("([a-z-]+)", _\w+\)', ("match",))
        | found(r'Ruling\(None, [^\n]+, "([a-z-]+)"\)', ("match",))
        | found(r'None, because, "([a-z-]+)"', ("match",))
    )
    cues = found(r'Reason\([^()]*(?:\([^()]*\))?[^()]*, "([a-z-]+)"\)', ("match",)) | {m.value for m in Meaning}
    assert {"title", "other-actor", "plans", "problems", "section", "near"} <= gates
    assert gates <= set(messages.GATES)
    assert cues <= set(messages.CUES) | set(messages.GATES)


def test_every_label_asked_for_is_there_and_none_is_idle() -> None:
    said = found(r"(?:say|_list|_decision)\(\s*[\"']([a-z-]+)[\"']")
    tables = (
        labels.LABELS,
        sentences.SENTENCES,
        REVIEW_SENTENCES,
        RANKING_SENTENCES,
        COPYING_SENTENCES,
        PAGE_LABELS,
        RANKING_LABELS,
        OPINION_LABELS,
    )
    known = {key for table in tables for key in table}
    assert said <= known
    composed = tuple(found(r'f"([a-z]+-)\{'))
    assert {k for k in known if not k.startswith(composed)} <= said | found(r'"([a-z-]+)"', NAMING_LABELS)
    assert sum(map(len, tables)) == len(known), "a label stands in two tables"


def test_every_error_of_reading_has_english_words() -> None:
    codes = found(r'"(I1\d\d)"', ("ingest",))
    assert codes
    assert codes <= set(problems.ENGLISH)


@pytest.mark.parametrize(
    ("problem", "zh", "en"),
    [
        (Problem("I101", "文件不存在", "请检查"), ("文件不存在", "请检查"), ("the file does not exist", "Check the path and the file name")),
        (Problem("R220", "不认识的键“甲”", "请改名"), ("不认识的键“甲”", "请改名"), ("unknown key “甲”", "Rename it")),
        (Problem("C301", "no such option", "See --help"), ("no such option", "See --help"), ("no such option", "See --help")),
    ],
)
def test_problems_in_both_languages(problem: Problem, zh: tuple[str, str], en: tuple[str, str]) -> None:
    assert words.problem(problem, Lang.ZH) == zh
    assert words.problem(problem, Lang.EN) == en
