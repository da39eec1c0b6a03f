"""Other programs, run for a bounded time; their children end with them."""

import contextlib
import subprocess
from collections.abc import Callable, Mapping

from scorer import system
from scorer.errors import InputError


def run_bounded(
    command: list[str], folder: str, seconds: float, reason: Callable[[str], InputError], environment: Mapping[str, str] | None = None
) -> bytes:
    """What the program writes to its output; `reason` makes the error where it cannot run or does not end in time."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise reason("无法启动") from error
    try:
        return process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired as error:
        raise reason(f"超过 {seconds:g} 秒没有完成") from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """LibreOffice is started by a script: to stop it means to stop the whole group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        system.end_group(process)
    process.communicate()
