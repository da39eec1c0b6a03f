"""The Dask engine against a real scheduler and two workers in processes of their own; inputs by address."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.conftest import Batch, command, final
from tests.batch.stand_in import StandIn
from tests.batch.test_engine import asks
from tests.batch.test_survives import has_results, wait_for
from tests.cli.conftest import ROOT

pytest.importorskip("distributed", reason="the extra fazhi-scorer[dask] is not installed")
from scorer.batch.cluster import Cluster

NOBODY = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """The address of a scheduler, and its workers."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    start = [sys.executable, "-m", "dask"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": env, "cwd": folder}
    processes = [subprocess.Popen([*start, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file], **quiet)]
    wait_for(lambda: file.exists() and file.read_text())
    worker = [*start, "worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    processes += [subprocess.Popen(worker, **quiet) for _ in range(2)]
    try:
        yield json.loads(wait_for(file.read_text))["address"], processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_the_same_bytes_though_a_worker_is_killed(cluster, reports: Path, rules: Path, batch: Batch, tmp_path: Path) -> None:
    address, workers = cluster
    many = tmp_path / "many"
    for i in range(3):
        shutil.copytree(reports, many / str(i))
    assert batch("many", "-o", "local").code == 0
    line = command(rules, "many", "-o", "dask", "--engine", "dask", "--scheduler", address)
    process = subprocess.Popen(line, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL)
    wait_for(lambda: has_results(tmp_path / "dask"))
    workers[0].send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert process.wait(timeout=300) == 0
    assert final(tmp_path / "dask") == final(tmp_path / "local")


def test_items_that_die_and_hang_cost_themselves_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on one machine, whatever is read; batch after batch by the same workers."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr("scorer.batch.cluster.BATCH", 4)
    paths = ["a", "hang", "b", "die", "c", "d", "hang", "e", "f", "die", "g", "h"]
    with Cluster(StandIn(), "settings", 2, None) as cluster:
        found = sorted(cluster.run(asks(*paths), len(paths)), key=lambda answer: answer.index)
    told = {"hang": "I118", "die": "I117"}
    assert [answer.row.decode() for answer in found] == [told.get(path, path) for path in paths]


def test_by_address(cluster, reports: Path, batch: Batch) -> None:
    first = (reports / "000000.txt").as_uri()
    line = (first, reports.as_uri() + "/00000[12]*.txt", reports.as_uri() + "/nothing.txt", "-o", "out")
    assert batch(*line).code == 3
    assert batch(*line, "--engine", "dask", "--scheduler", cluster[0]).code == 3


def test_nobody_there(batch: Batch, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    import dask.config

    dask.config.refresh()
    found = batch(reports, "-o", "out", "--engine", "dask", "--scheduler", NOBODY)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"错误 B508：{NOBODY}: 连不上 Dask 调度器")
