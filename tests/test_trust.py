"""At run time: no network, and nothing written but the output that was asked for and the cache. Every process of a run is watched."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WATCH = """
import os, sys
log = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime"}
def say(kind, what):
    os.write(log, f"{kind}\\t{what}\\n".encode("utf-8", "surrogateescape"))
def watch(event, args):
    if event.startswith("socket."):
        say("network", event)
        raise PermissionError(event)
    if event == "open" and isinstance(args[0], (str, bytes)) and isinstance(args[2], int) and args[2] & WRITES:
        say("write", os.path.abspath(os.fsdecode(args[0])))
    elif event in CHANGES:
        for path in args[:2] if event in ("os.rename", "os.link", "os.symlink") else args[:1]:
            if isinstance(path, (str, bytes, os.PathLike)):
                say("write", os.path.abspath(os.fsdecode(path)))
say("start", os.getpid())
sys.addaudithook(watch)
"""
"""Loaded by every Python of a run before anything else; audit hooks see what libraries do, and cannot be taken off."""
COMMANDS = (
    "score 年报/good.txt",
    "score 年报/good.txt --format json -o out/good.json",
    "score 年报/good.txt --format html -o out/good.html",
    "score 年报/good.txt --format markdown -o out/good.md",
    "score 年报/good.txt --format docx -o out/good.docx",
    "explain 年报/good.txt legal-advisor",
    "text 年报/page.html",
    "compare 年报/good.txt 年报/average.txt",
    "batch 年报 -o out/results --jobs 2",
    "rank out/results",
    "rank out/results --format html --output out/ranking",
    "copies out/results",
    "review export 年报 --output out/review.xlsx",
    "rules check",
    "--version --verbose",
)


@dataclass(frozen=True)
class Run:
    """The folder of a run, and what its processes did: (kind, what)."""

    folder: Path
    acts: list[tuple[str, str]]

    def of(self, kind: str) -> list[str]:
        return [what for k, what in self.acts if k == kind]


Watched = Callable[[list[str]], "subprocess.CompletedProcess[bytes]"]


def watched(folder: Path) -> tuple[Watched, Callable[[], Run]]:
    """A way to run Python watched, and a way to learn what it did."""
    log = folder / "watch" / "log"
    (folder / "watch").mkdir()
    for name in ("work", "home", "temp"):
        (folder / name).mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(WATCH, "utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "PYTHON", "COV_"))}
    paths = {"HOME": "home", "LOCALAPPDATA": "home", "TMPDIR": "temp", "TEMP": "temp", "TMP": "temp"}
    environment = {
        **kept,
        **{name: str(folder / path) for name, path in paths.items()},
        "PYTHONPATH": os.pathsep.join((str(folder / "watch"), str(ROOT))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "WATCH_LOG": str(log),
    }

    def start(arguments: list[str]) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run([sys.executable, *arguments], cwd=folder / "work", env=environment, capture_output=True, timeout=300, check=False)

    def told() -> Run:
        lines = log.read_text("utf-8", "surrogateescape").splitlines()
        return Run(folder, [(kind, what) for kind, _, what in (line.partition("\t") for line in lines)])

    return start, told


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All commands, one after another, in a folder with a blank and Chinese in its name."""
    folder = tmp_path_factory.mktemp("watched") / "核查 材料"
    folder.mkdir()
    start, told = watched(folder)
    reports = folder / "work" / "年报"
    reports.mkdir()
    (folder / "work" / "out").mkdir()
    for name, copy in (("good.txt", "good.txt"), ("average.txt", "average.txt"), ("page-hr-2021.html", "page.html")):
        shutil.copy(ROOT / "reports" / name, reports / copy)
    for command in COMMANDS:
        if "docx" in command and find_spec("docx") is None:
            continue
        done = start(["-m", "scorer", *command.split()])
        assert done.returncode == 0, f"{command}: {done.stderr.decode()}"
    return told()


def test_no_network(ran: Run) -> None:
    assert not ran.of("network")


def test_nothing_is_written_but_output_and_cache(ran: Run) -> None:
    cache = ran.folder / "home" if sys.platform == "win32" else ran.folder / "home" / ".cache"
    allowed = (ran.folder / "work" / "out", cache, ran.folder / "temp")
    outside = {w for w in ran.of("write") if w != os.devnull and not any(Path(w).is_relative_to(a) for a in allowed)}
    assert not outside
    assert any(Path(w).is_relative_to(cache) for w in ran.of("write")), "the cache is where it is said to be"


def test_nothing_is_left_behind(ran: Run) -> None:
    """Seen from outside, since compiled libraries write without asking Python."""
    assert not list((ran.folder / "temp").iterdir())
    assert [p.name for p in (ran.folder / "work").iterdir() if p.name not in ("年报", "out")] == []
    assert len(list((ran.folder / "work" / "年报").iterdir())) == 3
    kept = {p.parent.name for p in (ran.folder / "home").rglob("*") if p.is_file()}
    assert kept == {"fazhi-scorer"}


def test_workers_and_readers_are_watched_too(ran: Run) -> None:
    commands = [c for c in COMMANDS if "docx" not in c or find_spec("docx")]
    assert len(ran.of("start")) >= len(commands) + 2, "a batch of two jobs has two processes more"


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://localhost/')",
        "import socket; socket.getaddrinfo('localhost', 80)",
    ],
)
def test_the_watch_denies_a_network(tmp_path: Path, program: str) -> None:
    start, told = watched(tmp_path)
    assert start(["-c", program]).returncode == 1
    assert told().of("network")


@pytest.mark.parametrize("program", ["open({!r}, 'w')", "import os; os.open({!r}, os.O_CREAT)", "import os; os.mkdir({!r})"])
def test_the_watch_sees_what_is_written(tmp_path: Path, program: str) -> None:
    start, told = watched(tmp_path)
    there = str(tmp_path / "elsewhere")
    assert start(["-c", program.format(there)]).returncode == 0
    assert told().of("write") == [there]
