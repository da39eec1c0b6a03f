"""What only some operating systems offer: the one module that calls it, each time with what happens elsewhere."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen


def own(status: os.stat_result) -> bool:
    """Whether a file belongs to this user and nobody else may write to it; Windows keeps that in the folder above."""
    if sys.platform == "win32":
        return True
    else:  # noqa: RET505 - the type checker passes over the branch of another system, not over what follows it
        return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def lock(descriptor: int) -> None:
    """Lock an open file against other processes, until it is closed or this one ends; raises `OSError` where another holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def end_group(process: "Popen[bytes]") -> None:
    """Kill a process that began a session of its own, with its children; on Windows the process alone."""
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)


def bound(memory: int, seconds: int) -> None:
    """Bound this process in bytes and in seconds of work, and let it leave no core file; nothing on Windows."""
    if sys.platform != "win32":
        import resource

        for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
            try:
                hard = resource.getrlimit(what)[1]
                resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
            except (OSError, ValueError):
                continue
