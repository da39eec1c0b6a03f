"""What people do with the page: click, filter, search, type, tap; at three widths, in both languages."""

import pytest

from scorer.render.contract import to_dict
from scorer.render.words import Lang

WIDTHS = (1280, 768, 390)
IN_VIEW = """e => { const box = document.querySelector(".scroll").getBoundingClientRect(), at = e.getBoundingClientRect();
return at.height > 0 && at.top >= box.top && at.top < box.bottom && at.top < innerHeight; }"""


def shown(page) -> list[str]:
    return page.locator(".item:visible").evaluate_all("items => items.map(item => item.id.slice(2))")


def current(page) -> str:
    """The passage that is selected in the report."""
    return "".join(page.locator(".scroll .is-current").all_inner_texts())


def rule(data: dict, name: str) -> dict:
    return next(r for r in data["rules"] if r["id"] == name)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_item_leads_to_its_passages_one_by_one(sample, scored, width: int) -> None:
    page = sample(width=width)
    found = rule(to_dict(scored("average.txt")), "disclosure-deadline")
    quotes = [e["evidence"][0]["quote"] for e in found["elements"]]
    item = page.locator("#r-disclosure-deadline")
    item.locator("> summary").click()
    assert item.locator(".part").count() == len(found["elements"])
    item.locator(".cite").first.click()
    assert current(page) == quotes[0]
    assert page.locator(".scroll .is-current").first.evaluate(IN_VIEW)
    assert "1 / 2" in page.locator(".where").inner_text()
    page.get_by_role("button", name="下一处").click()
    assert current(page) == quotes[1]
    page.get_by_role("button", name="下一处").click()
    assert current(page) == quotes[0]
    page.get_by_role("button", name="上一处").click()
    assert current(page) == quotes[1]
    page.get_by_role("button", name="回到检查项").click()
    assert item.locator("> summary").evaluate("e => e === document.activeElement")
    assert item.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_passage_shows_the_items_it_proves(sample, scored, width: int) -> None:
    page = sample(width=width)
    quote = "217件处罚决定全部在企业信用信息公示系统公示"
    proved = [
        (r["title"], e["title"])
        for r in to_dict(scored("average.txt"))["rules"]
        for e in r["elements"]
        if any(p["quote"] == quote for key in ("evidence", "weakness", "rejected") for p in e[key])
    ]
    assert len(proved) > 1
    if width < 960:
        page.get_by_role("button", name="报告原文").click()
    page.locator(".scroll .ev", has_text=quote).first.click()
    entries = page.locator(".proved button")
    assert [tuple(text.lstrip("✓…✗○").split(" · ")) for text in entries.all_inner_texts()] == proved
    entries.last.click()
    assert "is-selected" in page.locator(".item[open]").last.get_attribute("class")
    assert current(page) == quote
    page.locator(".dock .close").click()
    assert current(page) == ""
    assert not page.locator(".dock").is_visible()


@pytest.mark.parametrize(
    ("pressed", "fits"),
    [
        (("未提及",), lambda r: r["verdict"] == "missing"),
        (("仅计划",), lambda r: r["verdict"] == "planned"),
        (("自认未做或不达标",), lambda r: r["shortfall"]),
        (("需要人工复核",), lambda r: r["needs_review"]),
        (("未提及", "仅计划"), lambda r: r["verdict"] in ("missing", "planned")),
        (("未提及", "全部"), bool),
        (("未提及", "未提及"), bool),
    ],
)
def test_filters(sample, scored, pressed: tuple[str, ...], fits) -> None:
    page, rules = sample(), to_dict(scored("average.txt"))["rules"]
    for name in pressed:
        page.locator(".filters button", has_text=name).click()
    assert shown(page) == [r["id"] for r in rules if fits(r)]
    assert shown(page)


def test_every_filter_says_how_many(sample) -> None:
    page = sample("promises.txt")
    for button in page.locator(".filters button").all()[1:]:
        button.click()
        assert len(shown(page)) == int(button.locator("b").inner_text())
        button.click()


def test_search_narrows_what_filters_show(sample) -> None:
    page = sample()
    search = page.get_by_role("searchbox")
    search.fill("法制审核")
    both = shown(page)
    assert {"legal-review", "legal-review-staff"} <= set(both) and "petitions" not in both
    assert page.locator(".shown").inner_text() == f"显示 {len(both)} / 41 项"
    page.locator(".filters button", has_text="需要人工复核").click()
    assert set(shown(page)) < set(both)
    search.fill("法制审核 没有这样的话")
    assert shown(page) == [] and page.get_by_text("没有符合条件的检查项").is_visible()


def test_everything_by_keyboard(sample, scored) -> None:
    page = sample(lang=Lang.EN)
    ids = [r["id"] for r in to_dict(scored("average.txt"))["rules"]]
    focused = "document.activeElement.closest('.item')?.id.slice(2)"
    page.keyboard.press("j")
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("k")
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("Enter")
    assert page.locator(f"#r-{ids[0]}[open]").count() == 1
    first = current(page)
    page.keyboard.press("n")
    assert current(page) not in ("", first)
    page.keyboard.press("p")
    assert current(page) == first
    page.keyboard.press("Enter")
    assert page.locator(".item[open]").count() == 0 and current(page) == ""
    page.keyboard.press("/")
    page.keyboard.type("jnp?")
    assert page.get_by_role("searchbox").input_value() == "jnp?"
    page.keyboard.press("Escape")
    assert len(shown(page)) == len(ids)
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()


def test_a_passage_by_keyboard(sample) -> None:
    page = sample()
    page.locator(".scroll .ev").nth(3).focus()
    page.keyboard.press("Enter")
    assert page.locator(".proved button").count() >= 1
    assert page.locator(".item[open]").count() == 1


def test_a_filter_gives_way_to_a_passage(sample) -> None:
    page = sample()
    page.locator(".filters button", has_text="未提及").click()
    page.locator(".scroll .ev.k-done").first.click()
    assert page.locator(".item.is-selected").is_visible()
    assert len(shown(page)) == 41


def test_fold_and_unfold(sample) -> None:
    page = sample()
    page.get_by_role("button", name="全部展开").click()
    assert page.locator(".item[open]").count() == 41
    page.get_by_role("button", name="全部收起").click()
    assert page.locator(".item[open]").count() == 0


def test_a_link_to_an_item_opens_it(sample) -> None:
    page = sample(anchor="#r-legal-review")
    assert page.locator("#r-legal-review[open].is-selected").is_visible()


@pytest.mark.parametrize("width", [768, 390])
def test_narrow_screens_show_one_pane_at_a_time(sample, width: int) -> None:
    page = sample(width=width)
    assert page.locator(".list").is_visible() and not page.locator(".paper").is_visible()
    page.get_by_role("button", name="报告原文").click()
    assert page.locator(".paper").is_visible() and not page.locator(".list").is_visible()


@pytest.mark.parametrize(("width", "lang"), [(1280, Lang.EN), (768, Lang.ZH), (390, Lang.EN)])
def test_nothing_sticks_out_sideways(sample, width: int, lang: Lang) -> None:
    page = sample("mirror.txt", width, lang)
    page.get_by_role("button", name="Unfold all" if lang is Lang.EN else "全部展开").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_everything_can_still_be_read(sample) -> None:
    page = sample(width=390, scripts=False)
    page.locator("#r-legal-review > summary").click()
    assert page.locator("#r-legal-review .advice").is_visible()
    assert page.locator(".scroll .title").is_visible()
    page.locator("#r-legal-review .cite").first.click()
    assert "#p" in page.url
