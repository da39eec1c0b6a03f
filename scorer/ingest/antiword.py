"""DOC -> text by antiword: quick and small, but it knows neither changes nor most numbers that Word computes."""

import os
import tempfile
from pathlib import Path

from scorer.ingest.extract import Extract
from scorer.ingest.limits import current
from scorer.ingest.processes import run_bounded
from scorer.ingest.refusals import not_converted
from scorer.model.text import Notice


def by_antiword(program: str, path: str, data: bytes, kind: str) -> Extract:
    """The text, with a notice that numbers of paragraphs may be missing from it."""
    with tempfile.TemporaryDirectory(prefix="fazhi-antiword-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "report.doc")
        source.write_bytes(data)
        environment = {**os.environ, "HOME": folder, "LC_ALL": "C.UTF-8"}
        command = [program, "-m", "UTF-8.txt", "-w", "0", str(source)]
        out = run_bounded(command, folder, current().seconds, lambda reason: not_converted(path, kind, f"antiword {reason}"), environment)
    text = read_drawn(out.decode("utf-8", "replace"))
    if not text.strip():
        raise not_converted(path, kind, "antiword 没有给出结果，文件可能已损坏或设有密码")
    return Extract(text, notices=(Notice("no-numbers"),))


def read_drawn(text: str) -> str:
    """Tables, which antiword draws with bars, as cells parted by tabs.

    >>> read_drawn("表1\\n|项目   |件数 |\\n|立案   |58   |\\n")
    '表1\\n项目\\t件数\\n立案\\t58\\n'
    """
    return "".join(_read_row(line) for line in text.splitlines(keepends=True))


def _read_row(line: str) -> str:
    bare = line.strip()
    if len(bare) < 3 or not (bare.startswith("|") and bare.endswith("|")):
        return line
    return "\t".join(cell.strip() for cell in bare[1:-1].split("|")) + "\n"
