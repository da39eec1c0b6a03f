"""The scorecard as Markdown: says what the JSON says, and a report's own marks stay text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scorer.model.result import Evidence, Scorecard, State
from scorer.model.text import Span
from scorer.render.markdown import plain, render
from scorer.render.visible import visible
from scorer.render.words import Lang

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = (
    "<script>alert(1)</script>",
    "| a | b |",
    "# 标题",
    "- [x] 项",
    "1. 项",
    "![图](https://evil.example/x.png)",
    "[点](javascript:alert)",
    "`代码` ***粗*** ~~删~~ _斜_",
    "@everyone #123 https://evil.example www.evil.example",
    "&lt;b&gt; \\* \\",
    "$$x$$ <!-- -->",
    "\u202e反",
    "+ a\n= b\n---\n```\n> 引",
)


def text_of(markdown: str) -> str:
    """What a reader sees of one paragraph, and that it is one."""
    tokens = READER.parse(markdown)
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    children = tokens[1].children or []
    assert {t.type for t in children} <= {"text", "text_special"}, children
    return "".join(t.content for t in children)


@pytest.mark.parametrize("said", HOSTILE, ids=ascii)
def test_marks_stay_text(said: str) -> None:
    assert text_of(plain(said)).replace("\u2060", "") == visible(" ".join(said.split()))


@given(st.text(st.sampled_from("\\`*_{}[]<>#|~$&!-+=.():@/ \n甲a1"), min_size=1).filter(str.strip))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=200)
def test_any_marks_stay_text(said: str) -> None:
    assert text_of("甲" + plain(said)).replace("\u2060", "") == "甲" + visible(" ".join(said.split()))


@pytest.mark.parametrize("link", ["@everyone", "#12", "https://evil.example", "www.evil.example"])
def test_no_link_and_no_mention_is_made_of_plain_words(link: str) -> None:
    assert link not in text_of(plain(link))


@pytest.mark.parametrize("lang", Lang)
def test_a_scorecard(card: Scorecard, lang: Lang) -> None:
    text = render(card, lang)
    tokens = READER.parse(text)
    assert sum(t.type == "tr_open" for t in tokens) == len(card.judgements) + 2
    for said in ("「我局聘请了衡谨律师事务所担任法律顾问」", "1.5/" if lang is Lang.EN else "10个工作日内公开"):
        assert said in text or lang is Lang.EN
    assert text.endswith("依法履职的认定。\n" if lang is Lang.ZH else "does its duty.\n")


def test_hostile_reports_keep_the_shape(make_card) -> None:
    def card_of(said: str) -> Scorecard:
        text = f"云澜市水利局2022年度报告\n我局{said}聘请\n"
        at = text.index("我局")
        found = Evidence("advisor", "appointed", Span(at, len(text) - 1), -1, said, 100.0, State.DONE)
        return make_card(text=text, found=(found,), body=f"局{said}", path=f"a{said}.txt")

    shape = [t.type for t in READER.parse(render(card_of("法")))]
    for said in HOSTILE:
        assert [t.type for t in READER.parse(render(card_of(said.replace("\n", " "))))] == shape, said
