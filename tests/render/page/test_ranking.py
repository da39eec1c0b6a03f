"""The ranking as pages: places, ranges, filters, a strip of verdicts for each report, pages of bodies; a thousand bodies and more."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import takewhile
from pathlib import Path

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from scorer.model.ranking import Entry, Group, Item, PackRef, Ranking, Result, Results, RuleHead
from scorer.model.result import Failure, State, Verdict
from scorer.rank import rank
from scorer.render.page.site import PAGE_SIZE, ranking_pages
from scorer.render.words import Lang

RULES = tuple(RuleHead(f"rule-{n}", f"第{n}项职责", "enforcement", 2, (("e", "要件"),)) for n in range(50))
SHARES = {Verdict.MET: Fraction(1), Verdict.PARTIAL: Fraction(1, 2)}
CYCLE = (Verdict.MET, Verdict.MET, Verdict.PARTIAL, Verdict.PLANNED, Verdict.MISSING, Verdict.FAILED, Verdict.MET)
STATES = {Verdict.MET: State.DONE, Verdict.PARTIAL: State.DONE, Verdict.FAILED: State.DENIED, Verdict.PLANNED: State.PLANNED}
PACK = PackRef("rule-of-law", "1.0.0", "a" * 64)
SECTORS = ("ecology", "general")


def item(verdict: Verdict) -> Item:
    return Item(verdict, verdict is not Verdict.NA, SHARES.get(verdict, Fraction(0)), False, None, (STATES.get(verdict, State.ABSENT),))


def result(number: int, verdicts: list[Verdict], body: str | None = None, year: int = 2022, region: str = "甲区") -> Result:
    return Result(
        line=number,
        path=f"reports/{number}.txt",
        sha256=f"{number:064x}",
        body=body or f"第{number}局",
        year=year,
        sector=SECTORS[number % 2],
        kind="department",
        characters=3000,
        pack=PACK,
        score=Fraction(50),
        grade="b",
        groups=(("地区", region),),
        rules=RULES,
        items=tuple(map(item, verdicts)),
    )


def results(count: int) -> list[Result]:
    """Bodies that differ: the first meets everything, the last rule nobody meets."""
    found = []
    for number in range(1, count + 1):
        verdicts = [CYCLE[(number * 7 + at * at) % len(CYCLE)] if at > number % 50 else Verdict.MET for at in range(49)]
        found.append(result(number, [*verdicts, Verdict.MISSING], region=f"{'甲乙丙'[number % 3]}区"))
    return found


@pytest.fixture(scope="module")
def small() -> dict[str, str]:
    years = [result(100 + y, [Verdict.MET] * (40 + y) + [Verdict.MISSING] * (10 - y), "渡口市水务局", 2020 + y) for y in range(3)]
    failures = (Failure("坏.txt", "I108", "文件是空的", ""),)
    return dict(ranking_pages(rank(Results((*results(30), *years), failures), [["sector"]]), Lang.ZH, {100, 101}))


def large(count: int) -> dict[str, str]:
    """The index pages of a ranking made by hand: intervals of a thousand bodies take longer than a test should."""
    entries = tuple(
        Entry(r, place, 1 + place // 100, None, sum((i.share for i in r.items), Fraction(0)), 50, 50, r.items)
        for place, r in enumerate(results(count), 1)
    )
    pages = ranking_pages(Ranking((Group((), (PACK,), RULES, (), entries),)), Lang.ZH, ())
    return dict(takewhile(lambda page: "/" not in page[0], pages))


@pytest.fixture
def site(visit, tmp_path: Path) -> Callable[[dict[str, str]], object]:
    """The pages in a folder, and the index in the browser."""

    def open_site(pages: dict[str, str], width: int = 1280, name: str = "index.html", **how):
        for file, html in pages.items():
            path = tmp_path / "page-site" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, "utf-8")
        page = visit("<!doctype html><title>·</title>", width, **how)
        page.goto((tmp_path / "page-site" / name).as_uri())
        return page

    return open_site


def names(page) -> list[str]:
    return page.locator(".row:visible .name a").all_inner_texts()


def test_the_files(small) -> None:
    assert [n for n in small if "/" not in n] == ["index.html", "group-1.html", "group-2.html"]
    assert sum(n.startswith("bodies/") for n in small) == 31
    for name, html in small.items():
        for link in LexborHTMLParser(html).css("a[href]"):
            target = (Path(name).parent / (link.attributes["href"] or "")).as_posix().replace("bodies/../", "")
            assert target in small or target in ("cards/100.html", "cards/101.html") or "#" in target


def test_the_list(small) -> None:
    tree = LexborHTMLParser(small["index.html"])
    rows = tree.css(".row")
    assert len(rows) == 33
    places = [int(r.css_first(".place").text()) for r in rows]
    assert places == sorted(places) and places[0] == 1
    for row in rows:
        said = row.css_first(".range svg").attributes["aria-label"] or ""
        place, best, worst = map(int, re.findall(r"\d+", said))
        assert best <= place <= worst
        assert sum(int(n) for path in row.css(".strip path") for n in re.findall(r"0h(\d+)v", path.attributes["d"] or "")) == len(RULES)
    items = [(li.css_first(".name").text(), int(re.findall(r"\d+", li.css_first(".figure").text())[0])) for li in tree.css(".items li")]
    assert len(items) == len(RULES) and [met for _, met in items] == sorted(met for _, met in items)
    assert all(("无一满足" in name) == (met == 0) for name, met in items)
    assert ("第49项职责 无一满足", 0) in items
    assert "I108" in tree.text()


def test_filters_and_search(site, small) -> None:
    page = site(small)
    everybody = names(page)
    page.get_by_label("领域").select_option(label="生态环境")
    ecology = names(page)
    assert ecology and all(int(re.findall(r"\d+", n)[0]) % 2 == 0 for n in ecology if n.startswith("第"))
    page.get_by_label("地区").select_option(label="乙区")
    both = names(page)
    assert both and set(both) < set(ecology)
    assert page.locator(".shown").inner_text() == f"显示 {len(both)} / {len(everybody)} 份"
    page.get_by_label("地区").select_option(label="不限")
    page.get_by_label("领域").select_option(label="不限")
    page.keyboard.press("/")
    page.keyboard.type("渡口")
    assert set(names(page)) == {"渡口市水务局"}
    page.keyboard.type("没有")
    assert page.get_by_text("没有符合条件的单位").is_visible()
    page.keyboard.press("Escape")
    assert names(page) == everybody


def test_from_the_ranking_to_a_body_and_back(site, small) -> None:
    page = site(small)
    page.locator(".row .name a", has_text="渡口市水务局").first.click()
    assert [t.strip() for t in page.locator(".reports tbody th").all_inner_texts()] == ["2020", "2021", "2022"]
    assert page.locator(".trend circle").count() == 3
    assert page.locator(".matrix tbody tr").count() == len(RULES)
    assert page.locator(".reports a").evaluate_all("links => links.map(a => a.getAttribute('href'))") == ["../cards/100.html", "../cards/101.html"]
    page.get_by_role("link", name="回到排名").click()
    assert page.url.endswith("index.html")
    page.get_by_role("link", name="领域 = 通用").click()
    assert page.url.endswith("group-2.html") and "通用" in page.locator("h1").inner_text()


def test_a_cell_of_the_strip_says_what_it_is(site, small) -> None:
    page = site(small)
    strip = page.locator(".row .strip svg").first
    box = strip.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 49.5 / 50, box["y"] + box["height"] / 2)
    assert page.locator(".cell[role]").inner_text() == "第49项职责：未提及"


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_every_width(site, small, width: int) -> None:
    page = site(small, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".row .score").first.is_visible()
    page.locator(".row .name a", has_text="渡口市水务局").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("name", "width", "dark"), [("index.html", 1280, False), ("index.html", 390, True), ("bodies/1.html", 1280, False)])
def test_axe_finds_nothing_serious(site, small, axe: str, violations, name: str, width: int, dark: bool) -> None:
    assert violations(site(small, width, name, dark=dark), axe) == []


def test_a_thousand_bodies_in_one_page_and_more_in_several(site) -> None:
    pages = large(PAGE_SIZE + 1)
    assert list(pages) == ["index.html", "index-2.html"]
    assert len(pages["index.html"].encode()) < 3_000_000
    assert [len(LexborHTMLParser(pages[n]).css(".row")) for n in ("index.html", "index-2.html")] == [PAGE_SIZE, 1]
    page = site(pages)
    page.get_by_label("地区").select_option(label="丙区")
    assert len(names(page)) == PAGE_SIZE // 3
    page.get_by_role("link", name="第 1001–1001 名").click()
    assert len(names(page)) == 1


@pytest.mark.slow
def test_a_filter_on_a_thousand_bodies_is_quick(site) -> None:
    page = site(large(PAGE_SIZE))
    took = page.evaluate(
        """() => { const choice = document.querySelector("select[data-column]"); const times = [];
        for (const option of [1, 2, 1, 2, 0]) { const start = performance.now(); choice.selectedIndex = option;
        choice.dispatchEvent(new Event("change")); document.body.getBoundingClientRect(); times.push(performance.now() - start); }
        return Math.min(...times); }"""
    )
    assert took < 200


HOSTILE = "<script>alert(1)</script>\" onmouseover='alert(1)' </select></option><img src=x onerror=alert(1)>{{7*7}}\u202e\x00法"


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(node.tag, tuple(sorted(node.attributes))) for node in LexborHTMLParser(html).css("*")]


@pytest.mark.parametrize("lang", Lang)
def test_hostile_names_change_nothing_but_text(lang: Lang) -> None:
    def pages(said: str) -> dict[str, str]:
        rules = (replace(RULES[0], title=f"项{said}"), *RULES[1:])
        found = [
            replace(r, body=f"局{said}{r.line}", path=f"a{said}{r.line}", rules=rules, groups=((f"区{said}", f"甲{said}{r.line % 2}"),))
            for r in results(6)
        ]
        ranking = rank(Results(tuple(found), (Failure(f"b{said}", "I108", f"坏{said}", ""),)), [[f"区{said}"]])
        return dict(ranking_pages(ranking, lang, {1}))

    hostile, harmless = pages(HOSTILE), pages("法")
    assert list(hostile) == list(harmless)
    for name, html in hostile.items():
        assert skeleton(html) == skeleton(harmless[name]), name
        assert not re.search("[\x00\u202e]", html)
        assert all(re.fullmatch(r"[a-z0-9/.#-]+", a.attributes["href"] or "") for a in LexborHTMLParser(html).css("[href]"))
