"""Start-up: scoring a report loads what it needs and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from scorer.cli import scoring
from scorer.cli.app import run as run_command
from scorer.cli.exits import Exit

NEVER = ("jieba", "opencc", "jsonschema", "numpy", "pydantic", "hypothesis", "rich.traceback", "rich.markdown", "rich.syntax", "typer.rich_utils")
PROGRAM = """
import sys
from scorer.cli.app import run
code = run(sys.argv[1:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(int(code))
"""


def modules(rules: Path, reports: Path, environment: dict[str, str], *arguments: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, "score", "--rules", str(rules), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=reports, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_a_table_loads_little(rules: Path, reports: Path, environment) -> None:
    modules(rules, reports, environment, "good.txt")
    loaded = modules(rules, reports, environment, "good.txt")
    assert not loaded & set(NEVER)
    assert "yaml" not in loaded, "the second run finds the compiled pack in the cache"
    assert not {"scorer.yamlio", "scorer.overrides.fields"} & loaded, "there is no record beside the report"


def test_json_loads_even_less(rules: Path, reports: Path, environment) -> None:
    modules(rules, reports, environment, "good.txt")
    loaded = modules(rules, reports, environment, "good.txt", "--format", "json")
    assert not loaded & {*NEVER, "rich.console", "rich.table"}


LIBRARIES = {"scorer", "msgspec", "rapidfuzz", "rich", "typing_extensions"}
"""All that is loaded by `scorer score FILE` beside the standard library; the last one by msgspec, where it is there."""
ROOMS = {"cli", "clean", "errors", "hanzi", "ingest", "judge", "match", "model", "overrides", "packs", "patterns", "pipeline"}
ROOMS |= {"render", "score", "segment", "system"}
SLOW = {"click", "multiprocessing", "socket", "subprocess", "tempfile", "typer"}
"""Parts of the standard library and of our own libraries that take longer to load than they are worth here."""


def test_reports_without_options_load_no_parser(reports: Path, environment) -> None:
    command = [sys.executable, "-c", PROGRAM, "score", "good.txt"]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=reports, env=environment, check=True)
    loaded = set(done.stderr.split())
    started = set(
        subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not (loaded - started) & SLOW
    foreign = {name.partition(".")[0] for name in loaded - started} - set(sys.stdlib_module_names)
    # what a compiler of extensions leaves behind is no library
    assert {name for name in foreign if not name.startswith(("_cython", "cython_runtime"))} <= LIBRARIES
    rooms = {name.split(".")[1] for name in loaded if name.startswith("scorer.")}
    assert rooms <= ROOMS


@pytest.mark.parametrize("files", [["good.txt"], ["a.txt", "b c.txt", "score", ""]])
def test_reports_without_options_are_scored_as_the_parser_would_have_it(monkeypatch: pytest.MonkeyPatch, files: list[str]) -> None:
    asked: list[scoring.Request] = []
    monkeypatch.setattr(scoring, "score_files", lambda request: asked.append(request) or Exit.FINE)
    assert run_command(["score", *files]) == run_command(["score", "--lang", "zh", *files]) == Exit.FINE
    assert asked[0] == asked[1] == scoring.Request(tuple(files))
