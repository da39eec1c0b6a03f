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


TRADITIONAL = "臺北縣水務局依法行政年度報告\r\n一、聘請法律顧問2名，審查合約31份，全部合法。\n"
SIMPLIFIED = ("全年审查合同31份。", "聘请法律顾问", "局领导班子集体学法4次，依法决策。", "联通", "本局")
COMPLEX = ("全年審查合約31份。", "聘請法律顧問", "依法行政領導小組會議召開四次", TRADITIONAL)


@pytest.mark.parametrize("text", [TRADITIONAL, *COMPLEX])
def test_big5_is_told_without_being_named(text: str) -> None:
    assert decode(text.encode("big5")) == (text, ())


@pytest.mark.parametrize("text", [*SIMPLIFIED, *COMPLEX])
def test_gb_is_never_taken_for_big5(text: str) -> None:
    assert decode(text.encode("gb18030")) == (text, ())


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 40])
@pytest.mark.parametrize(("real", "named"), [("big5", "gbk"), ("gb18030", "big5"), ("big5", "utf-8"), ("gb18030", "utf-8"), ("big5", "iso-8859-1")])
def test_a_wrong_name_is_not_believed(real: str, named: str, text: str) -> None:
    assert decode(text.encode(real), named) == (text, ())


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8"])
def test_cut_inside_a_character(encoding: str) -> None:
    text, notices = decode((TRADITIONAL.strip() + "完").encode(encoding)[:-1])
    assert (text.rstrip("\ufffd"), [n.code for n in notices]) == (TRADITIONAL.strip(), ["undecodable"])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_cut_inside_a_character(encoding: str) -> None:
    assert decode((TEXT + "完").encode(encoding)[:-1]) == (TEXT + "\ufffd", (Notice("undecodable", ("1",)),))


LINES = ["云溪区水务局法治政府建设报告", "通知", "一、聘请法律顾问2名，审查合同31份。", "", "Open Data 2023", "（一）学习", "－１－", "云溪区水务局"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["utf-8", "gb18030"])), max_size=8))
def test_lines_in_several_encodings(end: str, lines: list[tuple[str, str]]) -> None:
    """As where pages were pasted together by a program that knows nothing of encodings."""
    data = b"".join((line + end).encode(encoding) for line, encoding in [(LINES[2], "utf-8"), *lines, (LINES[0], "gb18030")])
    assert decode(data) == ("".join(line + end for line in [LINES[2], *(line for line, _ in lines), LINES[0]]), ())


@given(st.lists(st.sampled_from(LINES), max_size=8), st.data())
def test_damage_to_utf8_stays_where_it_is(lines: list[str], data: st.DataObject) -> None:
    whole = [LINES[2], *lines, LINES[2]]
    good = bytearray("\n".join(whole).encode())
    at = data.draw(st.integers(0, len(good) - 1).filter(lambda i: good[i] not in (0x0A, 0x8A, 0x8D)))
    hit = bytes(good[:at]).count(b"\n")
    good[at] ^= 0x80
    found = decode(bytes(good))[0].split("\n")
    assert [line for i, line in enumerate(found) if i != hit] == [line for i, line in enumerate(whole) if i != hit]


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
