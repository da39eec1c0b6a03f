"""The Python interface: light to import, typed, and the same results as the command line."""

import inspect
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import scorer
from scorer.cli.app import run
from tests.cli.conftest import make_rules

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "reports" / "good.txt"


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_rules(tmp_path_factory.mktemp("rules"))


def test_importing_loads_nothing() -> None:
    code = "import sys; before = set(sys.modules); import scorer; print(sorted(set(sys.modules) - before - {'scorer', 'typing'}))"
    done = subprocess.run([sys.executable, "-c", "import typing; " + code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


def test_everything_named_is_there_and_documented() -> None:
    for name in scorer.__all__:
        thing = getattr(scorer, name)
        assert inspect.getdoc(thing), name
        assert name in dir(scorer)
    with pytest.raises(AttributeError, match="nothing"):
        scorer.nothing  # noqa: B018


def test_a_file_as_the_command_line_scores_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    run(["score", "reports/good.txt", "--format", "json", "--lang", "en"])
    assert scorer.to_dict(scorer.score_file("reports/good.txt"), lang="en") == json.loads(capsys.readouterr().out)


def test_what_the_caller_knows(rules: Path) -> None:
    card = scorer.score_file(GOOD, rules=rules, pack="rule-of-law", body="某县水务局", kind="branch", year=2020, published=date(2021, 1, 1))
    report = scorer.to_dict(card)["report"]
    assert (report["body"], report["kind"], report["year"], report["published"]) == ("某县水务局", "branch", 2020, "2021-01-01")


def test_a_text_counts_its_own_characters(rules: Path) -> None:
    text = "\n" + GOOD.read_text("utf-8")
    card = scorer.score_text(text, rules=rules)
    assert card.source.text == text
    same = scorer.score_file(GOOD, rules=rules)
    assert [j.verdict for j in card.judgements] == [j.verdict for j in same.judgements]


def test_texts_and_files_that_are_no_reports(tmp_path: Path) -> None:
    with pytest.raises(scorer.InputError):
        scorer.score_text("no Chinese")
    with pytest.raises(scorer.InputError):
        scorer.score_file(tmp_path / "nothing.txt")
    with pytest.raises(scorer.PackError):
        scorer.load_pack("nothing")


def test_many_one_by_one_with_failures_in_their_place(rules: Path, tmp_path: Path) -> None:
    asked: list[str] = []
    paths = [GOOD, tmp_path / "nothing.txt", GOOD]
    found = scorer.score_many((asked.append(str(p)) or p for p in paths), rules=rules)
    assert asked == []
    first = next(found)
    assert len(asked) == 1
    assert isinstance(first, scorer.Scorecard)
    failure, last = found
    assert isinstance(failure, scorer.Failure)
    assert scorer.to_dict(failure)["failure"]["code"] == "I101"
    assert scorer.to_dict(last) == scorer.to_dict(first)


def test_a_pack() -> None:
    assert scorer.load_pack("ecology").id == "ecology"
    assert len(scorer.load_pack().rules) == 41
