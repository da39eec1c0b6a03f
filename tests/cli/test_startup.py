"""Start-up: scoring a report loads what it needs and nothing else."""

import subprocess
import sys
from pathlib import Path

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
