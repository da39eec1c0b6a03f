"""Inputs that are addresses (`s3://…`, `https://…`), read by fsspec where it is installed."""

import re
from typing import Any

from scorer.batch.problems import stop
from scorer.ingest.files import refuse
from scorer.ingest.limits import current

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""One letter before the colon is a drive of Windows."""


def is_address(path: str) -> bool:
    """Whether a path is read by fsspec."""
    return _ADDRESS.match(path) is not None


def read_address(path: str) -> bytes:
    """What is there, up to the limit; raises `InputError` where it cannot be read."""
    fsspec = _fsspec(path)
    try:
        with fsspec.open(path, "rb") as file:
            data: bytes = file.read(current().bytes + 1)
            return data
    except FileNotFoundError as error:
        raise refuse(path, "I101", "文件不存在", "请检查地址是否写对") from error
    except Exception as error:  # each kind of address raises its own
        raise refuse(path, "I104", f"文件无法读取（{type(error).__name__}）", "请检查网络、地址和访问权限") from error


def expand_address(path: str) -> list[str]:
    """The addresses that a pattern fits, by name; the address itself where it is none."""
    if "*" not in path:
        return [path]
    system, inside = _fsspec(path).core.url_to_fs(path)
    found = sorted(system.unstrip_protocol(name) for name in system.glob(inside))
    if not found:
        raise stop("B501", "没有文件符合这个式样", "请检查式样，例如 “报告/**/*.docx”", path)
    return found


def _fsspec(path: str) -> Any:
    try:
        import fsspec
    except ModuleNotFoundError as error:
        raise stop("B508", "读取地址需要 fsspec，本机没有安装", '请运行 pip install "fazhi-scorer[dask]" 后再试', path) from error
    return fsspec
