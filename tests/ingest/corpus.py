"""Files that are damaged, mislabelled or built to do harm, the same ones for the same seed; as a program, reads them all and tells how it went."""

import gzip
import json
import random
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from scorer.errors import InputError
from scorer.ingest import read
from scorer.ingest.limits import Limits, using
from tests.ingest.makers import docx_of, docx_parts, html_of, markdown_of, p, zipped
from tests.ingest.ofd_maker import ofd_of
from tests.ingest.pdf_maker import build, of_contents, packed_stream, pdf_of, stream

SECONDS = 5.0
LIMITS = Limits(seconds=SECONDS)
_SAYS = (
    "县政府聘请法律顾问{}名，审查合同{}份",
    "行政执法人员{}人持证上岗，全年立案{}件",
    "公开信息{}条，办理建议提案{}件，办结率100%",
    "项目\t{}\t{}",
)


@dataclass(frozen=True, slots=True)
class Bad:
    """A file; `sure` where nothing in it can be a report."""

    name: str
    data: bytes
    sure: bool = False


def corpus(seed: int, count: int) -> Iterator[Bad]:
    """About `count` files of every kind there is."""
    chance = random.Random(seed)  # noqa: S311
    bombs = list(_bombs())
    yield from bombs
    for i in range(count - len(bombs)):
        suffix, data = _good(chance)
        yield WAYS[i % len(WAYS)](chance, f"{i}{suffix}", data)


def _good(chance: random.Random) -> tuple[str, bytes]:
    lines = ["云溪区水务局2023年法治政府建设情况报告"]
    lines += [chance.choice(_SAYS).format(chance.randrange(99), chance.randrange(999)) + "。" for _ in range(chance.randrange(3, 60))]
    text = "\n".join(lines)
    makers: tuple[tuple[str, Callable[[], bytes]], ...] = (
        (".pdf", lambda: pdf_of(lines)),
        (".docx", lambda: docx_of(lines)),
        (".ofd", lambda: ofd_of(lines)),
        (".html", lambda: html_of(lines)),
        (".md", lambda: markdown_of(lines)),
        (".txt", lambda: text.encode(chance.choice(("utf-8", "gb18030", "utf-16", "utf-8-sig")))),
    )
    suffix, make = chance.choice((*makers, *makers[:3]))
    return suffix, make()


def _truncated(chance: random.Random, name: str, data: bytes) -> Bad:
    return Bad("truncated-" + name, data[: chance.randrange(len(data))])


def _flipped(chance: random.Random, name: str, data: bytes) -> Bad:
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return Bad("flipped-" + name, bytes(out))


def _overwritten(chance: random.Random, name: str, data: bytes) -> Bad:
    """A piece lost, doubled, or replaced by zeroes or noise."""
    start = chance.randrange(len(data))
    size = chance.choice((1, 16, 500))
    piece = chance.choice((b"", bytes(size), chance.randbytes(size), data[start : start + size] * 2))
    return Bad("overwritten-" + name, data[:start] + piece + data[start + size :])


def _misnamed(chance: random.Random, name: str, data: bytes) -> Bad:
    suffix = chance.choice((".pdf", ".docx", ".ofd", ".html", ".md", ".txt", ".wps", ".doc", ".xlsx", "", ".报告\x07\n"))
    whole = chance.random() < 0.5
    return Bad(f"misnamed-{name.split('.')[0]}{suffix}", data if whole else chance.randbytes(len(data)))


def _misdeclared(chance: random.Random, name: str, data: bytes) -> Bad:
    """Text in one encoding that says it is in another, or that is cut through its characters."""
    text = chance.choice(_SAYS).format(1, 2) * 20
    encoding = chance.choice(("gb18030", "big5hkscs", "utf-8", "utf-16-le", "utf-16-be", "utf-32", "cp037", "utf-7"))
    content = text.encode(encoding, "replace")
    named = chance.choice((b"utf-8", b"gbk", b"big5", b"iso-8859-1", b"x-nonsense", b"\xff\xfe", data[:9]))
    head = chance.choice((b"", b'<html><meta charset="%s"><body>' % named, b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0"))
    return Bad("misdeclared-" + name.split(".")[0] + ".html", head + content[chance.randrange(3) :])


WAYS = (_truncated, _flipped, _overwritten, _misnamed, _misdeclared)


def _bombs() -> Iterator[Bad]:
    """What swells, nests, goes round in circles, or has no end."""
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    root, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>"
    twice = zlib.compress(zlib.compress(b"q Q " * 60_000_000, 1), 9)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do /X Do", form % (6 + i)) for i in range(30)]
    with_form = page[:-2] + b"/Resources<</XObject<</X 5 0 R>>>>>>"
    yield Bad("swelling.pdf", build([root, pages, page, packed_stream(twice, b"/Filter[/FlateDecode/FlateDecode]")]), sure=True)
    yield Bad("strokes.pdf", of_contents(b"0 0 m 100 100 l S\n" * 2_000_000), sure=True)
    yield Bad("characters.pdf", of_contents(b"BT /F 9 Tf " + b"<6CD56CBB653F5E9C> Tj " * 600_000 + b"ET"), sure=True)
    yield Bad("forms.pdf", build([root, pages, with_form, stream(b"/X Do"), *forms, stream(b"")]), sure=True)
    yield Bad("itself.pdf", build([root, pages, with_form, stream(b"/X Do"), stream(b"/X Do", form % 5)]), sure=True)
    yield Bad("circle.pdf", build([root, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>"]), sure=True)
    yield Bad("count.pdf", build([root, pages.replace(b"Count 1", b"Count 999999999"), page, stream(b"")]), sure=True)
    yield Bad("nested.pdf", build([root, pages, page, stream(b""), b"[" * 300_000 + b"]" * 300_000]), sure=True)
    yield Bad("swelling.docx", zipped({**docx_parts(p("正文")), "word/document.xml": b" " * 80_000_000}), sure=True)
    yield Bad("nested.docx", zipped({**docx_parts(p("正文")), "word/document.xml": "<a>" * 100_000}), sure=True)
    yield Bad("entities.docx", zipped({**docx_parts(p("正文")), "word/document.xml": '<!DOCTYPE a [<!ENTITY b "字">]><a>&b;</a>'}), sure=True)
    yield Bad("zips.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c": bytes(10_000_000)})})}), sure=True)
    yield Bad("a.gz", gzip.compress(bytes(10_000_000), mtime=0), sure=True)
    yield Bad("nested.html", b"<html><div>" * 200_000)
    yield Bad("tables.html", ("<html><body>" + "<table><tr><td>" * 20_000 + "聘请法律顾问").encode())
    yield Bad("attributes.html", b"<html><p " + b"a=b " * 1_000_000 + b">")
    yield Bad("line.txt", "聘请法律顾问".encode() * 200_000)
    yield Bad("lines.txt", "字\n".encode() * 1_000_000)
    yield Bad("zeroes.txt", bytes(5_000_000), sure=True)
    yield Bad("escapes.txt", b"\x1b[2J" * 100_000, sure=True)


def attempt(bad: Bad) -> dict[str, object]:
    """How reading went: a text, the code of a reason, or the name of what must not happen."""
    started = time.monotonic()
    try:
        with using(LIMITS):
            text = read(bad.name, bad.data).text
        outcome = "text" if text.strip() else "empty"
    except InputError as error:
        outcome = "+".join(problem.code for problem in error.problems if problem.message and problem.advice)
    except BaseException as error:
        outcome = f"{type(error).__name__}: {error}"
    return {"name": bad.name, "sure": bad.sure, "outcome": outcome, "seconds": time.monotonic() - started}


def main(seed: int, count: int) -> None:
    """One line of JSON for each file, and a last one for the memory of the children in MiB."""
    with ThreadPoolExecutor(2) as pool:
        for result in pool.map(attempt, corpus(seed, count)):
            print(json.dumps(result))  # noqa: T201
    try:
        import resource
    except ImportError:
        return
    print(json.dumps({"memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024}))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
