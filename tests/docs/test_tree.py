"""The page on architecture is the tree's: what it names exists and has its row, and the flow is the pipeline's."""

import re

from tests.test_docs import ROOT, read

PAGE = "docs/architecture.md"
FOLDERS = ("rules", "reports", "docs", "tests", ".ci")


def test_the_flow_is_the_order_of_the_pipeline() -> None:
    """Every verb over an arrow is a stage of `scorer/`, called in this order in `scorer/pipeline.py`."""
    flow = read(PAGE).split("\n    bytes ")[1].split("\n\n")[0]
    stages = re.findall(r"─(\w+)→", flow.splitlines()[0])
    assert stages == ["ingest", "clean", "segment", "match", "judge", "score", "render"]
    for stage in [*stages, *re.findall(r"─(packs)→", flow)]:
        assert (ROOT / "scorer" / stage).is_dir() or (ROOT / "scorer" / f"{stage}.py").is_file()
    pipeline = read("scorer/pipeline.py")
    body = pipeline[pipeline.index("def score_file") : pipeline.index("def _segment")]
    calls = {"ingest": " read(path)", "clean": " clean(", "segment": "self._segment(", "match": " match(", "judge": " judge(", "score": " = score("}
    assert [s for s in stages if s in calls] == list(calls)
    places = [body.index(calls[s]) for s in stages[1:] if s in calls]
    assert places == sorted(places)
    assert all(f"from scorer.{s} import" in pipeline for s in calls)


def test_every_row_is_in_the_tree_and_no_room_is_told_twice() -> None:
    rows = re.findall(r"^\| `(scorer/[^`]+)` \|", read(PAGE), re.MULTILINE)
    assert len(rows) == len(set(rows))
    for row in rows:
        assert (ROOT / row).is_dir() if row.endswith("/") else (ROOT / row).is_file(), row


def test_the_folders_of_the_project_are_named() -> None:
    text = read(PAGE)
    rooms = {f"tests/{p.name}/" for p in (ROOT / "tests").iterdir() if (p.is_dir() and any(p.glob("*.py"))) or p.name == "cases"}
    assert not [name for name in (*(f"{f}/" for f in FOLDERS), *rooms) if f"`{name}" not in text]
    for name in re.findall(r"`((?:tests|docs|rules|reports|\.ci)/[\w/]*)`", text):
        assert (ROOT / name).exists(), name
