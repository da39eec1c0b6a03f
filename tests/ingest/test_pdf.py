"""PDF: the author's paragraphs come back, page furniture does not; what cannot be read says why."""

import doctest
import re
import sys
from itertools import accumulate
from types import ModuleType

import pytest

from scorer.errors import InputError
from scorer.ingest import familiar, raised
from scorer.ingest.extract import Extract
from scorer.ingest.formats import find_reader
from scorer.ingest.layout import joints
from scorer.ingest.limits import Limits, using
from scorer.model.text import Notice
from tests.ingest.ofd_maker import LEFT, SIZE, Piece, break_line, paged, width
from tests.ingest.pdf_maker import A4, build, column, of_contents, packed_stream, pdf, pdf_of, rule, show, spread, stream, table

pytest.importorskip("pypdfium2", reason="the extra fazhi-scorer[pdf] is not installed")
from scorer.ingest.pdf import read_pdf

LONG = (
    "局党组会议专题研究法治建设4次，主要负责人切实履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问，"
    "聘请法律顾问2名，审查合同31份、规范性文件5件"
)
PARAGRAPHS = [f"　　{n}是{LONG}，第{i}季度已经完成。" for i, n in enumerate("一二三四五六七八九十" * 3, 1)]
SCAN = b"100 0 0 100 50 50 cm 0 0 1 1 re f"


def text_of(data: bytes) -> str:
    return read_pdf("报告.pdf", data).text


def reason(data: bytes) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_pdf("报告.pdf", data)
    (problem,) = caught.value.problems
    assert problem.place and problem.place.path == "报告.pdf"
    return problem.code, problem.message + problem.advice


def frame(x: float, y: float, wide: float, high: float) -> bytes:
    """A rectangle, in millimetres from the page's top left corner."""
    return rule(x, y, x + wide, y) + rule(x, y + high, x + wide, y + high) + rule(x, y, x, y + high) + rule(x + wide, y, x + wide, y + high)


def turned(piece: Piece, cosine: float, sine: float) -> bytes:
    """A piece of text drawn at an angle."""
    return show(piece).replace(b"1 0 0 1", b"%.3f %.3f %.3f %.3f" % (cosine, sine, -sine, cosine))


class TestParagraphs:
    """Lines that a program broke are joined, and no others."""

    def test_over_lines_and_pages(self) -> None:
        assert text_of(pdf_of(PARAGRAPHS)).split("\n")[:-1] == [p.strip() for p in PARAGRAPHS]

    def test_without_indents(self) -> None:
        lines = ["一、组织领导", LONG + "。", "二、执法情况", LONG + LONG, "云溪区水务局", "2024年1月20日"]
        assert text_of(pdf_of(lines)).split("\n")[1:-1] == lines

    def test_signatures_set_to_the_right(self) -> None:
        pages = paged(PARAGRAPHS[:3])
        pages[0][-1:-1] = [Piece(LEFT + 20 * SIZE, 250, "云溪区水务局法规科室"), Piece(LEFT + 20 * SIZE, 259, "二〇二四年一月二十日")]
        assert text_of(pdf(*pages)).endswith("。\n云溪区水务局法规科室\n二〇二四年一月二十日\n")

    def test_a_title_over_two_lines(self) -> None:
        first, second = "云溪区水务局关于二〇二三年度法治政府建设工作", "情况的报告"
        title = [Piece(LEFT, 22, first, 7), Piece(LEFT + 7 * (len(first) - len(second)) / 2, 32, second, 7)]
        assert text_of(pdf([*title, *paged(PARAGRAPHS[:8])[0][1:]])).startswith(f"{first}{second}\n一是")

    def test_gaps_between_paragraphs(self) -> None:
        lines = list(break_line(LONG, 0))[:2]
        pieces = column(lines, LEFT, 40, 8, SIZE) + column(lines, LEFT, 65, 8, SIZE) + column([lines[0], "完"], LEFT, 90, 8, SIZE)
        assert text_of(pdf(pieces)).split("\n")[:2] == ["".join(lines)] * 2

    def test_hard_wrapped_text_is_left_to_cleaning(self) -> None:
        lines = [LONG[i : i + 20] for i in range(0, 60, 20)]
        pieces = column(["　　" + lines[0], *lines[1:], "　　" + lines[0]], 20, 40, 6, 4) + column(["后来"], 20, 90, 6, 4)
        assert text_of(pdf(pieces)) == f"　　{lines[0]}\n{lines[1]}\n{lines[2]}\n　　{lines[0]}\n\n后来\n"

    def test_foreign_words_keep_their_space(self) -> None:
        lines = ["局机关制定了办法，" * 2 + "并推广 Open Government", "Data 平台，" + LONG[:22]]
        assert text_of(pdf(column([*lines, "完。"], LEFT, 40, 9, SIZE))).startswith("局机关制定了办法，" * 2 + "并推广 Open Government Data 平台")


class TestFurniture:
    """Headers, footers and page numbers go; what only looks like them stays."""

    @pytest.mark.parametrize("number", ["— {} —", "- {} -", "第 {} 页 共 3 页", "{}/3", "{}", "云溪区水务局　{}", "Page {} of 3", "·{}·"])
    def test_page_numbers(self, number: str) -> None:
        pages = [[*column(PARAGRAPHS[i : i + 1], 20, 60), Piece(100, 285, number.format(i + 1))] for i in range(3)]
        assert not re.search(r"[123]", re.sub(r"2名|31份|4次|第\d季", "", text_of(pdf(*pages))))

    def test_one_page(self) -> None:
        for number in ("— 1 —", "第1页", "1"):
            assert text_of(pdf([Piece(20, 60, LONG[:40]), Piece(100, 285, number)])) == LONG[:40] + "\n"

    def test_left_and_right_pages(self) -> None:
        pages = [[Piece(20, 20, ("年度报告", "云溪区水务局")[i % 2]), Piece(20, 60 + 9 * i, f"第{i}段，{LONG[:20]}")] for i in range(4)]
        assert text_of(pdf(*pages)) == "".join(f"第{i}段，{LONG[:20]}\n" for i in range(4))

    def test_figures_that_do_not_count_pages_stay(self) -> None:
        pages = [[Piece(20, 20, f"立案{n}件"), Piece(20, 60 + 9 * i, LONG[:30]), Piece(20, 285, str(n))] for i, n in enumerate((58, 43, 61))]
        found = text_of(pdf(*pages))
        assert all(f"立案{n}件" in found and f"\n{n}\n" in found for n in (58, 43, 61))

    def test_the_same_words_far_apart_stay(self) -> None:
        pages = [[Piece(20, 60 + i, f"第{i}段，{LONG[:20]}")] for i in range(6)]
        for i in (0, 5):
            pages[i].insert(0, Piece(20, 20, "云溪区水务局"))
        assert text_of(pdf(*pages)).count("云溪区水务局\n") == 2

    def test_what_a_browser_prints(self) -> None:
        pieces = [
            Piece(10, 10, "11/22/26, 7:39 AM"),
            Piece(60, 10, "年度报告"),
            Piece(20, 60, LONG[:30]),
            Piece(10, 290, "file:///tmp/a.html"),
            Piece(190, 290, "1/1"),
        ]
        assert text_of(pdf(pieces)) == LONG[:30] + "\n"

    def test_watermarks_and_doubled_characters(self) -> None:
        words = show(Piece(20, 60, "聘请法律顾问", 4)) + show(Piece(20.3, 60, "聘请法律顾问", 4))
        assert text_of(of_contents(words + turned(Piece(60, 150, "内部资料", 20), 0.7, 0.7))) == "聘请法律顾问\n"


class TestPlaces:
    """Columns, cells and turned pages in the order in which they are read."""

    def test_two_columns(self) -> None:
        size, wide = 4.0, 20
        body = [c for p in PARAGRAPHS[:12] for c in _wrapped(p.strip(), wide)]
        left, right = body[: len(body) // 2], body[len(body) // 2 :]
        title = Piece(50, 25, "云溪区水务局2023年法治政府建设情况报告", 6)
        pieces = [title, *column(left, 20, 45, 7, size), *column(right, 20 + wide * size + 8, 47, 7, size)]
        assert text_of(pdf(pieces)).split("\n")[1:-1] == [p.strip() for p in PARAGRAPHS[:12]]
        assert text_of(pdf(sorted(pieces, key=lambda p: p.y))).split("\n")[1:-1] == [p.strip() for p in PARAGRAPHS[:12]]

    def test_cells_of_ruled_tables_are_whole(self) -> None:
        rows = [[["项目"], ["发现问", "题数"]], [["水利工程质", "量监督"], ["61"]], [["取用水管理"], ["37"]]]
        data = of_contents(b"".join(map(show, column(["表1"], 30, 30))) + table(rows, 30, 40, 30))
        assert text_of(data) == "表1\n项目\t发现问题数\n水利工程质量监督\t61\n取用水管理\t37\n"

    @pytest.mark.parametrize(("up", "size"), [(1.0, 2.4), (1.5, 2.4), (2.2, 3.0)])
    def test_raised_figures_belong_to_their_line(self, up: float, size: float) -> None:
        """Marks of notes do not part a paragraph, and make no other numbers of the figures before them."""
        first, second = PARAGRAPHS[0].strip()[:40], PARAGRAPHS[0].strip()[40:75] + "完。"
        lines = [Piece(20, 40, "　　" + first[:38], 4), Piece(20, 47, first[38:] + second, 4)]
        notes = [Piece(20 + 4 * 20.3, 40 - up, "1", size), Piece(20 + 4 * 10.3, 47 - up, "12", size)]
        found = text_of(pdf([*lines, *notes]))
        assert re.sub("[¹²]", "", found) == first + second + "\n"
        assert [c for c in found if c in "¹²"] == ["¹", "¹", "²"]

    def test_figures_of_a_row_of_their_own_are_not_raised(self) -> None:
        pieces = [Piece(20, 40, "58", 3), Piece(20, 46, "立案件数", 4), Piece(40, 46, "43", 3)]
        assert not re.search("[⁰-⁹¹²³]", text_of(pdf(pieces)))

    def test_cells_with_frames_of_their_own(self) -> None:
        """As browsers draw them: what stands above and beside the table is no part of it."""
        words = [Piece(12, 40, "云溪区水务局2023年法治政府建设情况报告", 5), Piece(12, 52, LONG[:40], 4), Piece(12, 90, LONG[:30], 4)]
        cells = [[Piece(13 + 31 * i, 65 + 8 * j, cell, 4) for i, cell in enumerate(row)] for j, row in enumerate((("项目", "件数"), ("立案", "58")))]
        frames = [(12, 58.9, 63, 18), (12.4, 59.3, 62.2, 17.2)] + [(13.2 + 31 * i, 60.1 + 8 * j, 29.6, 7.6) for i in range(2) for j in range(2)]
        drawn = b"".join(map(show, words + [p for row in cells for p in row])) + b"".join(frame(*f) for f in frames)
        assert text_of(of_contents(drawn)) == f"{words[0].text}\n{words[1].text}\n项目\t件数\n立案\t58\n{words[2].text}\n"

    def test_a_frame_is_no_table(self) -> None:
        assert text_of(of_contents(table([[["聘请法律", "顾问2名"]]], 30, 40, 30))).replace("\n", "") == "聘请法律顾问2名"

    def test_columns_of_figures_without_rulings(self) -> None:
        rows = [["项目", "2023年", "2022年"], ["立案", "58", "43"], ["处罚决定", "51", "40"]]
        pieces = [Piece(20 + 20 * i, 40 + 8 * j, cell, 4) for j, row in enumerate(rows) for i, cell in enumerate(row)]
        assert text_of(pdf(pieces)) == "".join("\t".join(row) + "\n" for row in rows)

    def test_numbers_set_apart_belong_to_their_heading(self) -> None:
        assert text_of(pdf([Piece(20, 40, "一、", 4), Piece(40, 40, "组织领导", 4)])) == "一、组织领导\n"

    def test_letters_set_wide(self) -> None:
        assert text_of(of_contents(spread(Piece(20, 40, "法治政府建设报告", 4), [1.0] * 7))) == "法治政府建设报告\n"

    @pytest.mark.parametrize(("degrees", "cosine", "sine"), [(90, 0, 1), (180, -1, 0), (270, 0, -1)])
    def test_turned_pages(self, degrees: int, cosine: int, sine: int) -> None:
        lines = [Piece(100 + sine * i * 8, 100 + cosine * i * 8, line, 4) for i, line in enumerate(["聘请2名。", "审查合同31份，规范性文件5件。"])]
        data = of_contents(b"".join(turned(p, cosine, sine) for p in lines), entries=b"/Rotate %d" % degrees)
        assert text_of(data) == "聘请2名。\n审查合同31份，规范性文件5件。\n"


class TestFontsThatAreNowhere:
    """The font is not in the file, and the test machine has none of its name: its glyphs are empty, and pdfium drops what has no width."""

    @staticmethod
    def drawn(text: str) -> bytes:
        """One object for each character, as programs write that place characters one by one."""
        places = accumulate((4 * width(c) for c in text), initial=20.0)
        return b"".join(show(Piece(x, 60, c, 4)) for x, c in zip(places, text, strict=False))

    def test_characters_one_by_one(self) -> None:
        assert text_of(of_contents(self.drawn(LONG[:30]))) == LONG[:30] + "\n"

    def test_spaces_one_by_one(self) -> None:
        words = "局机关聘请法律顾问2名，建成 Open Data 平台"
        assert text_of(of_contents(self.drawn(words))) == words + "\n"

    def test_on_a_turned_page(self) -> None:
        words = turned(Piece(100, 100, "聘请法律顾问2名", 4), 0, 1)
        assert text_of(of_contents(words, entries=b"/Rotate 90")) == "聘请法律顾问2名\n"

    @pytest.mark.parametrize("depth", [1, 3])
    def test_inside_groups(self, depth: int) -> None:
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 999 999]/Resources<</Font<</F 3 0 R>>/XObject<</X %d 0 R>>>>"
        groups = [stream(b"/X Do", form % (11 + i)) for i in range(depth - 1)] + [stream(self.drawn("聘请法律顾问"), form % 1)]
        data = of_contents(b"/X Do", entries=b"/Resources<</XObject<</X 10 0 R>>>>", more=groups)
        assert text_of(data) == "聘请法律顾问\n"

    def test_no_warning_over_lone_spaces(self) -> None:
        assert read_pdf("x", of_contents(self.drawn("聘请 法律 顾问"))).notices == ()


def _wrapped(words: str, wide: int) -> list[str]:
    found, line, used = [], "", 0.0
    for char in words:
        size = 0.5 if char < "\u2e80" else 1.0
        if used + size > wide and char not in "，。、" and not (char.isdigit() and line[-1].isdigit()):
            found.append(line)
            line, used = "", 0.0
        line += char
        used += size
    return [*found, line]


class TestSaid:
    """What a file says of itself, and what is missing from it."""

    def test_a_title_that_the_text_has(self) -> None:
        pages = [[Piece(20, 40, "云溪区水务局2023年法治政府建设报告")]]
        assert read_pdf("x", pdf(*pages, title="云溪区水务局2023年法治政府建设报告_通知公告")).title == "云溪区水务局2023年法治政府建设报告"
        assert read_pdf("x", pdf(*pages, title="Microsoft Word - 文档1")).title == ""

    def test_pages_that_are_pictures(self) -> None:
        words = show(Piece(20, 40, LONG[:20]))
        assert read_pdf("x", of_contents(words, SCAN, SCAN)).notices == (Notice("pages-without-text", ("2",)),)
        assert read_pdf("x", of_contents(words, b"")).notices == ()

    def test_no_page_has_text(self) -> None:
        code, words = reason(of_contents(SCAN))
        assert code == "I116"
        assert "OCR" in words

    def test_a_file_cut_short(self) -> None:
        data = pdf_of(PARAGRAPHS)
        found = read_pdf("x", data[: data.rindex(b"startxref")])
        assert Notice("cut-short") in found.notices

    def test_characters_without_a_code(self) -> None:
        words = show(Piece(20, 40, LONG[:40]))
        assert read_pdf("x", of_contents(words)).notices == ()
        assert read_pdf("x", of_contents(words).replace(b"/ToUnicode 6 0 R", b"/Nothing 6 0 R  ")).notices == (Notice("characters-unknown", ("40",)),)

    def test_the_same_each_time(self) -> None:
        data = pdf_of(PARAGRAPHS)
        assert read_pdf("x", data) == read_pdf("x", data)


class TestRefused:
    """What cannot be read."""

    @pytest.mark.parametrize("security", [b"/Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)" % (b"o" * 32, b"u" * 32), b"/Filter/Other/V 9/R 9"])
    def test_passwords(self, security: bytes) -> None:
        identity = b"/ID[<00><00>]/Encrypt<<%s>>" % security
        code, words = reason(of_contents(show(Piece(20, 40, LONG)), trailer=identity))
        assert (code, "密码" in words) == ("I112", True)

    @pytest.mark.parametrize(
        "data",
        [
            b"%PDF-1.7\n",
            b"%PDF-1.7\n" + bytes(5000),
            build([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
            build([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
            build([b"1 0 R"]),
            build([b"<</Type/Catalog/Pages 1 0 R>>"]),
        ],
    )
    def test_broken_and_cyclic_objects(self, data: bytes) -> None:
        code, words = reason(data)
        assert (code, "PDF" in words) in {("I109", True), ("I116", True)}

    def test_too_many_pages(self) -> None:
        with using(Limits(pages=2)):
            code, words = reason(pdf_of(PARAGRAPHS * 3))
        assert (code, "--max-pages" in words) == ("I110", True)

    def test_too_many_characters(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("scorer.ingest.pdf.MOST", 100)
        assert reason(pdf_of(PARAGRAPHS))[0] == "I110"

    def test_endless_drawings_take_no_time(self) -> None:
        drawing = b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S\n" % (i % 500, i % 500, i % 800, i % 800) for i in range(30_000))
        assert text_of(of_contents(drawing + show(Piece(20, 40, "聘请法律顾问")))) == "聘请法律顾问\n"

    def test_packed_with_unknown_methods(self) -> None:
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 %d %d]>>" % A4]
        objects += [b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", packed_stream(b"\0\1\2", b"/Filter/NoDecode")]
        assert reason(build(objects))[0] == "I116"

    def test_without_the_library(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in [m for m in sys.modules if m.startswith(("pypdfium2", "scorer.ingest.pdf"))]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
        with pytest.raises(InputError) as caught:
            find_reader("报告.pdf", "pdf")
        (problem,) = caught.value.problems
        assert problem.code == "I111"
        assert "fazhi-scorer[pdf]" in problem.advice


def test_a_reader_gives_plain_values() -> None:
    found = read_pdf("x", pdf_of(PARAGRAPHS))
    assert isinstance(found, Extract)
    assert (type(found.text), found.published, found.publisher) == (str, None, "")


@pytest.mark.parametrize("module", [joints, raised, familiar], ids=lambda m: m.__name__)
def test_examples(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert (found.attempted >= 1, found.failed) == (True, 0)
