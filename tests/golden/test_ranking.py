"""The ranking of the sample reports as it was last agreed on, wide and narrow; `make golden` records it anew."""

import os
from pathlib import Path

import pytest

from scorer.model.ranking import Results
from scorer.pipeline import Scorer
from scorer.rank import EXACT, compare, rank, read_card
from scorer.render.contract import to_dict
from scorer.render.terminal.comparing import render_comparison
from scorer.render.terminal.ranking import render_ranking
from scorer.render.words import Lang

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(__file__).parent
NAMES = ("average", "branch-land-2024", "good", "mirror", "plain-education-2016", "promises")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            patch.delenv(name, raising=False)
        scorer = Scorer()
        cards = [read_card(to_dict(scorer.score_file(f"reports/{name}.txt"))) for name in NAMES]
        ranking = rank(Results(tuple(result for result, _ in cards)), [["sector"]])
        comparison = compare(cards[0], cards[2])
        return {
            "ranking.zh": render_ranking(ranking, EXACT, Lang.ZH, width=90),
            "ranking.en": render_ranking(ranking, EXACT, Lang.EN, width=60),
            "comparison.zh": render_comparison(comparison, Lang.ZH, width=80),
            "comparison.en": render_comparison(comparison, Lang.EN, width=80),
        }


@pytest.mark.parametrize("name", ["ranking.zh", "ranking.en", "comparison.zh", "comparison.en"])
def test_page(pages: dict[str, str], name: str) -> None:
    file = FOLDER / f"{name}.page"
    if os.environ.get("RECORD_GOLDEN"):
        file.write_text(pages[name], "utf-8", newline="\n")
    assert file.is_file() and file.read_text("utf-8") == pages[name], "read `git diff` after `make golden`"
