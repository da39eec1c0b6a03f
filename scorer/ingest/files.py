"""A path -> its bytes, or the reason why there are none, said so that a clerk can act on it."""

import stat
import sys
from pathlib import Path

from scorer.errors import InputError, Place, Problem
from scorer.ingest.limits import DEFAULTS, MIB, current

LIMIT = DEFAULTS.bytes
"""Bytes of a file, unless the caller allows more."""
STDIN = "-"


def refuse(path: str, code: str, message: str, advice: str) -> InputError:
    """The error for an input that cannot be read."""
    return InputError(Problem(code, message, advice, Place(path)))


def read_bytes(path: str) -> bytes:
    """The content of the file at `path`; `-` is standard input."""
    if path == STDIN:
        return sys.stdin.buffer.read(current().bytes + 1)
    size = _check(path)
    if size > current().bytes:
        raise too_large(path)
    try:
        with Path(path).open("rb") as file:
            return file.read(current().bytes + 1)
    except OSError as error:
        raise refuse(path, "I104", f"文件无法读取（{error.strerror or error}）", "请检查该文件的访问权限，或换一份可读的副本") from error


def too_large(path: str) -> InputError:
    """The error for a file over the limit."""
    advice = "请只提供报告正文，去掉图片和附件；确需读取可用 --max-mb 放宽"
    return refuse(path, "I107", f"文件超过 {current().bytes // MIB} MB，不像一份报告", advice)


def _check(path: str) -> int:
    try:
        state = Path(path).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise refuse(path, "I101", "文件不存在", "请检查路径和文件名是否写对") from error
    except OSError as error:
        raise refuse(path, "I104", f"文件无法读取（{error.strerror or error}）", "请检查路径是否有效、上级文件夹是否允许访问") from error
    if stat.S_ISDIR(state.st_mode):
        raise refuse(path, "I102", "这是文件夹，不是报告文件", "请给出报告文件的路径，例如 文件夹/*.txt")
    if not stat.S_ISREG(state.st_mode):
        raise refuse(path, "I103", "这不是普通文件（是设备、管道或套接字）", "请先把内容存为普通文件，或用 - 从标准输入读取")
    return state.st_size
