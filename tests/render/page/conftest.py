"""Pages in a real browser: Debian's Chromium where there is one, and a page that must stay silent and alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scorer.model.result import Scorecard
from scorer.pipeline import Scorer
from scorer.render.page import render
from scorer.render.words import Lang

ROOT = Path(__file__).parent.parent.parent.parent
HEIGHTS = {1280: 860, 768: 1024, 390: 844}
Browser = Any
Page = Any
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def scored() -> Callable[[str], Scorecard]:
    """A sample report, judged once."""
    scorer, cards = Scorer(), {}

    def score(name: str) -> Scorecard:
        if name not in cards:
            cards[name] = scorer.score_file(str(ROOT / "reports" / name))
        return cards[name]

    return score


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Open a page; at the end nothing may have been complained of, and nothing asked of any network or other file."""
    contexts, said, asked = [], [], []

    def open_page(html: str, width: int = 1280, *, dark: bool = False, anchor: str = "", scripts: bool = True) -> Page:
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(html, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri() + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not said
    assert all(url.startswith((tmp_path / "page-").as_uri()) for url in asked), asked


@pytest.fixture
def sample(visit: Visit, scored: Callable[[str], Scorecard]) -> Visit:
    """The page of a sample report, in the browser."""

    def open_sample(name: str = "average.txt", width: int = 1280, lang: Lang = Lang.ZH, **how: Any) -> Page:
        return visit(render(scored(name), lang), width, **how)

    return open_sample


@pytest.fixture(scope="session")
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture
def violations() -> Callable[[Page, str], list[str]]:
    """Serious and critical findings with the elements meant; axe is run by the test, past the page's own policy."""

    def find(page: Page, axe: str) -> list[str]:
        page.evaluate(axe)
        found = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(run => run.violations)")
        return [f"{v['id']}: {n['html'][:120]}" for v in found if v["impact"] in ("serious", "critical") for n in v["nodes"][:3]]

    return find
