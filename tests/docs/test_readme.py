"""What both READMEs claim is so: numbers of rules, the picture, how right and how fast, and what the two commands do."""

import html
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import scorer
from scorer.model.result import Verdict
from scorer.render import messages
from scorer.render.terminal import render as terminal
from tests.test_docs import ROOT, blocks, packs, read

READMES = ("README.md", "README.zh-CN.md")
BOTH = pytest.mark.parametrize(("readme", "lang"), [("README.md", 1), ("README.zh-CN.md", 0)])
PICTURES = ROOT / "docs" / "pictures"


@BOTH
def test_the_disclaimer_stands_at_the_top_and_at_the_end(readme: str, lang: int) -> None:
    assert read(readme).count(messages.DISCLAIMER[lang]) >= 2


@pytest.mark.parametrize("readme", READMES)
def test_it_says_in_two_sentences_what_it_is_with_the_number_of_rules(readme: str) -> None:
    first = read(readme).split("\n\n")[2]
    assert len(re.findall(r"[.。](?:\s|$|(?<=。))", first)) == 2
    count = {p.id: len(p.rules) for p in packs()}
    assert re.findall(r"\d+", first) == [str(count["rule-of-law"]), str(count["ecology"])]


@BOTH
def test_the_picture_shows_what_the_program_prints(readme: str, lang: int) -> None:
    """A score that moves makes the picture stale: `make pictures`."""
    ((said, file),) = re.findall(r"!\[(.+)\]\((.+)\)", read(readme))
    assert (ROOT / file).is_file()
    card = scorer.score_file(str(ROOT / "reports" / "average.txt"))
    count = Counter(j.verdict for j in card.judgements)
    words = [messages.VERDICTS[v.value][lang] for v in Verdict]
    assert card.grade is not None
    assert "reports/average.txt" in said and f"{float(card.score or 0):.1f}" in said and (card.grade.title, card.grade.title_en)[lang] in said
    shown = {w: int(n) for w in words for n in re.findall(rf"(\d+) {w}\b" if lang else rf"(?<!部分){w} (\d+)", said)}
    assert shown == {w: count[v] for w, v in zip(words, Verdict, strict=True) if count[v]}


def test_the_terminal_in_the_picture_is_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    drawn = [html.unescape(t) for t in re.findall(r"<text [^>]*>([^<]*)</text>", (PICTURES / "terminal.svg").read_text("utf-8"))]
    printed = terminal(scorer.score_file("reports/average.txt"), width=110, is_terminal=False).splitlines()[:46]
    assert letters("".join(drawn)).endswith(letters("".join(printed)))


def letters(text: str) -> str:
    """What can be compared: without layout, and without the fingerprint of the rules, which any change of them moves."""
    text = re.sub(r"\b[0-9a-f]{12}\b", "", text.replace("\xa0", " "))
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def test_every_picture_is_shown_on_a_page() -> None:
    pages = "\n".join(p.read_text("utf-8") for p in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")))
    assert not [p.name for p in PICTURES.iterdir() if p.suffix in (".png", ".svg") and p.name not in pages]


@pytest.mark.parametrize("readme", READMES)
def test_how_right_it_is_comes_from_the_page_on_accuracy(readme: str) -> None:
    accuracy = read("docs/accuracy.md")
    first = [float(f) for f in re.findall(r"^\|.*?\| \*\*(0\.\d+)\*\* \|", accuracy.partition("## On texts")[0], re.MULTILINE)]
    keyword, absent = re.findall(r"keyword search .+? gives (0\.\d+), .+? throughout (0\.\d+)", accuracy)[0]
    percent = [round(100 * f) for f in (min(first), max(first), first[0], float(keyword), float(absent))]
    table = [row for row in read(readme).splitlines() if row.startswith("| ") and "%" in row]
    assert [int(n) for row in table for n in re.findall(r"\d+(?= ?%| to| 至)", row)] == percent
    assert len(first) == 7, "the READMEs say seven sets"


@pytest.mark.parametrize("readme", READMES)
def test_how_fast_it_is_comes_from_the_measurements(readme: str) -> None:
    """Said as bounds, which the measurements keep: under a second and 50 MB, more than ten reports a second."""
    measured = json.loads(read("docs/performance.json"))
    assert "50 MB" in read(readme) and measured["memory_mb"] < 50
    (start,) = re.findall(r"^\| processor time, .+?\| [\d.]+ \| ([\d.]+) \|", read("docs/performance.md"), re.MULTILINE)
    assert float(start) < 1000
    scored = [f for f in measured["figures"] if f["name"].startswith("reports scored, 2 processes")]
    assert scored and all(1000 / f["ms"] > 10 for f in scored)


def test_make_score_runs_what_is_shown() -> None:
    recipe = re.findall(r"^score:.*\n\t\$\(BIN\)/(.+)$", read("Makefile"), re.MULTILINE)
    for readme in READMES:
        typed = [c for b in blocks(ROOT / readme) if b.kind == "console" for c, _ in b.commands()]
        assert typed[:2] == ["make score", "make test"]
        assert [typed[2].replace(" --lang en", "")] == recipe
    assert "make --keep-going test check" in Path(ROOT / ".ci" / "run").read_text("utf-8")
