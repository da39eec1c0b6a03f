"""Hundreds of damaged and hostile files: a text or a reason for each, in time, and never much memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.corpus import SECONDS, corpus

ROOT = Path(__file__).parents[2]
MEMORY = 500
GRACE = 10
"""Seconds to start and end a process on a busy machine."""


def outcomes(seed: int, count: int) -> list[dict[str, object]]:
    """Read in a process of its own, whose children are the readers and nothing else."""
    command = [sys.executable, "-m", "tests.ingest.corpus", str(seed), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(("seed", "count"), [(1, 320), pytest.param(2, 6000, marks=pytest.mark.slow)])
def test_a_text_or_a_reason(seed: int, count: int) -> None:
    *files, last = outcomes(seed, count)
    assert len(files) == count
    odd = [f for f in files if f["outcome"] not in {"text", "I116"} | {f"I{n}" for n in range(105, 116)}]
    assert odd == []
    assert [f for f in files if f["sure"] and f["outcome"] == "text"] == []
    assert [f for f in files if float(str(f["seconds"])) > SECONDS + GRACE] == []
    assert float(str(last.get("memory", 0))) < MEMORY


def test_the_same_files_for_the_same_seed() -> None:
    assert [(b.name, hash(b.data)) for b in corpus(3, 60)] == [(b.name, hash(b.data)) for b in corpus(3, 60)]
