"""A minute of fuzzing for each target, guided by coverage, where atheris has a wheel."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="atheris is not installed: pip install --only-binary :all: atheris")

ROOT = Path(__file__).parents[2]
SECONDS = 60


@pytest.mark.slow
@pytest.mark.parametrize("target", ["reading", "cleaning"])
def test_fuzz(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "found"
    folder.mkdir()
    options = [f"-max_total_time={SECONDS}", "-timeout=10", "-rss_limit_mb=500", "-max_len=4096", "-len_control=0", f"-artifact_prefix={tmp_path}/"]
    command = [sys.executable, "-m", "tests.ingest.fuzz", target, *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", cwd=ROOT, check=False, timeout=SECONDS + 120)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done" in done.stderr
