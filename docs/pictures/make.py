"""The pictures of README and docs, made anew: `make pictures`. Needs Chromium; the terminal's needs nothing."""

import io
import os
import re
import shutil
import tempfile
from html import unescape
from itertools import accumulate
from pathlib import Path

from msgspec.structs import replace
from playwright.sync_api import Browser, sync_playwright
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from scorer.model.ranking import Results
from scorer.model.result import Scorecard
from scorer.pipeline import Scorer
from scorer.rank import rank, read_card
from scorer.render.contract import to_dict
from scorer.render.page import render as page
from scorer.render.page.site import ranking_pages
from scorer.render.terminal import render as terminal
from scorer.render.words import Lang

HERE = Path(__file__).parent
REPORT = "reports/average.txt"
COLUMNS, LINES = 110, 46
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Rich's pictures would load their type from a network."""
_TEXT = re.compile(r'x="([\d.]+)"( y="[\d.]+") textLength="[\d.]+"([^>]*)>([^<]*)<')
CELL = 12.2
"""Width of a column in them."""


def main() -> None:
    """Terminal as SVG, pages as PNG: Chinese and English, wide and narrow, light and dark."""
    os.chdir(HERE.parent.parent)
    os.environ["COLORTERM"], os.environ["TERM"] = "truecolor", "xterm-256color"
    scorer = Scorer()
    card = scorer.score_file(REPORT)
    (HERE / "terminal.svg").write_text(drawn(terminal(card, width=COLUMNS, is_terminal=True)), "utf-8")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        shoot(browser, card, "card", lang=Lang.ZH, width=1360, height=900)
        shoot(browser, card, "card-en", lang=Lang.EN, width=1360, height=900)
        shoot(browser, card, "card-dark", lang=Lang.ZH, width=1360, height=900, dark=True)
        shoot(browser, card, "card-phone", lang=Lang.ZH, width=390, height=844)
        shoot_ranking(browser, [scorer.score_file(path.as_posix()) for path in sorted(Path("reports").iterdir()) if path.suffix != ".yaml"])
        browser.close()


def drawn(text: str) -> str:
    """What a terminal shows, as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    console.print(Text.from_ansi("\n".join(text.splitlines()[:LINES])))
    return _TEXT.sub(_placed, _FONT.sub("", console.export_svg(title=f"scorer score {REPORT}", theme=MONOKAI)))


def _placed(text: re.Match[str]) -> str:
    """Every character in its column: rich gives each one column, where those of Chinese take two."""
    places = accumulate((cell_len(c) * CELL for c in unescape(text[4])), initial=float(text[1]))
    return f'x="{" ".join(f"{x:.5g}" for x in places)}"{text[2]}{text[3]}>{text[4]}<'


def shoot(browser: Browser, card: Scorecard, name: str, *, lang: Lang, width: int, height: int, dark: bool = False) -> None:
    """The page of a scorecard with an item unfolded and its passage in view."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "card.html")
        file.write_text(page(card, lang), "utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", reduced_motion="reduce")
        view = context.new_page()
        view.goto(file.as_uri())
        view.locator("#r-leaders-study-law > summary").click()
        view.evaluate("scrollTo(0, 0)")
        view.mouse.move(0, 0)
        view.screenshot(path=HERE / f"{name}.png")
        context.close()


def shoot_ranking(browser: Browser, cards: list[Scorecard]) -> None:
    """The first page of a ranking of the sample reports."""
    results = [replace(read_card(to_dict(card))[0], line=line) for line, card in enumerate(cards, 1)]
    pages = dict(ranking_pages(rank(Results(tuple(results)), [["sector"]]), Lang.ZH, ()))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "index.html")
        file.write_text(pages["index.html"], "utf-8")
        view = browser.new_page(viewport={"width": 1360, "height": 900})
        view.goto(file.as_uri())
        view.screenshot(path=HERE / "ranking.png")
        view.close()


if __name__ == "__main__":
    main()
