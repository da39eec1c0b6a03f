"""The floors of the house: who may import whom, and where each foreign library lives."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "scorer"

FLOORS = [
    {"cli"},
    {"api"},
    {"authoring", "render"},
    {"batch"},
    {"pipeline"},
    {"ingest", "clean", "packs", "segment", "match", "judge", "overrides", "score", "copies", "rank"},
    {"yamlio", "hanzi"},
    {"model", "errors"},
    {"patterns", "system"},
]
"""Top may import lower, never the reverse; rooms of one floor never import one another."""

LIBRARIES = {
    "yaml": {"yamlio"},
    "jsonschema": {"packs"},
    "opencc": {"clean"},
    "rapidfuzz": {"match", "authoring", "copies"},
    "jieba": {"match", "authoring"},
    "rich": {"render", "cli"},
    "typer": {"cli"},
    "openpyxl": {"authoring", "batch", "render"},
    "selectolax": {"ingest"},
    "pypdfium2": {"ingest"},
    "jinja2": {"render"},
    "docx": {"render"},
    "distributed": {"batch"},
    "fsspec": {"batch"},
    "pyarrow": {"render"},
}

MODULES = sorted(ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    """First step below scorer/: a package or a module."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Every module named in an import statement, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    here = room_of(path)
    if here in ("__init__", "__main__"):
        return
    floor = next((i for i, rooms in enumerate(FLOORS) if here in rooms), None)
    assert floor is not None, f"{here} stands on no floor"
    for name in imports_of(path):
        if not name.startswith("scorer."):
            continue
        there = name.split(".")[1]
        if there == here:
            continue
        level = next((i for i, rooms in enumerate(FLOORS) if there in rooms), None)
        assert level is not None and level > floor, f"{here} imports {there}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_libraries_stay_in_their_place(path: Path) -> None:
    for name in imports_of(path):
        homes = LIBRARIES.get(name.split(".")[0])
        assert homes is None or room_of(path) in homes, f"{name} in {path}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300
    assert path.stem not in {"utils", "helpers", "common", "misc", "manager"}
