"""OFD files: text by its place on the page, joined to paragraphs again."""

import pytest

from scorer.errors import InputError
from scorer.ingest.ofd import read_ofd
from scorer.model.text import Notice
from tests.ingest.makers import zipped
from tests.ingest.ofd_maker import LEFT, PITCH, SIZE, TOP, Piece, ofd, ofd_of, ofd_parts, page, text_object

PARAGRAPHS = [
    "一、主要工作",
    "　　全年出动执法人员1260人次，检查取用水户342家，立案查处18件，罚款27.5万元，全部案件在作出决定之前都经过法制审核，没有复议被纠错的情形。",
    "　　对首次违法且及时改正的7家取用水户依法不予处罚。",
]


def text(*pages: list[Piece]) -> str:
    return read_ofd("x.ofd", ofd(*pages)).text


def raw(*contents: str) -> str:
    return read_ofd("x.ofd", zipped(ofd_parts([page(c) for c in contents]))).text


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_ofd("x.ofd", data)
    return caught.value.problems[0].code


def words(name: str) -> str:
    return f'<ofd:TextCode X="0" Y="5" DeltaX="5 5 5">{name}</ofd:TextCode>'


def test_paragraphs_come_back_without_header_and_page_number() -> None:
    many = PARAGRAPHS * 12
    assert read_ofd("x.ofd", ofd_of(many)).text.splitlines() == [line.strip() for line in many]


def test_order_is_by_place_not_by_file() -> None:
    pieces = [Piece(LEFT, TOP + PITCH, "第二行的字"), Piece(LEFT + 7 * SIZE, TOP, "的后半"), Piece(LEFT, TOP, "第一行前")]
    assert text(pieces).splitlines() == ["第一行前\t的后半", "第二行的字"]


def test_pages_in_the_order_of_the_document() -> None:
    assert text([Piece(LEFT, TOP, "第一页就有很多字。")], [Piece(LEFT, TOP, "第二页。")]).replace("\n", "") == "第一页就有很多字。第二页。"


def test_each_character_an_object_of_its_own() -> None:
    line = "全年立案查处十八件。"
    assert text([Piece(LEFT + i * SIZE, TOP, char) for i, char in enumerate(line)]).strip() == line


def test_bold_by_printing_twice() -> None:
    assert text([Piece(LEFT, TOP, "法治政府"), Piece(LEFT + 0.2, TOP, "法治政府")]).strip() == "法治政府"


def test_cells_are_parted_by_tabs() -> None:
    assert text([Piece(LEFT, TOP, "立案"), Piece(LEFT + 40, TOP, "58"), Piece(LEFT + 80, TOP, "件")]).strip() == "立案\t58\t件"


def test_short_form_of_distances() -> None:
    obj = '<ofd:TextCode X="0" Y="5" DeltaX="g 3 5 20 g 1 5">甲乙丙丁戊己</ofd:TextCode>'
    assert raw(f'<ofd:TextObject Boundary="30 40 100 5" Size="5">{obj}</ofd:TextObject>').strip() == "甲乙丙丁\t戊己"


@pytest.mark.parametrize("delta", ["", 'DeltaX=""', 'DeltaX="g"', 'DeltaX="x y z"', 'DeltaX="g 99999999999 5"'])
def test_odd_distances_lose_nothing(delta: str) -> None:
    obj = f'<ofd:TextObject Boundary="30 40 100 5" Size="5"><ofd:TextCode X="0" Y="5" {delta}>甲乙丙丁</ofd:TextCode></ofd:TextObject>'
    assert sorted(raw(obj).strip()) == sorted("甲乙丙丁")


def test_a_transformed_text() -> None:
    code = '<ofd:TextCode X="0" Y="1" DeltaX="1 1">甲乙丙</ofd:TextCode>'
    big = f'<ofd:TextObject Boundary="30 40 100 10" Size="1" CTM="5 0 0 5 0 0">{code}</ofd:TextObject>'
    assert raw(big + text_object(Piece(30 + 3 * 5, 45, "丁戊"))).strip() == "甲乙丙丁戊"


def test_watermarks_and_invisible_text_are_left_out() -> None:
    turned = '<ofd:TextObject Boundary="30 40 100 5" Size="5" CTM="0.7 0.7 -0.7 0.7 0 0">' + words("水印文字") + "</ofd:TextObject>"
    hidden = text_object(Piece(LEFT, TOP + 30, "看不见"), 'Visible="false"')
    assert raw(text_object(Piece(LEFT, TOP, "正文。")) + turned + hidden).strip() == "正文。"


@pytest.mark.parametrize(("matrix", "second"), [("0 1 -1 0 0 0", "90 40"), ("-1 0 0 -1 0 0", "100 30"), ("0 -1 1 0 0 0", "110 40")])
def test_a_page_that_lies_on_its_side(matrix: str, second: str) -> None:
    def turned(place: str, name: str) -> str:
        return f'<ofd:TextObject Boundary="{place} 10 60" Size="5" CTM="{matrix}">{words(name)}</ofd:TextObject>'

    assert raw(turned(second, "第二行。") + turned("100 40", "第一行。")).replace("\n", "") == "第一行。第二行。"


def test_text_in_blocks_and_entities() -> None:
    assert raw(f"<ofd:PageBlock>{text_object(Piece(LEFT, TOP, 'A&B'))}</ofd:PageBlock>").strip() == "A&B"


def test_title() -> None:
    assert read_ofd("x", ofd([Piece(LEFT, TOP, "字")], title=" 云溪区\n报告")).title == "云溪区 报告"


def test_pages_without_text_are_told() -> None:
    parts = ofd_parts([page(text_object(Piece(LEFT, TOP, "正文"))), page('<ofd:ImageObject ResourceID="1"/>')])
    assert read_ofd("x", zipped(parts)).notices == (Notice("pages-without-text", ("1",)),)


def test_a_scan_is_refused() -> None:
    assert code(zipped(ofd_parts([page('<ofd:ImageObject ResourceID="1"/>')] * 2))) == "I116"


def test_a_damaged_page_costs_that_page() -> None:
    parts = ofd_parts([page(text_object(Piece(LEFT, TOP, "正文"))), "<ofd:Page", "x"])
    del parts["Doc_0/Pages/Page_2/Content.xml"]
    found = read_ofd("x", zipped(parts))
    assert (found.text.strip(), found.notices) == ("正文", (Notice("pages-unreadable", ("2",)),))


@pytest.mark.parametrize("name", ["OFD.xml", "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"])
def test_missing_parts(name: str) -> None:
    parts = ofd_parts([page(text_object(Piece(LEFT, TOP, "正文")))])
    del parts[name]
    assert code(zipped(parts)) == "I109"


def test_places_from_the_top_and_with_backslashes() -> None:
    parts = ofd_parts([page(text_object(Piece(LEFT, TOP, "正文")))])
    parts["OFD.xml"] = str(parts["OFD.xml"]).replace("Doc_0/Document.xml", "/Doc_0/Document.xml")
    parts["Doc_0/Document.xml"] = str(parts["Doc_0/Document.xml"]).replace("Pages/Page_0", "Pages\\Page_0")
    assert read_ofd("x", zipped(parts)).text.strip() == "正文"


def test_files_in_gb18030() -> None:
    parts = ofd_parts([page(text_object(Piece(LEFT, TOP, "法治政府")))])
    name = "Doc_0/Pages/Page_0/Content.xml"
    parts[name] = f'<?xml version="1.0" encoding="GB18030"?>{parts[name]!s}'.encode("gb18030")
    assert read_ofd("x", zipped(parts)).text.strip() == "法治政府"


@pytest.mark.parametrize("box", ["", "0 0", "0 0 nan 5", "0 0 -1 -1", "0 0 1e300 1e300", "a b c d"])
def test_odd_page_sizes(box: str) -> None:
    content = page(text_object(Piece(LEFT, TOP, "正文"))).replace("0 0 210 297", box)
    assert read_ofd("x", zipped(ofd_parts([content]))).text.strip() == "正文"


def test_odd_places() -> None:
    far = '<ofd:TextCode X="1e308" Y="y">文</ofd:TextCode>'
    odd = f'<ofd:TextObject Boundary="1e308 nan" Size="1e308" CTM="1e308 0 0 1e308 inf x">{far}</ofd:TextObject>'
    assert raw(text_object(Piece(LEFT, TOP, "正文。")) + odd + '<ofd:TextObject Size="0">文</ofd:TextObject>').strip() == "正文。"


def grouped(units: dict[str, str], *named: str) -> dict[str, str | bytes]:
    """A page that names groups of objects instead of holding them."""
    parts = ofd_parts([page("".join(f'<ofd:CompositeObject ResourceID="{n}" CTM="0.5 0 0 0.5 0 0" Boundary="10 20 0 0"/>' for n in named))])
    parts["Doc_0/Document.xml"] = str(parts["Doc_0/Document.xml"]).replace(
        "<ofd:PageArea>", "<ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:PageArea>"
    )
    inner = "".join(
        f'<ofd:CompositeGraphicUnit ID="{name}"><ofd:Content>{content}</ofd:Content></ofd:CompositeGraphicUnit>' for name, content in units.items()
    )
    parts["Doc_0/Res.xml"] = f'<ofd:Res xmlns:ofd="x"><ofd:CompositeGraphicUnits>{inner}</ofd:CompositeGraphicUnits></ofd:Res>'
    return parts


def test_text_in_groups_that_the_page_names() -> None:
    first, second = (text_object(Piece(x, 100, name, 10)) for x, name in ((40, "甲乙"), (60, "丙丁")))
    assert read_ofd("x", zipped(grouped({"1": second, "2": first}, "1", "2"))).text.strip() == "甲乙丙丁"
    assert code(zipped(grouped({"1": second}, "9"))) == "I116"


def test_groups_that_name_themselves_or_many_others() -> None:
    once = text_object(Piece(40, 100, "甲乙", 10))
    again = '<ofd:CompositeObject ResourceID="1"/>'
    assert "甲乙" in read_ofd("x", zipped(grouped({"1": once + again}, "1"))).text
    bomb = {str(n): f'<ofd:CompositeObject ResourceID="{n + 1}"/>' * 200 for n in range(1, 6)}
    assert code(zipped(grouped(bomb, "1"))) == "I110"
