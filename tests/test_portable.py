"""What only POSIX or only Windows has is called in one module; the type checker, run for Windows, sees the rest (`make lint`)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "scorer"
HOME = "system.py"
MODULES = {"fcntl", "grp", "msvcrt", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty", "winreg", "_winapi", "nt"}
NAMES = {
    "os": [
        *("chown", "chroot", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getgroups", "getloadavg", "getpgid"),
        *("getpgrp", "getpriority", "getresuid", "getsid", "getuid", "kill", "killpg", "lchown", "lockf", "mkfifo", "mknod", "nice"),
        *("openpty", "posix_spawn", "pread", "pwrite", "register_at_fork", "sched_getaffinity", "sched_setaffinity", "sendfile", "setegid"),
        *("seteuid", "setgid", "setgroups", "setpgid", "setpriority", "setsid", "setuid", "statvfs", "sync", "sysconf", "uname", "wait"),
        *("wait3", "wait4", "waitid", "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_TMPFILE", "O_BINARY", "startfile"),
    ],
    "signal": ["alarm", "pause", "pthread_kill", "setitimer", "sigwait", "SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGUSR1"],
    "time": ["tzset", "clock_settime"],
    "socket": ["AF_UNIX", "socketpair"],
}
"""Names that are not on every system, by the module that has them; asking by `getattr` with a default is fine everywhere."""


def special(tree: ast.AST) -> Iterator[str]:
    """Every use of a module or name that is not on every system."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (a.name for a in node.names if a.name in MODULES)
            case ast.ImportFrom(module=str(module)):
                yield from ([module] if module in MODULES else [])
                yield from (f"{module}.{a.name}" for a in node.names if a.name in NAMES.get(module, ()))
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in NAMES.get(module, ()):
                yield f"{module}.{name}"
            case ast.keyword(arg="preexec_fn" | "pass_fds" as name):
                yield name


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_one_module_knows_the_system(path: Path) -> None:
    found = list(special(ast.parse(path.read_text("utf-8"))))
    assert bool(found) == (path == ROOT / HOME), found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import os\nos.fork()", ["os.fork"]),
        ("import os\nos.kill(1, 9)", ["os.kill"]),
        ("from signal import SIGKILL", ["signal.SIGKILL"]),
        ("def f():\n    import fcntl", ["fcntl"]),
        ("from resource import getrusage", ["resource"]),
        ("import subprocess\nsubprocess.run([], preexec_fn=f)", ["preexec_fn"]),
        ("import os, signal\nos.open('a', getattr(os, 'O_NOFOLLOW', 0))\nsignal.signal(signal.SIGINT, signal.SIG_IGN)", []),
    ],
)
def test_what_counts(code: str, found: list[str]) -> None:
    assert list(special(ast.parse(code))) == found


@pytest.mark.skipif(sys.platform != "linux", reason="compares with what Linux has")
def test_the_names_are_real() -> None:
    """A name that is misspelt here would never be found."""
    elsewhere = {"startfile", "O_BINARY"}
    for module, names in NAMES.items():
        assert {n for n in names if not hasattr(__import__(module), n)} <= elsewhere
