"""Everybody can use the page: no serious finding of axe, a name for every control, colours never alone."""

import pytest


@pytest.mark.parametrize(("width", "dark", "pane"), [(1280, False, "both"), (768, True, "list"), (390, False, "paper")])
def test_axe_finds_nothing_serious(sample, axe: str, violations, width: int, dark: bool, pane: str) -> None:
    page = sample(width=width, dark=dark)
    page.locator("#r-legal-review > summary").click()
    if pane != "list":
        page.locator("#r-legal-review .cite").first.click()
        assert page.locator(".dock").is_visible()
    page.locator(".filters button").nth(3).evaluate("button => button.click()")
    assert violations(page, axe) == []


def test_every_control_has_a_name(sample) -> None:
    page = sample()
    page.locator("#r-legal-review > summary").click()
    nameless = (
        """elements => elements.filter(e => !(e.ariaLabel || e.textContent.trim() || e.getAttribute("aria-labelledby"))).map(e => e.outerHTML)"""
    )
    assert page.locator("button, a, input, summary, nav, dialog, [role=region], [role=search], [role=group], [tabindex]").evaluate_all(nameless) == []
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="快捷键").is_visible()
