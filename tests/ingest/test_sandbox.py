"""Readers in a process of their own: whatever happens there, one file is lost and says why."""

import os
import subprocess
import sys
import time
import zlib
from datetime import date
from pathlib import Path

import pytest

from scorer.errors import InputError, Problem
from scorer.ingest import read, sandbox
from scorer.ingest.extract import Extract
from scorer.ingest.limits import Limits, current, using
from scorer.model.text import Notice
from tests.ingest.makers import docx, docx_of, p
from tests.ingest.pdf_maker import build, of_contents, packed_stream, pdf_of

ROOT = Path(__file__).parents[2]
LINES = ["云溪区水务局2023年法治政府建设情况报告", "　　一、聘请法律顾问2名，审查合同31份。"]
QUICK = Limits(seconds=20)
_PATCHED = """
import json, sys; sys.path[:] = json.loads(sys.argv[1])
from scorer.ingest import formats
formats.FORMATS["docx"] = formats.Format("stand_in", "read", isolate=True, kind="DOCX 文件")
from scorer.ingest.child import main; main()
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Read by this source text instead of a reader."""

    def put(body: str, limits: Limits = QUICK) -> Extract:
        source = "import os, sys, time\nfrom datetime import date\nfrom scorer.ingest.extract import Extract\nfrom scorer.model.text import Notice\n"
        (tmp_path / "stand_in.py").write_text(f"{source}def read(path, data):\n    {body}\n", "utf-8")
        monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
        monkeypatch.setattr(sandbox, "_START", _PATCHED)
        return sandbox.extract("docx", "报告\udcff.docx", b"data", limits)

    return put


def problem(call, *arguments) -> Problem:
    with pytest.raises(InputError) as caught:
        call(*arguments)
    (found,) = caught.value.problems
    assert "\n" not in found.message + found.advice
    return found


def test_what_a_reader_gives_comes_through(stand_in) -> None:
    found = stand_in('return Extract("字\\ud800\\n" + path, "题目", date(2024, 1, 20), "水务局", (Notice("a", ("1", "2")), Notice("b")))')
    notices = (Notice("a", ("1", "2")), Notice("b"))
    assert found == Extract("字\ud800\n报告\udcff.docx", "题目", date(2024, 1, 20), "水务局", notices)


def test_the_file_comes_to_the_reader_whole(stand_in) -> None:
    assert stand_in("return Extract(repr(data))").text == "b'data'"


def test_the_limits_hold_in_the_child(stand_in) -> None:
    body = "from scorer.ingest.limits import current; return Extract(str(current().pages))"
    assert stand_in(body, Limits(pages=7)).text == "7"


def test_what_a_library_prints_is_not_the_answer(stand_in) -> None:
    assert stand_in('print("noise"); os.write(1, b"noise"); return Extract("字")').text == "字"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("os.abort()", "SIGABRT"),
        ("os.kill(os.getpid(), 11)", "SIGSEGV"),
        ("os._exit(3)", "3"),
        ("os._exit(0)", "没有结果"),
        ("sys.exit(1)", "1"),
        ("raise ValueError(path)", "ValueError"),
        ("return read(path, data)", "RecursionError"),
        ("x = bytearray(10**10)", "内存不足"),
        ("x = [0]\n    while True: x += x", "内存不足"),
        ("raise MemoryError", "内存不足"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
def test_crashes(stand_in, body: str, words: str) -> None:
    found = problem(stand_in, body)
    assert found.code == "I115"
    assert words in found.message
    assert found.place and found.place.path == "报告\udcff.docx"


@pytest.mark.parametrize("body", ["time.sleep(60)", "while True: pass", "import signal; signal.signal(15, signal.SIG_IGN); time.sleep(60)"])
def test_hangs(stand_in, body: str) -> None:
    started = time.monotonic()
    found = problem(stand_in, body, Limits(seconds=1))
    assert time.monotonic() - started < 5
    assert found.code == "I114"
    assert "1 秒" in found.message
    assert "--timeout" in found.advice


def test_a_reason_keeps_its_words(stand_in) -> None:
    found = problem(stand_in, 'from scorer.ingest.refusals import locked; raise locked(path, "DOCX 文件")')
    assert (found.code, found.message) == ("I112", "DOCX 文件设有密码")


def test_a_python_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    assert problem(read, "a.docx", docx_of(LINES)).code == "I115"


def test_reading_by_name(tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(docx_of(LINES))
    source = read(str(file))
    assert (source.format, source.text.split("\n")[0]) == ("docx", LINES[0])


def test_modules_beside_the_reports_are_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken')")
    (tmp_path / "report.docx").write_bytes(docx_of(LINES))
    code = "from scorer.ingest import read; print(read('report.docx').format)"
    path = os.pathsep.join(p for p in (str(ROOT), *sys.path) if p)
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, check=True
    )
    assert done.stdout == "docx\n"


def test_text_and_pages_pay_nothing() -> None:
    code = (
        "import sys; started = set(sys.modules); from scorer.ingest import read\n"
        "read('a.txt', ('聘请法律顾问，审查合同。\\n' * 9).encode()); read('a.html', ('<html><p>聘请法律顾问，审查合同。</p>' * 9).encode())\n"
        "dear = {'subprocess', 'multiprocessing', 'scorer.ingest.sandbox', 'scorer.ingest.layout', 'pypdfium2', 'xml'}\n"
        "print(sorted(dear & (set(sys.modules) - started)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


class TestPdf:
    """What PDFs do to their readers."""

    @pytest.fixture(autouse=True)
    def _needs_library(self) -> None:
        pytest.importorskip("pypdfium2", reason="the extra fazhi-scorer[pdf] is not installed")

    def test_reading(self) -> None:
        source = read("报告.pdf", pdf_of(LINES))
        assert (source.format, source.text) == ("pdf", "内部资料\n" + LINES[0] + "\n" + LINES[1].strip() + "\n")

    @pytest.mark.skipif(sys.platform != "linux", reason="limits of memory hold on Linux")
    def test_bombs(self) -> None:
        twice = zlib.compress(zlib.compress(b"q Q " * 40_000_000, 1), 9)
        page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>", page]
        bomb = build([*objects, packed_stream(twice, b"/Filter[/FlateDecode/FlateDecode]")])
        with using(Limits(seconds=20, memory_mb=200)):
            assert problem(read, "a.pdf", bomb).code in ("I114", "I115")

    def test_endless_work(self) -> None:
        data = of_contents(b"0 0 m 100 100 l S\n" * 3_000_000)
        with using(Limits(seconds=0.7)):
            assert problem(read, "a.pdf", data).code == "I114"

    def test_without_the_library(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sandbox, "_START", sandbox._START.replace("from", "sys.modules['pypdfium2'] = None; from", 1))
        found = problem(read, "a.pdf", pdf_of(LINES))
        assert (found.code, "fazhi-scorer[pdf]" in found.advice) == ("I111", True)
        assert read("a.docx", docx(p(LINES[0]))).format == "docx"


class TestLimits:
    """What the caller allows."""

    def test_bytes(self) -> None:
        data = (LINES[0] * 20_000).encode()
        with using(Limits(bytes=2**20)):
            found = problem(read, "a.txt", data)
        assert (found.code, "1 MB" in found.message, "--max-mb" in found.advice) == ("I107", True, True)
        assert read("a.txt", data).format == "text"

    def test_they_end_with_their_block(self) -> None:
        with pytest.raises(KeyError), using(Limits(pages=1)):
            raise KeyError
        assert current() == Limits()
