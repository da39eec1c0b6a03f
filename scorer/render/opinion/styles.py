"""Page and type of an official document: margins, sizes and line spacing of GB/T 9704, as named styles.

Sizes of type are named there by number: 2 is 22 pt, 3 is 16 pt, 4 is 14 pt.
"""

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

SIZE_2, SIZE_3, SIZE_4, SIZE_TABLE = Pt(22), Pt(16), Pt(14), Pt(10.5)
LINE = Pt(28)
"""22 lines on a page."""
MARGINS = {"top_margin": Mm(37), "bottom_margin": Mm(35), "left_margin": Mm(28), "right_margin": Mm(26)}
TEXT_WIDTH = Mm(156)

FANGSONG, HEI, KAI, BIAOSONG, SONG = "仿宋", "黑体", "楷体", "方正小标宋简体", "宋体"
QUOTE, NOTE, CELL, CELL_HEAD, SIGNATURE = "核查引文", "核查说明", "核查表格", "核查表头", "核查落款"
"""Styles that only this document has."""


def new_document() -> Any:
    """An empty document with page, footers and styles ready."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, width in MARGINS.items():
        setattr(section, name, width)
    section.footer_distance = Mm(28)
    _set_styles(document)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    return document


def _set_styles(document: Any) -> None:
    styles = document.styles
    _type(styles["Normal"], FANGSONG, SIZE_3, indent=2 * SIZE_3, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    _type(styles["Title"], BIAOSONG, SIZE_2, align=WD_ALIGN_PARAGRAPH.CENTER, after=LINE)
    _type(styles["Heading 1"], HEI, SIZE_3, indent=2 * SIZE_3)
    _type(styles["Heading 2"], KAI, SIZE_3, indent=2 * SIZE_3)
    for name, font, size, indent in (
        (QUOTE, KAI, SIZE_3, 2 * SIZE_3),
        (NOTE, FANGSONG, SIZE_4, Pt(0)),
        (CELL, FANGSONG, SIZE_TABLE, Pt(0)),
        (CELL_HEAD, HEI, SIZE_TABLE, Pt(0)),
        (SIGNATURE, FANGSONG, SIZE_3, Pt(0)),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _type(style, font, size, indent=indent)
    styles[NOTE].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for name in (CELL, CELL_HEAD):
        styles[name].paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        styles[name].paragraph_format.space_before = styles[name].paragraph_format.space_after = Pt(2)


def _type(style: Any, font: str, size: Length, *, indent: Length | int = 0, align: Any = None, after: Length | int = 0) -> None:
    style.font.name, style.font.size = "Times New Roman", size
    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)
    for border in style.element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)
    layout = style.paragraph_format
    layout.line_spacing, layout.first_line_indent = LINE, indent
    layout.space_before, layout.space_after = Pt(0), after
    if align is not None:
        layout.alignment = align


def _number(paragraph: Any, align: Any) -> None:
    """— 1 —, outside on facing pages, a character in from the edge."""
    paragraph.alignment = align
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.left_indent, layout.right_indent = 0, SIZE_4, SIZE_4
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    for part in ("— ", field, " —"):
        if isinstance(part, str):
            run = paragraph.add_run(part)
            run.font.size, run.font.name = SIZE_4, SONG
        else:
            paragraph._p.append(part)
            inner = OxmlElement("w:r")
            part.append(inner)
            text = OxmlElement("w:t")
            text.text = "1"
            inner.append(text)
