"""Reading a file in a process of its own: a crash, a hang or a hunger for memory then costs one file, not the run."""

import json
import subprocess
import sys
from datetime import date
from signal import Signals
from typing import Any

from msgspec.structs import asdict

from scorer.errors import InputError, Place, Problem
from scorer.ingest.extract import Extract
from scorer.ingest.files import refuse
from scorer.ingest.formats import FORMATS
from scorer.ingest.limits import Limits
from scorer.model.text import Notice

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from scorer.ingest.child import main; main()"
MEMORY = "memory"
"""What a child answers when it has used up what it may."""
_OUT_OF_CPU = "SIGXCPU"


def extract(format: str, path: str, data: bytes, limits: Limits) -> Extract:
    """What the reader of `format` makes of `data`; raises `InputError` where it, or the process it runs in, gives up."""
    ask = json.dumps({"format": format, "path": path, "limits": asdict(limits)}).encode() + b"\n"
    try:
        done = subprocess.run(_command(), input=ask + data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise _too_slow(path, format, limits) from error
    except OSError as error:
        raise _crashed(path, format, str(error.strerror or error)) from error
    if (name := _signal(done.returncode)) == _OUT_OF_CPU:
        raise _too_slow(path, format, limits)
    if name or done.returncode:
        raise _crashed(path, format, f"程序崩溃：{name or done.returncode}")
    return _read_answer(path, format, done.stdout)


def _command() -> list[str]:
    """The child finds its modules where this process found them; `-P` keeps the folder of the reports out of it."""
    return [sys.executable, "-P", "-c", _START, json.dumps(sys.path)]


def _read_answer(path: str, format: str, answer: bytes) -> Extract:
    """JSON, never pickle: what comes out of a process that a hostile file may have taken over is data."""
    try:
        found: dict[str, Any] = json.loads(answer)
    except ValueError as error:
        raise _crashed(path, format, "没有结果") from error
    if problems := found.get("problems"):
        raise InputError(*(Problem(code, message, advice, Place(path)) for code, message, advice in problems))
    if crash := found.get("crash"):
        raise _crashed(path, format, "内存不足" if crash == MEMORY else f"程序出错：{crash}")
    day = found["published"]
    notices = tuple(Notice(code, tuple(values)) for code, values in found["notices"])
    return Extract(found["text"], found["title"], date.fromisoformat(day) if day else None, found["publisher"], notices)


def _signal(returncode: int) -> str:
    """The name of the signal that ended a process; empty where none did."""
    try:
        return Signals(-returncode).name if returncode < 0 else ""
    except ValueError:
        return f"signal {-returncode}"


def _too_slow(path: str, format: str, limits: Limits) -> InputError:
    message = f"{FORMATS[format].kind}读取超过 {limits.seconds:g} 秒，已停止"
    return refuse(path, "I114", message, "请用办公软件打开，把正文另存为新文件后再试；确需更久可用 --timeout 加长")


def _crashed(path: str, format: str, detail: str) -> InputError:
    message = f"{FORMATS[format].kind}读取中断（{detail}）"
    return refuse(path, "I115", message, "文件可能已损坏或过于复杂：请用办公软件打开，把正文另存为新文件后再试")
