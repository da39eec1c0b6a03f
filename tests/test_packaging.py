"""What a user installs: every library named, the rules inside, one version everywhere."""

import ast
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import scorer

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MODULE_OF = {"pyyaml": "yaml", "opencc-python-reimplemented": "opencc", "python-docx": "docx", "dask[distributed]": "distributed"}
EXTRAS = ("dask", "docx", "parquet", "pdf")


def test_every_library_imported_is_a_dependency_and_the_other_way_round() -> None:
    named = {re.split(r"[<>=]", d)[0] for d in (*PROJECT["dependencies"], *(d for e in EXTRAS for d in PROJECT["optional-dependencies"][e]))}
    imported = set()
    for path in (ROOT / "scorer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {a.name.split(".")[0] for a in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
    foreign = imported - set(sys.stdlib_module_names) - {"scorer"}
    assert foreign <= {MODULE_OF.get(n, n) for n in named}
    # of opencc only the dictionaries are read
    assert {MODULE_OF.get(n, n) for n in named} - foreign <= {"jieba", "opencc"}, "named, not imported"


def test_the_changelog_speaks_of_this_version() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == scorer.__version__


def test_the_wheel_carries_rules_cases_and_schemas(tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    if not (ROOT / "README.md").is_file():
        pytest.skip("there is no README yet")
    built = next(wheel.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    names = set(zipfile.ZipFile(built).namelist())
    shipped = {f"scorer/_rules/{p.relative_to(ROOT / 'rules').as_posix()}" for p in (ROOT / "rules").rglob("*") if p.is_file()}
    assert shipped <= names
    assert {"scorer/py.typed", "scorer/render/scorecard.schema.json"} <= names
    data = {p for suffix in ("json", "j2", "css", "js") for p in (ROOT / "scorer").rglob(f"*.{suffix}")}
    assert {f"scorer/{p.relative_to(ROOT / 'scorer').as_posix()}" for p in data} <= names
    assert not [n for n in names if n.startswith("tests")]
