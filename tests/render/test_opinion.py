"""The review opinion: laid out by GB/T 9704, says what the scorecard says, opens in an office program."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from scorer.model.result import Evidence, Scorecard, State
from scorer.model.text import Notice, Span
from scorer.render.contract import to_dict
from scorer.render.words import Lang

docx = pytest.importorskip("docx", reason="python-docx is not installed")

from docx.oxml.ns import qn  # noqa: E402
from docx.shared import Mm, Pt  # noqa: E402

from scorer.render.opinion import render  # noqa: E402


def opened(card: Scorecard, lang: Lang = Lang.ZH):
    return docx.Document(io.BytesIO(render(card, lang)))


def text_of(document) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_page_and_type(card: Scorecard) -> None:
    document = opened(card)
    section = document.sections[0]
    near = lambda length, wanted: abs(length - wanted) < Mm(0.1)  # noqa: E731 - twentieths of a point, not millimetres, are stored
    assert near(section.page_width, Mm(210)) and near(section.page_height, Mm(297))
    assert near(section.top_margin, Mm(37)) and near(section.left_margin, Mm(28))
    assert near(section.bottom_margin, Mm(35)) and near(section.right_margin, Mm(26))
    for style, font, size in (("Normal", "仿宋", 16), ("Heading 1", "黑体", 16), ("Heading 2", "楷体", 16), ("Title", "方正小标宋简体", 22)):
        found = document.styles[style]
        assert found.font.size == Pt(size)
        assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
        assert found.paragraph_format.line_spacing == Pt(28)
    assert document.styles["Normal"].paragraph_format.first_line_indent == Pt(32)
    assert {p.style.name for p in document.paragraphs} == {
        "Title",
        "Heading 1",
        "Heading 2",
        "Normal",
        "核查引文",
        "核查表格",
        "核查落款",
        "核查说明",
    }
    footers = [section.footer, section.even_page_footer]
    assert [f._element.xpath(".//w:fldSimple/@w:instr") for f in footers] == [["PAGE"], ["PAGE"]]


@pytest.mark.parametrize("lang", Lang)
def test_what_it_says(card: Scorecard, lang: Lang) -> None:
    document, data = opened(card, lang), to_dict(card, lang)
    text = text_of(document)
    items = document.tables[1]
    assert [row.cells[1].text for row in items.rows[1:]] == [r["title"] for r in data["rules"]]
    assert len(document.tables[0].rows) == 1 + len(data["categories"])
    for rule in data["rules"]:
        if rule["verdict"] in ("partial", "failed", "planned", "missing"):
            assert any(rule["title"] in p.text for p in document.paragraphs if p.style.name == "Heading 2")
        for element in rule["elements"]:
            if rule["verdict"] != "na" and element["state"] in ("denied", "planned"):
                assert f"「{element['evidence'][0]['quote']}」" in text
    assert data["report"]["sha256"] in text
    assert ("依法履职的认定" if lang is Lang.ZH else "does its duty") in text


def test_hostile_words(make_card) -> None:
    said = "<w:p/>&amp;\x00\x0b\u202e]]>\ufffe𠮷"
    text = f"云澜市水利局2022年度报告\n我局{said}未配备\n"
    at = text.index("我局")
    found = Evidence("video", "video", Span(at, len(text) - 1), -1, said, 100.0, State.DENIED)
    card = make_card(text=text, found=(found,), body=f"局{said}" * 20, path=f"a{said}.txt", notices=(Notice("x", (said,)),))
    card = replace(card, pack=replace(card.pack, title=said))
    shown = "<w:p/>&amp;␀␋⟨202E⟩]]>"
    assert text_of(opened(card)).count(shown) >= 4
    assert "𠮷" in text_of(opened(card))


def test_nothing_found_and_nothing_missing(make_card, card: Scorecard) -> None:
    assert "报告没有写到下列 5 项" in text_of(opened(make_card(found=())))
    met = replace(card, judgements=card.judgements[:1])
    assert "没有发现缺项" in text_of(opened(met))


def test_libreoffice_reads_it(card: Scorecard, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("there is no LibreOffice on this machine")
    (tmp_path / "opinion.docx").write_bytes(render(card))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "opinion.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "opinion.txt").read_text("utf-8-sig")
    assert "关于云澜市水利局2022年度" in text
    assert "「执法记录仪尚未配备」" in text
