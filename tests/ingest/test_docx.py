"""Word files: what a reader of the printed page sees, in the order in which it is read."""

import pytest

from scorer.errors import InputError
from scorer.ingest.docx import read_docx
from tests.ingest.makers import docx, docx_parts, level, lists, numbered, p, r, tbl, tc, zipped


def lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    text = read_docx("x.docx", docx(body, numbering=numbering, styles=styles)).text
    assert not text or text.endswith("\n")
    return text.splitlines()


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_docx("x.docx", data)
    return caught.value.problems[0].code


def field(instruction: str, result: str) -> str:
    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return turn("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + turn("separate") + result + turn("end")


def test_paragraphs_without_header_and_empty_ones() -> None:
    assert lines(p("聘请法律顾问2名。") + p("") + p("　　审查合同31份。")) == ["聘请法律顾问2名。", "　　审查合同31份。"]


def test_runs_are_one_word() -> None:
    assert lines(p(r("法律") + '<w:bookmarkStart w:name="_GoBack"/>' + r("顾问") + "<w:proofErr/>" + r("制度"))) == ["法律顾问制度"]


def test_breaks_tabs_and_hyphens() -> None:
    inner = "<w:t>聘请</w:t><w:softHyphen/><w:t>法律顾问</w:t><w:br/><w:t>审查</w:t><w:tab/><w:t>合同</w:t><w:noBreakHyphen/><w:t>1</w:t>"
    assert lines(p(f"<w:r>{inner}</w:r>", '<w:tabs><w:tab w:val="left"/></w:tabs>')) == ["聘请法律顾问", "审查\t合同-1"]


def test_space_counts_where_the_file_says_so() -> None:
    assert lines(p("<w:r><w:t> 全年 </w:t></w:r><w:r><w:t>58件</w:t></w:r>") + p(r("A ") + r("B"))) == ["全年58件", "A B"]


def test_links_and_content_controls_are_read_placeholders_are_not() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('填写的内容')}</w:sdtContent></w:sdt>"
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字</w:t></w:r></w:sdtContent></w:sdt>"
    assert lines(control + p(f"<w:hyperlink>{r('链接')}</w:hyperlink>{empty}{r('文字')}")) == ["填写的内容", "链接文字"]


def test_the_reading_of_a_character_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('fǎ')}</w:rt><w:rubyBase>{r('法')}</w:rubyBase></w:ruby></w:r>"
    assert lines(p(ruby + r("治"))) == ["法治"]


def test_footnotes_are_left_out() -> None:
    assert lines(p(r("法治") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("建设"))) == ["法治建设"]


@pytest.mark.parametrize(
    ("switch", "shown"),
    [("<w:vanish/>", False), ('<w:vanish w:val="0"/>', True), ('<w:vanish w:val="false"/>', True), ("<w:webHidden/>", True)],
)
def test_hidden_text(switch: str, shown: bool) -> None:
    assert lines(p(r("看得见") + r("隐藏", switch))) == ["看得见隐藏" if shown else "看得见"]


def test_text_hidden_by_its_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    body = p(r("看得见") + r("隐藏", '<w:rStyle w:val="b"/>') + r("的字", '<w:rStyle w:val="c"/>'))
    assert lines(body, styles=styles) == ["看得见的字"]


class TestFields:
    """Fields show their results."""

    def test_simple_and_complex(self) -> None:
        assert lines(p(field("HYPERLINK x", r("网址")) + f'<w:fldSimple w:instr="DATE">{r("2024年")}</w:fldSimple>')) == ["网址2024年"]

    def test_a_field_inside_the_code_of_another(self) -> None:
        inner = field("PAGE", r("7"))
        outer = field("IF </w:instrText></w:r>" + inner + "<w:r><w:instrText>", r("结果"))
        assert lines(p(outer + r("正文"))) == ["结果正文"]

    def test_over_paragraphs(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        assert lines(p(begin + r("一、工作")) + p(r("二、打算") + end) + p("正文")) == ["一、工作", "二、打算", "正文"]

    def test_one_without_an_end_swallows_nothing_further(self) -> None:
        assert lines(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("域代码")) + p("正文")) == ["正文"]


class TestChanges:
    """Tracked changes count as accepted."""

    def test_insertions_stay_deletions_and_moves_go(self) -> None:
        inner = (
            r("聘请")
            + '<w:del w:id="1"><w:r><w:delText>一名</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2">{r("两名")}</w:ins>'
            + f"<w:moveFrom>{r('旧处')}</w:moveFrom>"
            + f"<w:moveTo>{r('律师')}</w:moveTo>"
        )
        assert lines(p(inner)) == ["聘请两名律师"]

    def test_a_deleted_paragraph_end_joins_two(self) -> None:
        gone = "<w:rPr><w:del/></w:rPr>"
        assert lines(p("聘请法律", gone) + p("顾问") + p("结尾", gone)) == ["聘请法律顾问", "结尾"]

    def test_a_deleted_paragraph_is_not_counted(self) -> None:
        gone = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
        body = numbered("甲") + p("<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", gone) + numbered("丙")
        assert lines(body, lists(level(0, "decimal", "%1、"))) == ["1、甲", "2、丙"]

    def test_old_formatting_says_nothing(self) -> None:
        old = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
        assert lines(p(r("文字", old))) == ["文字"]

    def test_deleted_rows_and_cells(self) -> None:
        cell = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('丁')}</w:tc>"
        row = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('甲')}{tc('乙')}</w:tr>"
        assert lines(f"<w:tbl>{row}<w:tr>{tc('丙')}{cell}{tc('戊')}</w:tr></w:tbl>") == ["丙\t戊"]


class TestNumbers:
    """Numbers that Word computes stand before their paragraphs."""

    def test_the_usual_outline(self) -> None:
        three = lists(level(0, "chineseCounting", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3."))
        body = numbered("工作") + numbered("组织", 1) + numbered("执法", 1) + numbered("立案", 2) + numbered("打算") + numbered("培训", 1)
        assert lines(body, three) == ["一、工作", "（一）组织", "（二）执法", "1.立案", "二、打算", "（一）培训"]

    def test_levels_above_are_written_in_their_own_style(self) -> None:
        two = lists(level(0, "upperLetter", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"))
        assert lines(numbered("甲") + numbered("乙", 1) + numbered("丙", 2), two) == ["A.甲", "A.1 乙", "1.1.1 丙"]

    def test_a_number_does_not_run_into_a_figure(self) -> None:
        one = lists(level(0, "decimal", "%1."), level(1, "chineseCounting", "第%2章"))
        assert lines(numbered("2023年立案") + numbered("总则", 1), one) == ["1.2023年立案".replace("1.", "1. "), "第一章 总则"]

    def test_no_space_where_the_list_has_none(self) -> None:
        assert lines(numbered("条"), lists(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'))) == ["1条"]

    def test_lists_of_one_definition_go_on_or_start_again(self) -> None:
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        body = numbered("甲") + numbered("乙") + numbered("丙", number=2) + numbered("丁", number=2) + numbered("戊")
        definition = level(0, "decimal", "%1、")
        assert lines(body, lists(definition, uses=2, override=again)) == ["1、甲", "2、乙", "1、丙", "2、丁", "3、戊"]
        assert lines(body, lists(definition, uses=2)) == ["1、甲", "2、乙", "3、丙", "4、丁", "5、戊"]

    def test_starts_and_levels_that_never_start_again(self) -> None:
        two = lists(level(0, "chineseCounting", "%1、", start=3), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
        assert lines(numbered("甲") + numbered("乙", 1) + numbered("丙") + numbered("丁", 1), two) == ["三、甲", "1.乙", "四、丙", "2.丁"]

    def test_a_level_of_the_use_replaces_that_of_the_definition(self) -> None:
        override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
        assert lines(numbered("甲", number=2), lists(level(0, "decimal", "%1、"), uses=2, override=override)) == ["I.甲"]

    def test_numbers_of_headings_come_with_their_style(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="3"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        )
        two = lists(level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'), level(1, "chineseCounting", "（%2）"))
        none = '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
        body = p("甲", '<w:pStyle w:val="1"/>') + p("乙", '<w:pStyle w:val="3"/>') + p("丙", '<w:pStyle w:val="2"/>') + p("丁", none)
        assert lines(body, two, styles) == ["一、甲", "（一）乙", "二、丙", "丁"]

    def test_bullets_and_empty_paragraphs_show_nothing(self) -> None:
        body = numbered("甲", 1) + numbered("乙") + numbered("") + numbered("丙")
        assert lines(body, lists(level(0, "decimal", "%1、"), level(1, "bullet", "\uf06c"))) == ["甲", "2、乙", "4、丙"]

    @pytest.mark.parametrize("numbering", ["", "<w:num/>", '<w:num w:numId="1"/>', lists(), lists(level(0, "decimal", "%1%2%9"))])
    def test_lists_that_are_not_there(self, numbering: str) -> None:
        assert lines(numbered("甲") + numbered("乙", 8) + numbered("丙", 9) + numbered("丁", number=99), numbering)[-1] == "丁"


class TestTables:
    """Rows are lines, cells are parted by tabs."""

    def test_rows(self) -> None:
        body = p("表1") + tbl(["项目", "件数"], ["立案", p("58") + p("（件）")]) + p("完")
        assert lines(body) == ["表1", "项目\t件数", "立案\t58 （件）", "完"]

    def test_tabs_and_breaks_inside_a_cell(self) -> None:
        assert lines(tbl([p("<w:r><w:t>立</w:t><w:tab/><w:t>案</w:t><w:br/><w:t>数</w:t></w:r>"), "58"])) == ["立 案 数\t58"]

    def test_empty_cells_keep_their_place_empty_rows_go(self) -> None:
        assert lines(tbl(["甲", "", "乙"], ["", ""], ["丙", "丁", ""])) == ["甲\t\t乙", "丙\t丁\t"]

    def test_a_table_that_lays_out_the_page(self) -> None:
        long = "全年组织执法检查。" * 40
        assert lines(tbl(["左栏", p(long) + p("第二段")])) == ["左栏", long, "第二段"]
        assert lines(tbl([p("第一段") + p("第二段")])) == ["第一段", "第二段"]

    def test_tables_inside_tables(self) -> None:
        assert lines(tbl(["甲", tbl(["乙", "丙"], ["丁", "戊"]) + p("")])) == ["甲", "乙\t丙", "丁\t戊"]

    def test_rows_inside_content_controls(self) -> None:
        row = f"<w:sdt><w:sdtContent><w:tr>{tc('甲')}<w:sdt><w:sdtContent>{tc('乙')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
        assert lines(f"<w:tbl>{row}</w:tbl>") == ["甲\t乙"]


class TestTextBoxes:
    """A text box is read once, after the paragraph that it hangs on."""

    BOX = "<w:txbxContent>" + p("框里第一行") + p("框里第二行") + "</w:txbxContent>"

    def test_once_though_the_file_has_it_twice(self) -> None:
        both = f"<mc:Choice Requires='wps'>{self.BOX}</mc:Choice><mc:Fallback><w:pict><v:textbox>{self.BOX}</v:textbox></w:pict></mc:Fallback>"
        inner = r("段落前半，") + f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>" + r("后半。")
        assert lines(p(inner) + p("下一段")) == ["段落前半，后半。", "框里第一行", "框里第二行", "下一段"]

    def test_old_files_have_it_once(self) -> None:
        assert lines(p(f"<w:r><w:pict><v:shape><v:textbox>{self.BOX}</v:textbox></v:shape></w:pict></w:r>")) == ["框里第一行", "框里第二行"]

    def test_a_hidden_box(self) -> None:
        assert lines(p(r("字") + f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict>{self.BOX}</w:pict></w:r>")) == ["字"]


class TestPackage:
    """Programs name the parts as they like."""

    def test_title(self) -> None:
        assert read_docx("x", docx(p("字"), title=" 云溪区水务局\n报告 ")).title == "云溪区水务局 报告"

    def test_a_main_part_by_another_name(self) -> None:
        numbering = lists(level(0, "decimal", "%1、"))
        parts = {k.replace("document.xml", "document2.xml"): v for k, v in docx_parts(numbered("甲"), numbering=numbering).items()}
        parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/word/document2.xml")
        assert read_docx("x", zipped(parts)).text == "1、甲\n"

    def test_only_the_main_part(self) -> None:
        assert read_docx("x", zipped({"word/document.xml": docx_parts(p("甲"))["word/document.xml"]})).text == "甲\n"

    def test_backslashes_and_capitals(self) -> None:
        parts = docx_parts(numbered("甲"), numbering=lists(level(0, "decimal", "%1、")))
        assert read_docx("x", zipped({k.replace("/", "\\").replace("word", "Word"): v for k, v in parts.items()})).text == "1、甲\n"

    def test_strict_files_have_other_name_spaces(self) -> None:
        parts = docx_parts(p("甲"))
        usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        body = str(parts["word/document.xml"]).replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        assert read_docx("x", zipped({**parts, "word/document.xml": body})).text == "甲\n"

    def test_what_lies_outside_is_not_looked_at(self) -> None:
        parts = docx_parts(p("甲"))
        parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace('Target="word/', 'TargetMode="External" Target="file:///etc/')
        assert read_docx("x", zipped(parts)).text == "甲\n"

    @pytest.mark.parametrize("name", ["word/numbering.xml", "word/styles.xml", "docProps/core.xml", "word/_rels/document.xml.rels"])
    def test_a_missing_part_that_only_helps(self, name: str) -> None:
        parts = docx_parts(p("甲"))
        del parts[name]
        assert read_docx("x", zipped(parts)).text == "甲\n"

    def test_no_document(self) -> None:
        parts = docx_parts(p("甲"))
        del parts["word/document.xml"]
        assert code(zipped(parts)) == "I109"

    @pytest.mark.parametrize("content", [b"", b"text", b"<a/>", "<w:document>"])
    def test_a_document_that_is_none(self, content: str | bytes) -> None:
        assert code(zipped({**docx_parts(""), "word/document.xml": content})) == "I109"


def test_raised_figures_stay_raised() -> None:
    up = '<w:vertAlign w:val="superscript"/>'
    assert lines(p(r("审查合同31份") + r("1", up) + r("，面积30m") + r("2", up) + r("，见") + r("[3]", up))) == ["审查合同31份¹，面积30m²，见[3]"]
    assert lines(p(r("水量H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O"))) == ["水量H2O"]
