"""A folder of generated reports, a small rule pack, and the command as a process of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scorer.cli.app import main
from tests.batch.generate import write
from tests.cli.conftest import ROOT, make_rules

FINAL = ("results.jsonl", "summary.csv", "ranking.xlsx", "texts.jsonl")


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
def batch(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """Run to the end in the temporary folder, with one worker unless told otherwise; the parent is this process."""

    def call(*arguments: str | Path) -> Done:
        line = command(rules, *arguments)[3:]
        streams = {name: io.TextIOWrapper(io.BytesIO()) for name in ("stdout", "stderr")}
        with monkeypatch.context() as patch:
            patch.chdir(tmp_path)
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as exit:
                main([*line, "--jobs", "1"] if "--jobs" not in line else line)
        out, err = (streams[name].buffer.getvalue().decode() for name in streams)
        return Done(exit.value.code, out, err)

    return call


@pytest.fixture
def process(rules: Path, tmp_path: Path) -> Batch:
    """As `batch`, as a process of its own that runs `code` first."""

    def call(*arguments: str | Path, code: str) -> Done:
        line = [sys.executable, "-c", f"{code}\nimport sys\nfrom scorer.cli.app import main\nmain(sys.argv[1:])", *command(rules, *arguments)[3:]]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(line, capture_output=True, encoding="utf-8", cwd=tmp_path, env=env, timeout=7200, check=False)
        return Done(done.returncode, done.stdout, done.stderr)

    return call


def final(folder: Path) -> dict[str, bytes]:
    """The bytes of the files that a run is for."""
    return {name: (folder / name).read_bytes() for name in FINAL}
