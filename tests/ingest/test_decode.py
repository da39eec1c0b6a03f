"""Encodings: each is recognised without being told, and damage costs no more than the damaged bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.ingest.decode import decode
from scorer.model.text import Notice

TEXT = "云溪区水务局2023年法治政府建设情况报告\r\n一、聘请法律顾问2名，审查合同31份。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk", "gb2312"])
def test_known_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


def test_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, ())


def test_utf16_without_mark_and_without_zero_bytes() -> None:
    text = "云溪区水务局法治政府建设情况报告，全部属实。"
    assert decode(text.encode("utf-16-le")) == (text, ())
    assert decode(text.encode("utf-16-be")) == (text, ())


def test_only_the_leading_mark_is_taken_off() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode())[0] == "\ufeff" + TEXT


def test_line_ends_stay() -> None:
    assert decode("一\r\n二\r三\n".encode())[0] == "一\r\n二\r三\n"


def test_a_damaged_byte_of_utf8_costs_one_character() -> None:
    data = TEXT.encode()
    at = data.index("聘".encode())
    text, notices = decode(data[:at] + b"\xff" + data[at + 3 :])
    assert text == TEXT.replace("聘", "\ufffd")
    assert notices == (Notice("undecodable", ("1",)),)


def test_a_file_cut_inside_a_character_stays_utf8() -> None:
    text, notices = decode(("法治" * 50).encode()[:-1])
    assert text == "法治" * 49 + "法\ufffd\ufffd"
    assert notices == (Notice("undecodable", ("2",)),)


def test_a_damaged_byte_of_gb18030() -> None:
    text, notices = decode(TEXT.encode("gb18030") + b"\xff\n")
    assert text == TEXT + "\ufffd\n"
    assert notices == (Notice("undecodable", ("1",)),)


def test_a_real_replacement_character_is_no_damage() -> None:
    assert decode("法\ufffd治".encode()) == ("法\ufffd治", ())
    assert decode("法\ufffd治".encode() + b"\xff" + TEXT.encode())[1] == (Notice("undecodable", ("1",)),)


@pytest.mark.parametrize("declared", ["big5", "BIG5", "Big5-HKSCS"])
def test_a_declared_encoding_counts_where_utf8_fails(declared: str) -> None:
    text = "臺北市政府法治報告，聘請法律顧問。"
    assert decode(text.encode("big5"), declared) == (text, ())


@pytest.mark.parametrize("declared", ["gb2312", "utf-16", "rot13", "nonsense", ""])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(TEXT.encode(), declared) == (TEXT, ())


@given(st.binary(max_size=300), st.sampled_from(["", "gbk", "big5", "utf-8"]))
def test_bytes_never_fail(data: bytes, declared: str) -> None:
    text, notices = decode(data, declared)
    assert isinstance(text, str)
    assert all(n.code == "undecodable" and int(n.values[0]) > 0 for n in notices)
    text.encode("utf-8")


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=100))
def test_any_utf8_text_comes_back(text: str) -> None:
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decode(text.encode()) == (text, ())
