"""Scorecards of the sample reports as they were last agreed on: a change of output is read as a diff.

`make golden` records them anew. What changes with every edit of any rule (the fingerprint of the pack) is masked.
"""

import json
import os
import re
from pathlib import Path

import pytest

from scorer.pipeline import Scorer
from scorer.render.contract import dumps, to_dict
from scorer.render.terminal import render

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(__file__).parent
REPORTS = sorted(p for p in (ROOT / "reports").iterdir() if p.suffix in (".txt", ".html"))
RULE_FACTS = ("id", "verdict", "points", "max_points", "shortfall", "needs_review", "review_reasons", "alternative")
RECORDING = bool(os.environ.get("RECORD_GOLDEN"))


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer()


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
def test_scorecard(scorer: Scorer, report: Path) -> None:
    card = scorer.score_file(f"reports/{report.name}")
    table = re.sub(rf"\b{card.pack.sha256[:12]}\b", "…", render(card, width=80))
    texts = {f"{report.name}.table": table, f"{report.name}.facts": facts(to_dict(card))}
    differing = [name for name, text in texts.items() if not agrees(name, text)]
    assert not differing, f"changed: {', '.join(differing)} (read `git diff` after `make golden`)"


def facts(data: dict) -> str:
    """What the JSON says, one rule, element and passage a line: a diff shows what changed and nothing else."""
    head = {k: v for k, v in data.items() if k not in ("rules", "pack", "schema_version")}
    lines = [dumps(head, indented=True)]
    for rule in data["rules"]:
        lines.append(
            dumps({k: v for k, v in rule.items() if k not in ("elements", "title", "category", "weight", "reviewed", "stale_review", "waived")})
        )
        for element in rule["elements"]:
            lines.append(f"  {element['id']}: {element['state']}")
            lines += [f"    {key} {passage(p)}" for key in ("evidence", "weakness", "rejected") for p in element[key]]
    return "\n".join(lines) + "\n"


def passage(p: dict) -> str:
    because = " ".join(f"{b['text']}={b['cue']}" for b in p["because"] if b["cue"] != "phrase")
    value = f"{p['value']['number']}{p['value']['unit']} {p['value']['bound']} {p['value']['passed']}" if p["value"] else ""
    return json.dumps([p["start"], p["end"], p["line"], p["quote"], p["similarity"], p.get("gate", ""), because, value], ensure_ascii=False)


def agrees(name: str, text: str) -> bool:
    """Whether the recorded text is the same; where it is being recorded, it is made so."""
    file = FOLDER / name
    if RECORDING:
        file.write_text(text, "utf-8", newline="\n")
    return file.is_file() and file.read_text("utf-8") == text


def test_no_scorecard_without_its_report() -> None:
    recorded = {p.name.rsplit(".", 1)[0] for p in FOLDER.iterdir() if p.suffix in (".table", ".facts")}
    assert recorded <= {p.name for p in REPORTS}
