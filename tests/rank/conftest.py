"""Results of a batch: of the sample reports, and made by hand in a few words."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from scorer.copies import text_line
from scorer.model.ranking import Item, PackRef, Result, RuleHead
from scorer.model.result import State, Verdict
from scorer.pipeline import Scorer
from scorer.render.contract import dumps, to_dict

ROOT = Path(__file__).parent.parent.parent
Make = Callable[..., Path]

VERDICTS = {Fraction(1): Verdict.MET, Fraction(0): Verdict.MISSING}


def rules(weights: list[int]) -> tuple[RuleHead, ...]:
    return tuple(RuleHead(f"r{i}", f"规则{i}", "c", w, (("a", "甲"), ("b", "乙"))) for i, w in enumerate(weights))


def item(share: Fraction | None, alternative: Verdict | None = None) -> Item:
    """A rule with this share, or n/a; an alternative makes it open to review."""
    if share is None:
        return Item(Verdict.NA, False, Fraction(0), alternative is not None, alternative, (State.ABSENT,) * 2)
    verdict = VERDICTS.get(share, Verdict.PARTIAL)
    return Item(verdict, True, share, alternative is not None, alternative, (State.DONE, State.ABSENT))


def result(path: str, weights: list[int], items: list[Item], **changes: object) -> Result:
    fields = {
        "line": 1,
        "path": path,
        "sha256": "0" * 64,
        "body": path,
        "year": 2022,
        "sector": "general",
        "kind": "department",
        "characters": 3000,
        "pack": PackRef("demo", "1", "ab"),
        "score": None,
        "grade": None,
        "groups": (),
        "rules": rules(weights),
        "items": tuple(items),
        "warnings": (),
    }
    return Result(**{**fields, **changes})


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return Scorer()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, scorer: Scorer) -> Path:
    """What a batch leaves of the sample reports: results with a column from a manifest, one failure, and texts."""
    folder = tmp_path_factory.mktemp("results")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        write(folder, scorer, [str(p.relative_to(ROOT)) for p in sorted((ROOT / "reports").glob("*.txt"))])
    failure = {"schema_version": "1", "report": {"path": "reports/gone.txt"}, "failure": {"code": "I101", "message": "文件不存在", "advice": "…"}}
    with (folder / "results.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(failure, ensure_ascii=False) + "\n")
    return folder


@pytest.fixture
def make(tmp_path: Path, scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Score texts by file name as a batch does."""

    def call(**texts: str) -> Path:
        monkeypatch.chdir(tmp_path)
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        write(tmp_path, scorer, [f"{name}.txt" for name in texts])
        return tmp_path

    return call


def write(folder: Path, scorer: Scorer, paths: list[str]) -> None:
    with (folder / "results.jsonl").open("w", encoding="utf-8") as results, (folder / "texts.jsonl").open("w", encoding="utf-8") as texts:
        for i, path in enumerate(paths):
            card = scorer.score_file(path)
            results.write(dumps({**to_dict(card), "groups": {"region": ("东", "西")[i % 2]}}) + "\n")
            texts.write(text_line(path, card) + "\n")
