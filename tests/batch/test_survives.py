"""A run is killed, its workers are, the disk is full, files vanish: run again, the final files are those of an undisturbed run."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.conftest import Batch, command, final
from tests.batch.generate import write
from tests.cli.conftest import ROOT

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))"


@pytest.fixture(scope="module")
def undisturbed(reports: Path, rules: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """The final files of a run that nothing disturbs, and the seconds it took; links in them depend on how deep the folder lies."""
    out = tmp_path_factory.mktemp("undisturbed")
    started = time.monotonic()
    subprocess.run(command(rules, reports, "-o", out, "--jobs", "2"), check=True, capture_output=True, cwd=ROOT)
    return final(out), time.monotonic() - started


@pytest.mark.parametrize("kills", [3, pytest.param(10, marks=pytest.mark.slow)])
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_killed_at_random_moments(reports: Path, rules: Path, undisturbed, tmp_path: Path, kills: int) -> None:
    files, seconds = undisturbed
    chance = random.Random(kills)  # noqa: S311
    killed = 0
    for moment in (chance.uniform(0.1, 0.9) for _ in range(kills)):
        process = subprocess.Popen(command(rules, reports, "-o", tmp_path, "--jobs", "2"), cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=moment * seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
    assert killed
    subprocess.run(command(rules, reports, "-o", tmp_path, "--jobs", "2"), check=True, capture_output=True, cwd=ROOT)
    assert final(tmp_path) == files


@ON_LINUX
def test_a_killed_parent_leaves_no_workers(reports: Path, rules: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(command(rules, reports, "-o", tmp_path, "--jobs", "2"), cwd=ROOT, stdout=subprocess.DEVNULL)
    workers = wait_for(lambda: children(process.pid) if has_results(tmp_path) else None)
    process.kill()
    process.wait()
    wait_for(lambda: not [w for w in workers if Path(f"/proc/{w}/cmdline").exists() and Path(f"/proc/{w}/cmdline").read_bytes()])


@ON_LINUX
def test_a_killed_worker(reports: Path, rules: Path, undisturbed, tmp_path: Path) -> None:
    process = subprocess.Popen(command(rules, reports, "-o", tmp_path, "--jobs", "2"), cwd=ROOT, stdout=subprocess.DEVNULL)
    workers = wait_for(lambda: children(process.pid) if has_results(tmp_path) else None)
    os.kill(workers[0], signal.SIGKILL)
    assert process.wait() == 0
    assert final(tmp_path) == undisturbed[0]


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is a signal on POSIX")
def test_ctrl_c(reports: Path, rules: Path, batch: Batch, undisturbed, tmp_path: Path) -> None:
    line = command(rules, reports, "-o", tmp_path, "--jobs", "2")
    process = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True)
    wait_for(lambda: has_results(tmp_path))
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert err.startswith("已停止：完成 ")
    assert err.count("\n") == 1
    assert batch(reports, "-o", tmp_path).code == 0
    assert final(tmp_path) == undisturbed[0]


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
@pytest.mark.parametrize("share", [0, 0.1, 0.99])
def test_a_full_disk(reports: Path, batch: Batch, process: Batch, undisturbed, tmp_path: Path, share: float) -> None:
    """No file may grow beyond a share of the largest: the list of inputs fails, or the journal, or the merged results."""
    room = int(share * len(undisturbed[0]["results.jsonl"]))
    found = process(reports, "-o", tmp_path, code=LIMITED.format(room))
    assert (found.code, found.out) == (2, "")
    assert "B505" in found.err
    assert os.strerror(errno.EFBIG) in found.err
    assert not (tmp_path / "results.jsonl").exists()
    assert batch(reports, "-o", tmp_path).code == 0
    assert final(tmp_path) == undisturbed[0]


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
def test_a_small_disk(reports: Path, batch: Batch, undisturbed, tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", tmp_path], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("mounting is not permitted")
    try:
        found = batch(reports, "-o", tmp_path)
        assert (found.code, "B505" in found.err, "No space left" in found.err) == (2, True, True)
        subprocess.run(["mount", "-o", "remount,size=20m", tmp_path], check=True)
        assert batch(reports, "-o", tmp_path).code == 0
        assert final(tmp_path) == undisturbed[0]
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_two_runs_do_not_mix(reports: Path, rules: Path, batch: Batch, tmp_path: Path) -> None:
    process = subprocess.Popen(command(rules, reports, "-o", tmp_path, "--jobs", "1"), cwd=ROOT, stdout=subprocess.DEVNULL)
    wait_for(lambda: has_results(tmp_path))
    found = batch(reports, "-o", tmp_path)
    process.kill()
    process.wait()
    assert (found.code, "B504" in found.err) == (2, True)
    assert batch(reports, "-o", tmp_path).code == 0, "a crash leaves no lock behind"


def test_files_that_vanish_and_change_are_told_apart(batch: Batch, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write(folder, 4)
    assert batch("in", "-o", "out").code == 0
    before = [json.loads(line) for line in (out / "results.jsonl").open(encoding="utf-8")]
    listed = shutil.copy(out / ".batch" / "inputs.jsonl", tmp_path)
    (folder / "000001.txt").unlink()
    (folder / "000002.txt").write_text((folder / "000003.txt").read_text("utf-8"), "utf-8")
    found = batch(*(f"in/{i:06}.txt" for i in range(4)), "-o", "out")
    assert found.code == 3
    assert Path(listed).read_bytes() == (out / ".batch" / "inputs.jsonl").read_bytes()
    after = [json.loads(line) for line in (out / "results.jsonl").open(encoding="utf-8")]
    assert (after[0], after[3]) == (before[0], before[3])
    assert after[1]["failure"]["code"] == "I101"
    assert after[2]["report"] == {**before[3]["report"], "path": "in/000002.txt"}


def children(pid: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def has_results(out: Path) -> bool:
    journal = out / ".batch" / "journal"
    return journal.exists() and journal.stat().st_size > 0


def wait_for(condition):
    """What the condition gives once it gives something."""
    for _ in range(6000):
        if found := condition():
            return found
        time.sleep(0.01)
    raise AssertionError("it never happened")
