"""Copied text, looked for in a process of its own: that holds something of all texts at once, which the run never does."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.json import Decoder, Encoder

from scorer.batch.problems import stop
from scorer.copies import Texts, find_copies, origins, subjects_of
from scorer.model.copying import Origin

MOST = 20_000
"""Reports among which copies are looked for unless told otherwise."""
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from scorer.batch.copied import main; main(sys.argv[2])"

Found = tuple[int, list[Origin]]
"""The number of a text, and where its words stand as well."""


def find(folder: Path) -> Iterator[Found]:
    """What the texts in a folder share, in their order; raises `BatchError` B511 where the search breaks off."""
    command = [sys.executable, "-P", "-c", _START, json.dumps(sys.path), str(folder.absolute())]
    decoder = Decoder(Found)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout
        for line in child.stdout:
            if line.endswith(b"\n"):
                yield decoder.decode(line)
        if code := child.wait():
            advice = "评分没有丢；请检查内存，然后重新运行同一命令，或加 --no-copies 不查雷同"
            raise stop("B511", f"雷同的文字没有查完（进程退出：{code}）", advice, str(folder))


def main(folder: str) -> None:
    """The other end of `find`."""
    encoder = Encoder()
    with Texts(Path(folder)) as texts:
        found = origins(find_copies(texts, subjects_of(texts)))
    for text in sorted(found):
        sys.stdout.buffer.write(encoder.encode((text, found[text])) + b"\n")
    sys.stdout.buffer.flush()
