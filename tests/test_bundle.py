"""The bundle installs and scores on a machine that reaches nothing; for the other platforms it lacks no wheel."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.distribution import bundle

DENY = """
import sys
def deny(event, args):
    if event.startswith("socket."):
        raise PermissionError(event)
sys.addaudithook(deny)
"""
ALONE = ["unshare", "--user", "--map-root-user", "--net"]
"""Runs a command where there is no network at all, on systems that let users do so."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or os.uname().machine != "x86_64", reason="the bundle is made on Linux x86-64"),
]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, unpacked where the path has blanks and Chinese in it."""
    folder = tmp_path_factory.mktemp("bundle") / "离线 安装"
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"--dest={folder}", "jinja2"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("no package index can be reached, and a bundle is made of what it has")
    subprocess.run([sys.executable, bundle.__file__, str(folder)], check=True)
    (made,) = folder.glob("fazhi-scorer-*-offline.zip")
    with zipfile.ZipFile(made) as file:
        file.extractall(folder)
    made.unlink()
    (root,) = (p for p in folder.iterdir() if p.is_dir())
    return root


def alone(folder: Path, *command: str | Path) -> str:
    """What a command prints without a network: in a namespace of its own where permitted, and with sockets denied to Python."""
    (folder / "deny").mkdir(exist_ok=True)
    (folder / "deny" / "sitecustomize.py").write_text(DENY, "utf-8")
    dropped = ("PIP_", "PYTHON", "HTTP", "http")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(dropped)} | {
        "PYTHONPATH": str(folder / "deny"),
        "PIP_CONFIG_FILE": os.devnull,
    }
    may = shutil.which("unshare") and subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
    done = subprocess.run([*(ALONE if may else []), *command], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_it_installs_and_scores_without_a_network(unpacked: Path) -> None:
    """The commands of INSTALL.txt."""
    commands = [line.strip() for line in (unpacked / "INSTALL.txt").read_text("utf-8").splitlines() if line.startswith("    ")][:3]
    assert [c.split()[0] for c in commands] == ["python", "scorer-env/bin/python", "scorer-env/bin/scorer"]
    for command in commands:
        printed = alone(unpacked, "sh", "-c", command.replace("python ", f"'{sys.executable}' ", 1) if command.startswith("python ") else command)
    assert "法治政府建设年度报告评分卡" in printed.replace(" ", "")
    for file in ("reports/page-hr-2021.html", "reports/average.txt"):
        assert alone(unpacked, "scorer-env/bin/scorer", "score", file, "--format", "json").startswith("{")
    versions = alone(unpacked, "scorer-env/bin/scorer", "--version", "--verbose")
    assert "absent" not in versions, "all extras are there"
    assert alone(unpacked, "scorer-env/bin/scorer", "batch", "reports", "-o", "results", "--parquet")


@pytest.mark.parametrize("platform", bundle.PLATFORMS)
def test_no_wheel_is_missing(unpacked: Path, platform: str) -> None:
    wheels = unpacked / "wheels"
    assert not bundle.missing(platform, wheels)
    names = {bundle.runs_on(p, platform) for p in wheels.iterdir()}
    assert {"fazhi-scorer", "rapidfuzz", "pyarrow", "pypdfium2", "lxml"} <= names


def test_the_list_is_right(unpacked: Path) -> None:
    listed = dict(line.split("  ")[::-1] for line in (unpacked / "LIST.txt").read_text("utf-8").splitlines())
    assert len(listed) > 60
    assert {name for name, digest in listed.items() if hashlib.sha256((unpacked / name).read_bytes()).hexdigest() != digest} == set()
