"""Pages saved with everything in one file, as Chinese browsers do by default."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.ingest import read
from scorer.ingest.formats import sniff
from scorer.ingest.mhtml import read_mhtml
from tests.ingest.makers import html_of

LINES = ["云溪区水务局2023年法治政府建设情况报告", "一、聘请法律顾问2名，审查合同31份。", "全年立案18件，全部经过法制审核，没有被撤销的。" * 3]


def saved(charset: str = "utf-8", cte: str = "quoted-printable", page: bytes | None = None) -> bytes:
    """As Chromium (`From: <Saved by Blink>`) and older browsers write it: the page, then its pictures."""
    whole = EmailMessage()
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "=?utf-8?Q?report?="
    whole["MIME-Version"] = "1.0"
    whole.make_related()
    part = EmailMessage()
    part.set_content(page or html_of(LINES).decode().encode(charset), "text", "html", cte=cte)
    part.set_param("charset", charset)
    whole.attach(part)
    whole.add_related(b"\x89PNG", "image", "png", cid="<a>")
    return bytes(whole)


@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_page_is_read(charset: str, cte: str) -> None:
    source = read("报告.mht", saved(charset, cte))
    assert (source.format, source.text) == ("mhtml", read("报告.html", html_of(LINES)).text)


def test_told_by_content() -> None:
    assert sniff("报告.txt", saved()) == "mhtml"
    assert sniff("报告.mht", "MIME-Version: 1.0 是邮件的标准".encode()) == ""


def test_without_a_page() -> None:
    with pytest.raises(InputError) as caught:
        read_mhtml("x", b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nx")
    assert caught.value.problems[0].code == "I109"


@given(st.integers(0, 3000), st.binary(max_size=6), st.integers(0, 4000))
@settings(deadline=None)
def test_damaged(at: int, piece: bytes, end: int) -> None:
    data = saved()
    said = ["text"]
    try:
        read_mhtml("x", data[:at] + piece + data[at + len(piece) : max(end, at)])
    except InputError as error:
        said = [problem.message for problem in error.problems]
    assert all(said)
