"""Web pages: the article without the page around it, with title and date before it, whatever the content system."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.ingest import read
from scorer.ingest.html import read_page
from scorer.ingest.limits import Limits, using
from scorer.ingest.nesting import is_too_deep, is_unusual
from scorer.model.text import Source

TITLE = "云溪区水务局2023年法治政府建设情况报告"
BODY = (
    "<p>&nbsp;&nbsp;&nbsp;&nbsp;2023年，区水务局坚持依法治水，现将有关情况报告如下。</p>"
    "<p>　　<strong>一、主要工作</strong></p><p><span>聘请法律顾问</span><span>2名</span>，<br>审查合同31份，全部提出书面意见。</p>"
    "<table><tr><th>项目</th><th>件数</th></tr><tr><td><p>立案</p></td><td><p>58</p></td></tr></table>"
    "<p>二、下一步打算：继续开展案卷评查，组织执法人员参加培训，提高依法行政的能力和水平。</p><p></p><p>云溪区水务局</p><p>2024年1月12日</p>"
)
LINES = [
    "2023年，区水务局坚持依法治水，现将有关情况报告如下。",
    "一、主要工作",
    "聘请法律顾问2名，",
    "审查合同31份，全部提出书面意见。",
    "项目\t件数",
    "立案\t58",
    "二、下一步打算：继续开展案卷评查，组织执法人员参加培训，提高依法行政的能力和水平。",
    "云溪区水务局",
    "2024年1月12日",
]
HEAD = "<script>var a='脚本里的字';</script><div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/x'>政务公开</a></li></ul></div>"
FOOT = "<div class='related'><a href='/y'>上一篇：2022年法治政府建设情况报告</a></div><div class='footer'><p>主办：云溪区人民政府办公室</p></div>"


def page(body: str, head: str = f"<title>{TITLE}_年度报告_云溪区水务局</title>") -> Source:
    return read("page.html", f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{HEAD}{body}{FOOT}</body></html>".encode())


def lines(source: Source) -> list[str]:
    assert source.text.endswith("\n")
    return source.text.splitlines()


@pytest.mark.parametrize(
    "container",
    [
        "class='TRS_Editor'",
        "id='zoom'",
        "class='article'",
        "class='content'",
        "class='xxgk-content'",
        "id='UCAP-CONTENT'",
        "class='view TRS_UEDITOR'",
    ],
)
def test_containers_of_content_systems(container: str) -> None:
    source = page(f"<h1>{TITLE}</h1><div class='info'>发布日期：2024-01-15 09:30 浏览次数：21</div><div {container}>{BODY}</div>")
    assert lines(source) == [TITLE, "发布日期：2024-01-15 09:30", *LINES]
    assert (source.format, source.title, source.published) == ("html", TITLE, date(2024, 1, 15))


def test_the_densest_block_where_no_container_is_known() -> None:
    source = page(
        f"<div class='w1200'><div class='k3'><h2>{TITLE}</h2><div class='q9'>{BODY}</div></div><div class='side'><a>热点链接一</a></div></div>"
    )
    assert [TITLE, *LINES] == lines(source)


def test_paragraphs_in_blocks_of_their_own() -> None:
    body = "".join(f"<div class='row'><div>{p}</div></div>" for p in BODY.split("<p></p>"))
    assert lines(page(f"<div class='k3'>{body}</div>"))[1:] == LINES


def test_fields_of_the_page() -> None:
    meta = (
        f"<title>年度报告</title><meta name='ArticleTitle' content='{TITLE}'><meta name='pubdate' content='2024/01/16 08:00'>"
        "<meta name='ContentSource' content='区水务局'><meta name='SiteName' content='云溪区政府网'>"
    )
    source = page(f"<div class='TRS_Editor'>{BODY}</div>", meta)
    assert (source.title, source.published, source.publisher) == (TITLE, date(2024, 1, 16), "区水务局")


def test_publisher_and_date_of_the_index_table() -> None:
    table = (
        "<table><tr><td>发布机构：</td><td>云溪区水务局</td><td>成文日期：</td><td>2024-01-12</td></tr>"
        "<tr><td>名称</td><td>报告</td><td>发布日期</td><td>2024年1月18日</td></tr></table>"
    )
    source = page(f"{table}<div class='TRS_Editor'>{BODY}</div>")
    assert (source.publisher, source.published) == ("云溪区水务局", date(2024, 1, 18))
    assert lines(source)[1] == "发布日期：2024年1月18日"


def test_a_date_line_without_a_label() -> None:
    source = page(f"<div>2024-01-19 来源：云溪区水务局 【字号：大 中 小】</div><div class='TRS_Editor'>{BODY}</div>")
    assert source.published == date(2024, 1, 19)
    assert lines(source)[1].startswith("2024-01-19 来源")


def test_no_date_is_made_up() -> None:
    source = page(f"<div>今天是2024年6月8日</div><div class='TRS_Editor'>{BODY}</div>")
    assert source.published is None
    assert lines(source) == [TITLE, *LINES]


def test_a_title_inside_the_article_is_not_repeated() -> None:
    source = page(f"<div class='article'><h1>{TITLE[:6]}<br>{TITLE[6:]}</h1>{BODY}</div>")
    assert lines(source) == [TITLE[:6], TITLE[6:], *LINES]


def test_article_inside_a_layout_table() -> None:
    assert lines(page(f"<table><tr><td>左栏</td><td><div>{BODY}</div></td></tr></table>"))[1:] == LINES


def test_hidden_text_and_scripts_are_left_out() -> None:
    hidden = "<p style='display: none'>看不见的一段</p><style>p{}</style><script>document.write('写出的字')</script><!-- 注释 -->"
    assert lines(page(f"<div class='TRS_Editor'>{hidden}{BODY}</div>"))[1:] == LINES


def test_preformatted_lines_stay() -> None:
    text = (
        "一、聘请法律顾问2名。\n二、审查合同31份，全部提出书面意见。\n三、组织执法人员参加培训，提高能力，开展案卷评查，公开执法结果，接受社会监督。"
    )
    assert lines(page(f"<div class='TRS_Editor'><pre>{text}</pre></div>"))[1:] == text.split("\n")


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8", "utf-16"])
def test_encodings_declared_or_not(encoding: str) -> None:
    for declared in (encoding, "utf-8", "iso-8859-1"):
        data = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><body>{BODY}</body></html>"
        assert lines(read("page", data.encode(encoding)))[-9:] == LINES


def test_a_fragment_full_of_tags_is_a_page() -> None:
    assert read("fragment", BODY.encode()).format == "html"


def test_a_text_with_an_angle_bracket_is_text() -> None:
    assert read("-", f"{TITLE}\n当 a<b 且 c>d 时，另行报告。".encode()).format == "text"


@pytest.mark.parametrize(
    "markup",
    [
        "<html>",
        "<!doctype html><title>",
        "<div" * 50,
        "<p>" * 5000 + "法治政府建设情况报告全文如下" + "</p>",
        "<html><frameset><frame src=a></frameset>",
    ],
)
def test_odd_markup_is_read(markup: str) -> None:
    assert read_page("x", markup.encode()).text


TAGS = ["<p>", "</p>", "<table>", "<tr>", "<td>", "</td>", "<br>", "<div class=content>", "</div>", "<!--", "<svg>", "<h1>", "<template>", "<title>"]


@given(st.lists(st.sampled_from([*TAGS, "法治", "&nbsp;", "<pre>\n", "&#x4e00;", "<"]), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_markup_is_read(parts: list[str]) -> None:
    source = read_page("x", "".join(parts).encode())
    assert "\xa0" not in source.text


class TestHostilePages:
    """What would keep the parser busy is refused, or read where time is limited."""

    @pytest.mark.parametrize("levels", ["<div>", "<span class='x'>", "<div></p>", "<DIV/>", "<table><tr><td>", "<a:b>"])
    def test_too_deep(self, levels: str) -> None:
        with pytest.raises(InputError) as caught:
            read("a.html", ("<html>" + levels * 30_000 + "聘请法律顾问，审查合同。").encode())
        assert [p.code for p in caught.value.problems] == ["I110"]

    def test_closed_elements_are_not_deep(self) -> None:
        cells = "<tr><td><div><span>聘请</div><td>法律顾问<br></td></tr>" * 400
        assert not is_unusual(f"<html><table>{cells}</table>")
        assert not is_too_deep(f"<html><table>{cells * 20}</table>")

    @pytest.mark.parametrize(
        "page",
        [
            "<p " + " ".join(f"a{i}" for i in range(3000)) + ">",
            "<p x='>' " + " ".join(f"a{i}" for i in range(3000)) + ">",
            "<div>" * 500 + "<p>字</p>" * 3000,
            "<p>字</p>" * 200_000,
        ],
    )
    def test_unusual_pages_are_read_elsewhere(self, page: str) -> None:
        assert is_unusual(page)

    @pytest.mark.parametrize(
        "page", ["<img src='data:," + "a" * 90_000 + "'>", "<script>" + "var a = 1;" * 9000 + "</script>", "<p>" + "字 " * 90_000]
    )
    def test_pictures_scripts_and_long_texts_are_usual(self, page: str) -> None:
        assert not is_unusual(page)

    def test_a_page_that_takes_too_long(self) -> None:
        page = "<html><p " + " ".join(f"a{i}=b" for i in range(150_000)) + ">聘请法律顾问，审查合同。"
        with using(Limits(seconds=1)), pytest.raises(InputError) as caught:
            read("a.html", page.encode())
        assert [p.code for p in caught.value.problems] == ["I114"]


def test_raised_figures_stay_raised() -> None:
    page = (
        "<html><body><p>全年审查合同31份<sup>1</sup>，制度<sup>[2]</sup>建筑面积30m<sup>2</sup>。</p>"
        + "<p>聘请法律顾问二名，审查合同若干份。</p>" * 3
    )
    assert "31份¹，制度[2]建筑面积30m²。" in read("a.html", page.encode()).text
