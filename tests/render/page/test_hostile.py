"""Whatever a report or a rule says, it changes nothing but text: structure, policy and behaviour stay."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from scorer.model.result import Evidence, Scorecard, State
from scorer.model.text import Notice, Span
from scorer.render.page import render
from scorer.render.words import Lang

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    '<a href="javascript:alert(1)">点这里</a>',
    "</textarea><svg onload=alert(1)>",
    "</style></title><base href=//evil.example>",
    "<!-- --><meta http-equiv=refresh content=0;url=//evil.example>",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;&amp;&#60;",
    "\u202eabc\u2066\u2069\u200f",
    "\x00\x07\x1b[31m",
    "法" * 10_000,
    "a" * 10_000,
    "]]>\u2028\u2029",
    "𠮷🏛️👩‍⚖️",
)
HARMLESS = "法治"


def card_of(make_card, said: str) -> Scorecard:
    """`said` wherever a report or a pack can say something."""
    text = f"云澜市水利局2022年度报告\n一、工作{said}\n我局{said}聘请顾问{said}。\n"
    start = text.index("我局")
    quote = Span(start, min(len(text) - 2, start + 150))
    found = Evidence("advisor", "appointed", quote, 1, said, 100.0, State.DONE)
    card = make_card(text=text, found=(found,), body=f"局{said}", path=f"报告{said}.txt", notices=(Notice("x", (said,)),))
    rules = tuple(replace(r, title=f"项{said}", why=f"为{said}") for r in card.pack.rules)
    judgements = tuple(replace(j, rule=r) for j, r in zip(card.judgements, rules, strict=True))
    return replace(card, pack=replace(card.pack, rules=rules, title=f"包{said}"), judgements=judgements)


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, in order; whether a line is set as a heading may change with what it says."""
    return [(node.tag, tuple(sorted(set(node.attributes) - {"class"}))) for node in LexborHTMLParser(html).css("*")]


def assert_only_text_changed(make_card, said: str, lang: Lang = Lang.ZH) -> None:
    html = render(card_of(make_card, said), lang)
    assert skeleton(html) == skeleton(render(card_of(make_card, HARMLESS), lang))
    tree = LexborHTMLParser(html)
    assert all((a.attributes["href"] or "").startswith("#") for a in tree.css("[href]"))
    policy = tree.css_first("meta[http-equiv]").attributes["content"] or ""
    for tag in ("style", "script"):
        text = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        assert f"{tag}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", html)


@pytest.mark.parametrize("said", HOSTILE, ids=lambda s: ascii(s[:20]))
def test_hostile_words_change_nothing_but_text(make_card, said: str) -> None:
    assert_only_text_changed(make_card, said)


@pytest.mark.parametrize("lang", Lang)
def test_all_at_once(make_card, lang: Lang) -> None:
    assert_only_text_changed(make_card, "".join(HOSTILE), lang)


@given(said=st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\r\n"), min_size=1).map(lambda t: f"法{t}治"))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_changes_nothing_but_text(make_card, said: str) -> None:
    assert_only_text_changed(make_card, said)


def test_hostile_words_in_a_browser(visit, make_card) -> None:
    page = visit(render(card_of(make_card, "".join(HOSTILE))), 390)
    page.locator("#r-advisor > summary").click()
    page.locator("#r-advisor .cite").first.click()
    assert page.locator(".is-current").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
