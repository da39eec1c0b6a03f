"""Bytes that a fuzzer makes up, guided by which of our code they reach: `python -m tests.ingest.fuzz reading|cleaning [options of libFuzzer]`."""

import sys
from itertools import pairwise
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["scorer"]):
    from scorer.clean import clean
    from scorer.errors import InputError, Problem
    from scorer.ingest.decode import decode
    from scorer.ingest.docx import read_docx
    from scorer.ingest.html import read_page
    from scorer.ingest.limits import Limits, using
    from scorer.ingest.markdown import read_markdown
    from scorer.ingest.ofd import read_ofd

from scorer.model.text import Source
from tests.ingest.makers import docx_of, docx_parts, html_of, p, zipped
from tests.ingest.ofd_maker import ofd_of

LINES = ["云溪区水务局2023年法治政府建设情况报告", "一、聘请法律顾问2名，审查合同31份。", "项目\t件数", "立案\t58"]
LIMITS = Limits(seconds=5, pages=20, uncompressed=4 * 1024 * 1024)
PARTS = {b"0": "word/document.xml", b"1": "word/numbering.xml", b"2": "word/styles.xml"}


def reading(data: bytes) -> None:
    """Any reader gives text or a reason; the first byte chooses it. Zips are packed here, since no fuzzer finds a checksum."""
    problems: tuple[Problem, ...] = ()
    try:
        with using(LIMITS):
            _read(data[:1], data[1:])
    except InputError as error:
        problems = error.problems
    assert all(problem.message and problem.advice for problem in problems)


def _read(kind: bytes, rest: bytes) -> None:
    if kind == b"h":
        read_page("x", rest)
    elif kind == b"m":
        read_markdown("x", rest)
    elif kind == b"z":
        read_docx("x", rest)
    elif kind == b"o":
        read_ofd("x", rest)
    elif kind in PARTS:
        read_docx("x", zipped({**docx_parts(p("正文")), PARTS[kind]: rest}, 0))
    else:
        decode(rest)


def cleaning(data: bytes) -> None:
    """Every clean character has a place of its own in the source, and a clean text is clean."""
    text = decode(data[1:])[0]
    kind = "markdown" if data[:1] == b"m" else "text"
    once = clean(Source("x", "", text, kind))
    places = [once.offsets.raw(i) for i in range(len(once.text))]
    assert all(a < b for a, b in pairwise(places))
    assert not places or places[-1] < len(text)
    assert kind == "markdown" or clean(Source("x", "", once.text)).text == once.text


TARGETS = {"reading": reading, "cleaning": cleaning}


def seeds() -> list[bytes]:
    """Good files to begin with."""
    text = "\n".join(LINES).encode()
    document = docx_parts(p("聘请法律顾问"))["word/document.xml"]
    assert isinstance(document, str)
    return [b"h" + html_of(LINES), b"m# " + text, b"z" + docx_of(LINES), b"o" + ofd_of(LINES), b"0" + document.encode(), b"-" + text]


def main() -> None:
    """Write the seeds into the folder that the last argument names, and start."""
    target, folder = TARGETS[sys.argv[1]], Path(sys.argv[-1])
    for i, seed in enumerate(seeds()):
        (folder / f"seed-{i}").write_bytes(seed)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
