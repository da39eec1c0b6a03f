"""What cannot be read says so with a code, a reason and a way out; what can be read comes with its digest."""

import hashlib
import os
from pathlib import Path

import pytest

from scorer.errors import InputError, Problem
from scorer.ingest import LIMIT, read

REPORT = "云溪区水务局2023年法治政府建设情况报告\n一、聘请法律顾问2名。\n"


def problem(path: Path | str, data: bytes | None = None) -> Problem:
    with pytest.raises(InputError) as caught:
        read(str(path), data)
    (found,) = caught.value.problems
    assert found.message
    assert found.advice
    assert "\n" not in found.message + found.advice
    assert found.place
    assert found.place.path == str(path)
    return found


def test_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_bytes(REPORT.encode("gb18030"))
    source = read(str(file))
    assert (source.text, source.format, source.path) == (REPORT, "text", str(file))
    assert source.sha256 == hashlib.sha256(REPORT.encode("gb18030")).hexdigest()
    assert source.notices == ()


def test_standard_input_is_given_as_bytes() -> None:
    assert read("-", REPORT.encode()).text == REPORT


def test_damage_is_noticed() -> None:
    assert [n.code for n in read("-", REPORT.encode() + b"\xff\n").notices] == ["undecodable"]


def test_a_text_in_the_wrong_encoding_is_noticed() -> None:
    """Somebody opened it as what it was not, and saved what they saw."""
    assert [n.code for n in read("-", REPORT.encode().decode("gb18030", "replace").encode()).notices] == ["unreadable"]
    assert read("-", (REPORT + "臺北縣水務局聘請法律顧問二名\n").encode()).notices == ()


def test_a_short_report_with_the_colours_of_a_terminal() -> None:
    coloured = REPORT.replace("法律顾问", "\x1b[1;31m法律顾问\x1b[0m")
    assert read("-", coloured.encode()).text == coloured
    assert problem("-", b"\x1b[1;31m" * 40 + REPORT.encode()).code == "I105"


def test_missing(tmp_path: Path) -> None:
    assert problem(tmp_path / "没有.txt").code == "I101"
    assert problem(tmp_path / "没有" / "报告.txt").code == "I101"
    assert problem("a\0b").code == "I101"


def test_folder(tmp_path: Path) -> None:
    assert problem(tmp_path).code == "I102"


def test_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem(tmp_path / "pipe").code == "I103"


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(REPORT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert problem(file).code == "I104"


def test_name_too_long(tmp_path: Path) -> None:
    assert problem(tmp_path / ("长" * 300)).code == "I104"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 40, "二进制"),
        (b"\0\1\2\3" * 100, "二进制"),
    ],
)
def test_other_formats(data: bytes, words: str) -> None:
    found = problem("x", data)
    assert found.code == "I105"
    assert words in found.message
    assert ".html" in found.advice


def test_one_zero_byte_does_not_make_a_text_binary() -> None:
    assert read("-", (REPORT * 20).encode() + b"\0").format == "text"


@pytest.mark.parametrize("data", [b"annual report in English\n" * 20, "法治".encode(), b"<html><body><p>no Chinese at all</p></body></html>"])
def test_nothing_chinese(data: bytes) -> None:
    assert problem("x", data).code == "I106"


def test_too_large(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as out:
        out.truncate(LIMIT + 1)
    assert problem(file).code == "I107"
    assert problem("-", b"a" * (LIMIT + 1)).code == "I107"


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t"])
def test_empty(data: bytes, tmp_path: Path) -> None:
    assert problem("-", data).code == "I108"
    file = tmp_path / "empty.txt"
    file.write_bytes(data)
    assert problem(file).code == "I108"
