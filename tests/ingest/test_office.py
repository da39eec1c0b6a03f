"""DOC, WPS and RTF through other programs; and files that LibreOffice itself has written."""

import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.ingest import read
from scorer.ingest.antiword import read_drawn
from scorer.ingest.formats import find_reader, sniff
from scorer.ingest.limits import Limits, using
from scorer.ingest.office import OFFICE
from scorer.model.text import Notice
from scorer.pipeline import Scorer
from tests.ingest.makers import docx, docx_of, level, lists, numbered

ROOT = Path(__file__).parents[2]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = OLE + "WordDocument".encode("utf-16-le") + bytes(500)
SOFFICE = next(filter(None, map(shutil.which, OFFICE)), None)
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer")
needs_antiword = pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed: apt-get install antiword")
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="stands in for programs by shell scripts")
NUMBERED = docx(
    numbered("主要工作") + numbered("组织领导", 1) + numbered("规范执法", 1) + numbered("下一步打算"),
    numbering=lists(level(0, "chineseCounting", "%1、"), level(1, "chineseCountingThousand", "（%2）")),
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder that holds all programs there are, and a way to put one into it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "sleep", "cp", "mkdir", "cat"):
        (folder / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("scorer.ingest.office._ELSEWHERE", ())

    def put(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)

    return put


def code(name: str, data: bytes, path: str = "报告.doc") -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        find_reader(path, name)(path, data)
    (problem,) = caught.value.problems
    return problem.code, problem.message + problem.advice


@needs_scripts
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("name", "data", "old"), [("doc", WORD, True), ("wps", WORD, True), ("wps", OLE, False), ("rtf", b"{\\rtf1}", False)])
def test_nothing_installed(name: str, data: bytes, old: bool) -> None:
    found, words = code(name, data)
    assert found == "I111"
    assert "libreoffice-writer" in words and ".docx" in words
    assert ("antiword" in words) == old


@needs_scripts
def test_a_program_that_hangs_is_ended_with_its_children(office, tmp_path: Path) -> None:
    office("soffice", f"(sleep 3; cat /dev/null > {tmp_path}/alive) & sleep 60")
    started = time.monotonic()
    with using(Limits(seconds=0.5)):
        found, words = code("doc", WORD)
    assert found == "I113" and "0.5" in words
    assert time.monotonic() - started < 5
    time.sleep(max(0, 4 - (time.monotonic() - started)))
    assert not (tmp_path / "alive").exists()


@needs_scripts
@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", "cat /dev/null > out"])
def test_a_program_that_gives_nothing(office, script: str) -> None:
    office("soffice", script)
    assert code("doc", WORD)[0] == "I113"


@needs_scripts
def test_a_program_that_cannot_start(office) -> None:
    office("soffice", "")
    Path(shutil.which("soffice") or "").write_bytes(b"\x7fELF")
    assert code("doc", WORD)[0] == "I113"


CONVERT = 'for a in "$@"; do if [ "$last" = --outdir ]; then out="$a"; fi; last="$a"; done; mkdir -p "$out"'


@needs_scripts
def test_what_libreoffice_makes_is_read(office, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(docx_of(["聘请法律顾问2名。"]))
    office("libreoffice", f'{CONVERT}; cp "{tmp_path}/made.docx" "$out/report.docx"')
    assert find_reader("x", "wps")("x", WORD).text == "聘请法律顾问2名。\n"


@needs_scripts
def test_antiword_where_libreoffice_gives_up(office) -> None:
    office("soffice", "exit 1")
    office("antiword", "echo '|立案 |58 |'")
    found = find_reader("x", "doc")("x", WORD)
    assert (found.text, found.notices) == ("立案\t58\n", (Notice("no-numbers"),))
    office("antiword", "exit 1")
    assert code("doc", WORD)[0] == "I113"


def test_what_antiword_draws() -> None:
    assert read_drawn("甲|乙\n|丙 |丁|\n||\n") == "甲|乙\n丙\t丁\n||\n"


def test_a_password() -> None:
    data = OLE + "EncryptedPackage".encode("utf-16-le")
    assert sniff("报告.docx", data) == "doc"
    assert code("doc", data)[0] == "I112"


@pytest.mark.parametrize(("path", "data", "name"), [("a.doc", WORD, "doc"), ("a.wps", WORD, "wps"), ("a", WORD, "doc"), ("a.doc", OLE, "")])
def test_formats(path: str, data: bytes, name: str) -> None:
    assert sniff(path, data) == name


def convert(data: bytes, name: str, target: str, folder: Path, *options: str) -> bytes:
    """What LibreOffice makes of a file."""
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, *options, "--convert-to", target, "--outdir", str(folder / "out"), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"{Path(name).stem}.{target}").read_bytes()


@cache
def scorer() -> Scorer:
    return Scorer()


def verdicts(name: str, data: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    judged = scorer().score_source(read(name, data)).judgements
    return [(j.rule.id, j.verdict.value, tuple(e.state.value for e in j.elements)) for j in judged]


@needs_office
@pytest.mark.parametrize("report", ["good.txt", "tables-water-2019.txt"])
def test_files_of_libreoffice_are_judged_as_their_text(report: str, tmp_path: Path) -> None:
    text = (ROOT / "reports" / report).read_bytes()
    made = convert(text, "report.txt", "docx", tmp_path, "--infilter=Text (encoded):UTF8")
    assert verdicts("x.docx", made) == verdicts("x.txt", text)
    doc = convert(made, "report.docx", "doc", tmp_path)
    for name in ("x.doc", "x.wps"):
        assert verdicts(name, doc) == verdicts("x.txt", text)


@needs_office
def test_tables_and_rich_text_of_libreoffice(tmp_path: Path) -> None:
    lines = ["云溪区水务局执法情况", "项目\t件数", "立案\t58", "完"]
    rtf = convert(docx_of(lines), "report.docx", "rtf", tmp_path)
    assert read("x.doc", rtf).text.splitlines() == lines
    assert read("x.doc", rtf).format == "rtf"


@needs_office
def test_numbers_that_libreoffice_writes(tmp_path: Path) -> None:
    expected = ["一、主要工作", "（一）组织领导", "（二）规范执法", "二、下一步打算"]
    assert read("x.docx", NUMBERED).text.splitlines() == expected
    assert read("x.docx", convert(NUMBERED, "report.docx", "docx", tmp_path)).text.splitlines() == expected
    doc = convert(NUMBERED, "report.docx", "doc", tmp_path)
    assert read("x.doc", doc).text.splitlines() == expected


@needs_office
@needs_antiword
def test_antiword_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["云溪区水务局执法情况说明", "项目\t件数", "立案\t58", "聘请法律顾问2名。"]
    doc = convert(docx_of(lines), "report.docx", "doc", tmp_path)
    monkeypatch.setattr("scorer.ingest.office._find_office", lambda: None)
    assert [line for line in read("x.doc", doc).text.splitlines() if line] == lines


@needs_office
def test_damaged_files_get_a_reason(tmp_path: Path) -> None:
    doc = convert(docx_of(["云溪区水务局执法情况说明"]), "report.docx", "doc", tmp_path)
    for end in (600, 2048, len(doc) // 2):
        with pytest.raises(InputError):
            read("x.doc", doc[:end])
