"""Damaged and hostile files in zip formats: each comes with its reason, whatever is wrong with it, and none takes long."""

import hashlib
import io
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.ingest import read
from scorer.ingest.docx import read_docx
from scorer.ingest.extract import Extract
from scorer.ingest.formats import FORMATS, find_reader, sniff
from scorer.ingest.limits import Limits, allow, using
from scorer.ingest.ofd import read_ofd
from scorer.ingest.zipped import MEMBERS, list_names
from tests.ingest.makers import docx, docx_of, docx_parts, level, lists, numbered, p, r, tbl, zipped
from tests.ingest.ofd_maker import LEFT, TOP, Piece, ofd_of, ofd_parts, page, text_object

Reader = Callable[[str, bytes], Extract]
LINES = ["云溪区水务局2023年法治政府建设情况报告", "　　一、聘请法律顾问2名，审查合同31份。", "项目\t件数", "立案\t58", "云溪区水务局"]
GOOD: dict[str, tuple[Reader, bytes]] = {
    "docx": (read_docx, docx(numbered("组织领导") + p(r("聘请法律顾问")) + tbl(["立案", "58"]), numbering=lists(level(0, "decimal", "%1、")))),
    "ofd": (read_ofd, ofd_of(LINES)),
}
MAIN = {"docx": "word/document.xml", "ofd": "Doc_0/Pages/Page_0/Content.xml"}
KINDS = sorted(GOOD)


def parts_of(kind: str) -> dict[str, str | bytes]:
    return docx_parts(p("正文")) if kind == "docx" else ofd_parts([page(text_object(Piece(LEFT, TOP, "正文")))])


def reason(kind: str, data: bytes) -> str:
    started = time.process_time()
    with pytest.raises(InputError) as caught:
        GOOD[kind][0]("报告", data)
    assert time.process_time() - started < 10
    (problem,) = caught.value.problems
    assert problem.message and problem.advice and "\n" not in problem.message + problem.advice
    return problem.code


def attempt(read: Reader, data: bytes) -> None:
    """Whatever the bytes, there is a text or a reason."""
    codes: tuple[str, ...] = ()
    try:
        read("报告", data).text.encode()
    except InputError as error:
        codes = tuple(problem.code for problem in error.problems)
    assert set(codes) <= {"I109", "I110", "I112", "I116"}


@pytest.mark.parametrize("kind", KINDS)
class TestHostile:
    """Files built to stop programs."""

    def test_one_part_that_swells(self, kind: str) -> None:
        assert reason(kind, zipped({**parts_of(kind), MAIN[kind]: b"<a>" + b" " * 50_000_000 + b"</a>"})) == "I110"

    def test_all_parts_together(self, kind: str) -> None:
        noise = b"".join(hashlib.sha256(bytes([n % 256, n // 256])).hexdigest().encode() for n in range(8000))
        with using(Limits(uncompressed=200_000)):
            assert reason(kind, zipped({**parts_of(kind), MAIN[kind]: b"<a>" + noise + b"</a>"})) == "I110"

    def test_too_many_parts(self, kind: str) -> None:
        data = zipped({**{f"x{i}": b"" for i in range(MEMBERS + 1)}, **parts_of(kind)}, zipfile.ZIP_STORED)
        assert reason(kind, data) == "I110"
        assert list_names(data) == []

    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE a [<!ENTITY x "字">]>',
            '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
            '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]>',
            "<!DOCTYPE a>",
        ],
    )
    def test_entities_and_document_types(self, kind: str, declared: str) -> None:
        parts = parts_of(kind)
        content = str(parts[MAIN[kind]])
        head, _, rest = content.rpartition("?>")
        parts[MAIN[kind]] = f"{head}?>{declared}{rest}" if head else declared + content
        assert reason(kind, zipped(parts)) == "I110"

    def test_entities_that_nobody_declared(self, kind: str) -> None:
        parts = parts_of(kind)
        parts[MAIN[kind]] = str(parts[MAIN[kind]]).replace("正文", "&x;")
        assert reason(kind, zipped(parts)) == "I109"

    def test_deep_nesting(self, kind: str) -> None:
        assert reason(kind, zipped({**parts_of(kind), MAIN[kind]: "<a>" * 5000 + "</a>" * 5000})) == "I110"

    def test_too_many_elements(self, kind: str) -> None:
        with using(Limits(ratio=10_000)):
            assert reason(kind, zipped({**parts_of(kind), MAIN[kind]: "<a>" + "<b/>" * 400_000 + "</a>"})) == "I110"

    def test_too_much_text(self, kind: str) -> None:
        with using(Limits(ratio=10_000)):
            assert reason(kind, zipped({**parts_of(kind), MAIN[kind]: "<a>" + "字" * 11_000_000 + "</a>"})) == "I110"

    def test_methods_that_unpack_without_bounds(self, kind: str) -> None:
        for method in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
            assert reason(kind, zipped({**parts_of(kind), MAIN[kind]: b"<a>" + b" " * 30_000_000}, method)) == "I109"

    def test_a_password(self, kind: str) -> None:
        data = bytearray(GOOD[kind][1])
        for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = data.find(sign)
            while start >= 0:
                data[start + at] |= 1
                start = data.find(sign, start + 4)
        assert reason(kind, bytes(data)) == "I112"

    def test_paths_that_climb_out(self, kind: str) -> None:
        parts = parts_of(kind)
        for name in ("_rels/.rels", "OFD.xml", "Doc_0/Document.xml"):
            if name in parts:
                up = str(parts[name]).replace('Target="word', 'Target="../../../word')
                parts[name] = up.replace("Pages/Page_0", "../../../../Doc_0/Pages/Page_0")
        assert GOOD[kind][0]("x", zipped(parts)).text.strip() == "正文"

    def test_a_zip_cut_short(self, kind: str) -> None:
        data = GOOD[kind][1]
        for end in range(4, len(data), len(data) // 40):
            assert reason(kind, data[:end]) == "I109"
            assert sniff(f"报告.{kind}", data[:end]) == kind


def test_tables_within_tables_are_read_down_to_the_limit() -> None:
    inner = p("最里面")
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}{p('')}</w:tc></w:tr></w:tbl>"
    assert read_docx("x", docx(inner)).text == "最里面\n"


def test_a_cell_is_not_walked_again_for_each_level() -> None:
    """Nested alternatives and controls once made readers take twice as long for each level."""
    inner = p("字")
    for _ in range(55):
        inner = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    started = time.process_time()
    assert read_docx("x", docx(inner)).text == "字\n"
    assert time.process_time() - started < 2


def test_a_page_limit() -> None:
    data = zipped(ofd_parts([page(text_object(Piece(LEFT, TOP, "正文")))] * 3))
    with using(Limits(pages=2)):
        assert reason("ofd", data) == "I110"


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_truncated_and_flipped(kind: str, data: st.DataObject) -> None:
    read, good = GOOD[kind]
    bad = bytearray(good)
    for at, bit in data.draw(st.lists(st.tuples(st.integers(0, len(good) - 1), st.integers(0, 7)), max_size=12)):
        bad[at] ^= 1 << bit
    start, end = data.draw(st.sampled_from([0, 0, 0, 1, 4, 30])), data.draw(st.one_of(st.just(len(bad)), st.integers(40, len(bad))))
    attempt(read, bytes(bad[start:end]))
    sniff("报告", bytes(bad[start:end]))


ODD = ["", "-1", "1e999", "99999999999999999999", "w:", "/", "<w:p/>", "<w:tbl>"]


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=250, deadline=None)
def test_damage_inside_the_parts(kind: str, data: st.DataObject) -> None:
    """Checksums hide the XML from the damage above; here it is damaged before it is packed."""
    parts = parts_of(kind) if data.draw(st.booleans()) else _unpacked(GOOD[kind][1])
    name = data.draw(st.sampled_from(sorted(parts)))
    content = parts[name]
    text = content if isinstance(content, str) else content.decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    middle = data.draw(st.one_of(st.text(max_size=8), st.sampled_from([*ODD, text[start:end] * 3])))
    parts[name] = (text[:start] + middle + text[end:]).encode("utf-8", "surrogatepass")
    attempt(GOOD[kind][0], zipped(parts))


def _unpacked(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


VALUES = st.one_of(st.integers(-3, 12).map(str), st.sampled_from(["", "x", "9" * 30, "²", "-0", "1.5", "%1", "%9%1", "bullet", "none"]))
TAGS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:pPr", "w:rPr", "w:numPr", "w:ins", "w:del", "mc:AlternateContent"]
LEAVES = ["w:numId", "w:ilvl", "w:pStyle", "w:rStyle", "w:vanish", "w:fldChar", "w:br", "w:sym", "w:tab", "w:del", "w:showingPlcHdr"]
MORE = ["mc:Choice", "mc:Fallback", "w:txbxContent", "w:pict", "w:ruby", "w:rubyBase", "w:sdtPr", "w:trPr", "w:tcPr", "w:body", "w:document"]
leaf = st.one_of(
    st.sampled_from(["字", " ", "\n"]),
    st.builds(lambda tag, v: f'<{tag} w:val="{v}" w:fldCharType="begin" w:char="{v}"/>', st.sampled_from(LEAVES), VALUES),
)


def element(tag: str, parts: list[str]) -> str:
    return f"<{tag}>{''.join(parts)}</{tag}>"


def any_level(depth: str, style: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{style}"/><w:start w:val="{depth}"/><w:lvlText w:val="{text}"/></w:lvl>'


tree = st.recursive(leaf, lambda inner: st.builds(element, st.sampled_from(TAGS + MORE), st.lists(inner, max_size=4)), max_leaves=30)
lvl = st.builds(any_level, VALUES, VALUES, VALUES)


@given(tree, st.lists(lvl, max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_order_of_elements_is_read(body: str, levels: list[str]) -> None:
    read_docx("x", docx(body, numbering=lists(*levels)))


def test_formats_are_told_by_their_content() -> None:
    for kind in KINDS:
        assert sniff("报告.pdf", GOOD[kind][1]) == kind
    assert sniff("报告.docx", zipped({"xl/workbook.xml": "x"})) == ""
    assert sniff("报告.docx", docx_of(LINES)) == "docx"
    assert sniff("报告.wps", b"{\\rtf1") == "rtf"
    assert sniff("x", b"text") == ""


def test_every_format_has_its_reader() -> None:
    for name in set(FORMATS) - {"pdf"}:
        assert callable(find_reader("x", name))


def test_more_text_than_any_report_holds() -> None:
    text = "法" * (Limits().characters + 1)
    assert read("a.txt", text[1:].encode()).text == text[1:]
    with pytest.raises(InputError) as caught:
        read("a.txt", text.encode())
    assert caught.value.problems[0].code == "I110"
    with using(allow(40, None, None)):
        assert read("a.txt", text.encode()).text == text
