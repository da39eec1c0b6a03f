"""A folder of generated reports, a small rule pack, and the command as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.batch.generate import write
from tests.cli.conftest import ROOT, make_rules

FINAL = ("results.jsonl", "summary.csv")


@dataclass(frozen=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str


Batch = Callable[..., Done]


@pytest.fixture(scope="session")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_rules(tmp_path_factory.mktemp("rules"))


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    write(folder, 30)
    return folder


def command(rules: Path, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "scorer", "batch", "--rules", str(rules), *map(str, arguments)]


@pytest.fixture
def batch(rules: Path, tmp_path: Path) -> Batch:
    """Run to the end, in the temporary folder."""

    def call(*arguments: str | Path, code: str = "") -> Done:
        line = command(rules, *arguments)
        if code:
            line[1:3] = ["-c", code]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(line, capture_output=True, encoding="utf-8", cwd=tmp_path, env=env, timeout=600, check=False)
        assert "Traceback" not in done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    return call


def final(folder: Path) -> dict[str, bytes]:
    """The bytes of the files that a run is for."""
    return {name: (folder / name).read_bytes() for name in FINAL}
