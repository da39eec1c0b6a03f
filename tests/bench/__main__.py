"""`make bench`: measures, prints a table, and writes it to docs/performance.md and docs/performance.json."""

import json
import platform
import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from figures import Figure, cleaning_figures, pipeline_figures, search_figures, start_up
from generated import SEED, words_of_rules

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- table: written by make bench -->\n", "<!-- end of table -->\n"


def row(figure: Figure) -> str:
    low, high = figure.spread
    return f"| {figure.name} | {figure.plain:,.1f} | {figure.fast:,.2f} | {figure.ratio:.1f}× | {low:.1f}–{high:.1f} | ≥ {figure.asked:g}× |"


def table(figures: list[Figure], start: Figure, memory: float) -> str:
    words = words_of_rules()
    low, high = start.spread
    lines = [
        f"{len(words):,} words (sha256 {sha256(chr(10).join(words).encode()).hexdigest()[:16]}), reports of 4,000 characters from seed {SEED}.",
        f"Python {platform.python_version()}, rapidfuzz {version('rapidfuzz')}, {platform.system()} {platform.machine()}. Milliseconds a report.",
        "",
        "| | plain | here | ratio, median | middle half | asked |",
        "|---|--:|--:|--:|--:|--:|",
        *map(row, figures),
        "",
        "| | `python -c pass` | `scorer score FILE` | ratio, median | middle half | asked |",
        "|---|--:|--:|--:|--:|--:|",
        f"| processor time, reports/good.txt | {start.plain:.1f} | {start.fast:.1f} | {start.ratio:.1f}× | {low:.1f}–{high:.1f} | ≤ 12× |",
        f"| greatest memory | | {memory:.1f} MB | | | ≤ 40 MB |",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    figures = [*search_figures(), *cleaning_figures(), *pipeline_figures()]
    start, memory = start_up(str(ROOT / "reports" / "good.txt"))
    text = table(figures, start, memory)
    sys.stdout.write(text)
    page = PAGE.read_text("utf-8")
    PAGE.write_text(page[: page.index(BEGIN)] + BEGIN + "\n" + text + "\n" + page[page.index(END) :], "utf-8")
    found = [{"name": f.name, "asked": f.asked, "plain_ms": f.plain, "ms": f.fast, "ratios": f.ratios} for f in [*figures, start]]
    PAGE.with_suffix(".json").write_text(
        json.dumps({"seed": SEED, "memory_mb": memory, "figures": found}, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )


main()
