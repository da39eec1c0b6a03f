"""On paper: A4, every item with its verdict, lines to sign, page numbers; not the report."""

import pytest

from scorer.render.contract import to_dict

A4 = (595, 842)


@pytest.fixture
def printed(sample, tmp_path):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")

    def make(prepare=None):
        page = sample()
        if prepare:
            prepare(page)
        page.pdf(path=tmp_path / "card.pdf", prefer_css_page_size=True)
        pages = pdfium.PdfDocument(tmp_path / "card.pdf")
        return [(tuple(map(round, p.get_size())), p.get_textpage().get_text_bounded()) for p in pages]

    return make


def bare(text: str) -> str:
    """As PDF gives text back: without spaces, and with radicals for some characters."""
    import unicodedata

    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_checklist_on_a4(printed, scored) -> None:
    pages = printed()
    text = bare("".join(t for _, t in pages))
    assert {size for size, _ in pages} == {A4}
    assert 3 <= len(pages) <= 6
    assert all(f"—{n}—" in bare(t) for n, (_, t) in enumerate(pages, 1))
    for said in ("核查人（签字）", "复核人（签字）", "核查单位（盖章）", "结论只反映报告所载内容，不等于对该单位依法履职的认定。"):
        assert bare(said) in text
    assert [r["title"] for r in to_dict(scored("average.txt"))["rules"] if bare(r["title"]) not in text] == []
    for unwanted in ("报告原文", "快捷键", "查找检查项", "全局三分之二的干部"):
        assert unwanted not in text


def test_what_is_unfolded_is_printed_unfolded_and_filters_hide_nothing(printed) -> None:
    def prepare(page) -> None:
        page.locator("#r-legal-review > summary").click()
        page.get_by_role("searchbox").fill("法制审核")

    text = bare("".join(t for _, t in printed(prepare)))
    assert "优化营商环境条例" in text
    assert "信访与投诉举报办理" in text
