"""The report on the page is the report of the JSON: same passages, same places, nothing lost between them."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from scorer.model.result import Evidence, Scorecard, State
from scorer.model.text import Span
from scorer.render.contract import to_dict
from scorer.render.page import render
from scorer.render.visible import visible

REPORTS = ("average.txt", "good.txt", "mirror.txt", "wrapped-town-2022.txt", "page-hr-2021.html", "tables-water-2019.txt")


def bare(text: str) -> str:
    """What is visible of a text, without blanks."""
    return "".join(visible(text.replace("\n", "").replace("\r", "").replace("\t", "")).split())


def passages(data: dict) -> dict[str, str]:
    """Quotes of the JSON by their place."""
    found = {}
    for rule in data["rules"]:
        for element in rule["elements"]:
            for key in ("evidence", "weakness", "rejected"):
                found |= {f"{p['start']}-{p['end']}": p["quote"] for p in element[key]}
    return found


def marked(html: str) -> dict[str, str]:
    """Text of the report that lies in each passage."""
    found: dict[str, str] = {}
    for piece in LexborHTMLParser(html).css(".scroll .ev"):
        for place in (piece.attributes["data-p"] or "").split():
            found[place] = found.get(place, "") + piece.text()
    return found


def assert_faithful(card: Scorecard) -> None:
    html, data = render(card), to_dict(card)
    quotes, shown = passages(data), marked(html)
    assert set(shown) == set(quotes)
    assert {k: bare(v) for k, v in shown.items()} == {k: bare(v) for k, v in quotes.items()}
    tree = LexborHTMLParser(html)
    assert bare(tree.css_first(".scroll article").text()) == bare(card.source.text)
    linked = {(a.attributes["href"] or "")[2:] for a in tree.css(".cite")}
    assert linked == set(quotes)
    assert {i.attributes["id"][1:] for i in tree.css(".scroll [id]")} == set(quotes)


@pytest.mark.parametrize("name", REPORTS)
def test_same_places_as_the_json(scored: Callable[[str], Scorecard], name: str) -> None:
    assert_faithful(scored(name))


def evidence(text: str, start: int, end: int, rule: str, element: str, state: State) -> Evidence:
    return Evidence(rule, element, Span(start, end), -1, text[start:end], 100.0, state)


def test_nested_overlapping_and_equal_passages(make_card) -> None:
    text = "𠮷澜市水利局2022年度报告\n一、工作\n甲乙𠮷丙丁𝟙戊己庚辛壬癸。\n"
    at = text.index("甲")
    card = make_card(
        text=text,
        found=(
            evidence(text, at, at + 8, "advisor", "appointed", State.DONE),
            evidence(text, at + 2, at + 4, "advisor", "part", State.DONE),
            evidence(text, at + 3, at + 10, "video", "video", State.DENIED),
            evidence(text, at + 3, at + 10, "lenient", "list", State.PLANNED),
        ),
    )
    assert_faithful(card)
    pieces = LexborHTMLParser(render(card)).css(".scroll .ev")
    assert [p.text() for p in pieces] == ["甲乙", "𠮷", "丙", "丁𝟙戊己", "庚辛"]
    assert ["k-denied" in (p.attributes["class"] or "") for p in pieces] == [False, False, True, True, True]
    assert ["many" in (p.attributes["class"] or "") for p in pieces] == [False, True, True, True, False]


def test_a_passage_over_a_line_break_is_one(make_card) -> None:
    text = "云澜市水利局报告\r\n我局聘请了法\r\n律顾问。\r\n"
    at = text.index("我局")
    card = make_card(text=text, found=(evidence(text, at, at + 11, "advisor", "appointed", State.DONE),))
    assert_faithful(card)


def test_a_page_stays_small(scored: Callable[[str], Scorecard]) -> None:
    from scorer.model.text import Source
    from scorer.pipeline import Scorer

    names = ("good.txt", "county-government.txt", "branch-land-2024.txt", "mirror.txt", "tables-water-2019.txt", "no-headings-ecology-2018.txt")
    text = "".join(scored(n).source.text for n in (*names, *REPORTS))[:20_000]
    assert len(text) == 20_000
    html = render(Scorer().score_source(Source("long.txt", "0" * 64, text)))
    assert len(html.encode()) < 400_000
