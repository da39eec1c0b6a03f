"""Standard input, output and error: UTF-8 whatever the locale says, silent when the reader has gone."""

import io
import os
import sys
from typing import IO

from scorer.errors import Problem, ScorerError


class OutputError(ScorerError):
    """A result that could not be written: disk full, device gone."""


def prepare() -> None:
    """Make all three UTF-8; a stream that the caller closed becomes an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - lives as long as the process
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n" if mode == "w" else None)


def write(text: str) -> None:
    """Write to standard output at once; BrokenPipeError where nobody reads it any more."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard(sys.stdout)
        raise _cannot_write(error) from error


def write_bytes(data: bytes) -> None:
    """Write raw bytes to standard output."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard(sys.stdout)
        raise _cannot_write(error) from error


def complain(text: str) -> None:
    """Write a line to standard error; a reader who has gone is no reason to fail."""
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def discard(stream: IO[str]) -> None:
    """Let what is still in a stream's buffer go nowhere, so that closing it at exit stays silent."""
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
    except (OSError, ValueError):
        pass


def _cannot_write(error: OSError) -> OutputError:
    return OutputError(Problem("C305", f"结果写不出去：{error.strerror or error}", "请检查磁盘空间和输出位置"))
