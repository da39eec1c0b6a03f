"""The tables hold what the objects say, whatever they are read with."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.render.cells import cell
from tests.batch.conftest import Batch
from tests.cli.conftest import GOOD, POOR


@pytest.fixture
def out(batch: Batch, tmp_path: Path) -> Path:
    pytest.importorskip("pyarrow", reason="the extra fazhi-scorer[parquet] is not installed")
    for name, text in (("good.txt", GOOD), ("poor.txt", POOR), ("scan.txt", "")):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "m.csv").write_text("path,region\ngood.txt,东部\nscan.txt,\npoor.txt,西部\n", "utf-8")
    assert batch("m.csv", "-o", "out", "--parquet").code == 3
    return tmp_path / "out"


def test_parquet_says_what_the_objects_say(out: Path) -> None:
    from pyarrow.parquet import read_table

    rows = read_table(out / "results.parquet").to_pylist()
    objects = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
    assert [r["path"] for r in rows] == [o["report"]["path"] for o in objects]
    for row, one in zip(rows, objects, strict=True):
        assert row["failure"] == one.get("failure", {}).get("code")
        assert row["group.region"] == one["groups"].get("region")
        assert row["score"] == one.get("score")
        for rule in one.get("rules", ()):
            assert (row[f"rule.{rule['id']}"], row[f"rule.{rule['id']}.points"]) == (rule["verdict"], rule["points"])
        for category in one.get("categories", ()):
            assert row[f"category.{category['id']}"] == category["score"]


def test_without_pyarrow_nothing_is_begun(batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorer.cli.many.batching.find_spec", {}.get)
    found = batch(".", "-o", "out", "--parquet")
    assert (found.code, "B509" in found.err, "fazhi-scorer[parquet]" in found.err) == (2, True, True)
    assert not (tmp_path / "out").exists()


@given(st.text())
def test_no_text_is_a_formula_and_none_breaks_the_line(text: str) -> None:
    shown = cell(text)
    assert isinstance(shown, str)
    assert not shown.lstrip().startswith(("=", "+", "-", "@"))
    assert not set(shown) & set("\r\n\t\0\x1b\u202e")


def test_numbers_stay_numbers() -> None:
    assert [cell(v) for v in (-1, 0.5, None)] == [-1, 0.5, ""]
