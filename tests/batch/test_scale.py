"""Ten thousand reports: what they take in memory and how well two processes share the work. `make slow` runs these."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.conftest import Batch, final
from tests.batch.generate import SENTENCES, report, write
from tests.cli.conftest import ROOT

FLAT = 1.1
PER_WORKER = 60
"""MiB over a bare interpreter, with the shipped rules loaded."""
EFFICIENT = 1.75
"""How much faster two processes are than one."""
MEASURED = 400
"""Reports by which speed is measured; at ten thousand the start-up would weigh even less."""

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
TELL = """
import os, sys
from pathlib import Path
import scorer.cli.many.batching as batching
def peak(process):
    return next(line.split()[1] for line in Path("/proc", process, "status").read_text().splitlines() if line.startswith("VmHWM"))
def show(steps, lang):
    for step in steps:
        if step.done == step.total:
            tasks = Path("/proc/self/task").iterdir()
            children = [child for task in tasks for child in (task / "children").read_text().split()]
            print("workers", *map(peak, children), file=sys.stderr)
batching.progress.show = show
summary = batching._summary
batching._summary = lambda *a: (print("parent", peak("self"), file=sys.stderr), summary(*a))[1]
"""


def test_no_two_reports_share_a_sentence() -> None:
    said = [[line.strip() for line in report(1, i).splitlines() if line.startswith("　")] for i in range(300)]
    assert all(len(lines) >= SENTENCES for lines in said)
    assert sum(len(set(lines)) for lines in said) == len({line for lines in said for line in lines})
    assert report(1, 7) == report(1, 7) != report(2, 7)


def peaks(done) -> dict[str, list[float]]:
    """Most memory that the processes took, in MiB."""
    lines = [line.split() for line in done.err.splitlines()]
    return {name: [int(size) / 1024 for size in sizes] for name, *sizes in lines}


@pytest.mark.slow
@ON_LINUX
def test_the_parents_memory_is_flat(process: Batch, tmp_path: Path) -> None:
    write(tmp_path / "many", 10_000)
    (tmp_path / "some").mkdir()
    for path in sorted((tmp_path / "many").iterdir())[:1000]:
        (tmp_path / "some" / path.name).symlink_to(path)
    taken = {}
    for name in ("some", "many"):
        done = process(name, "-o", f"{name}-out", "--jobs", str(os.cpu_count()), code=TELL)
        assert done.code == 0, done.err
        (taken[name],) = peaks(done)["parent"]
    print(f"parent: {taken['some']:.1f} MiB for 1,000 reports, {taken['many']:.1f} for 10,000")  # noqa: T201
    assert taken["many"] <= FLAT * taken["some"]


@pytest.mark.slow
@ON_LINUX
def test_a_worker_is_small(process: Batch, tmp_path: Path) -> None:
    write(tmp_path / "many", MEASURED)
    bare = subprocess.run([sys.executable, "-c", "print(open('/proc/self/status').read())"], capture_output=True, text=True, check=True)
    interpreter = int(next(line.split()[1] for line in bare.stdout.splitlines() if line.startswith("VmHWM"))) / 1024
    done = process("many", "-o", "out", "--rules", ROOT / "rules", "--jobs", "2", code=TELL)
    workers = peaks(done)["workers"]
    print(f"worker: {max(workers) - interpreter:.1f} MiB over an interpreter of {interpreter:.1f}")  # noqa: T201
    assert len(workers) == 2
    assert max(workers) - interpreter <= PER_WORKER


@pytest.mark.slow
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor cannot be shared out")
def test_two_processes_are_nearly_twice_as_fast(process: Batch, tmp_path: Path) -> None:
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > 0.5:
        pytest.skip("the machine is busy with other work, so that times mean nothing")
    write(tmp_path / "many", MEASURED)
    seconds = {}
    for jobs in ("1", "2"):
        started = time.monotonic()
        assert process("many", "-o", jobs, "--rules", ROOT / "rules", "--jobs", jobs, code="pass").code == 0
        seconds[jobs] = time.monotonic() - started
    assert final(tmp_path / "1") == final(tmp_path / "2")
    print(f"{seconds['1']:.1f} s by one process, {seconds['2']:.1f} s by two")  # noqa: T201
    assert seconds["1"] / seconds["2"] >= EFFICIENT
