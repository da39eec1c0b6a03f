"""Markdown: the source stays as it is, its marks are cleaned away, whatever they are wrapped around."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.clean import clean
from scorer.ingest.formats import sniff
from scorer.ingest.markdown import read_markdown
from scorer.model.text import CleanText, Notice, Source


def run(text: str) -> CleanText:
    return clean(Source("x.md", "", text, "markdown"))


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        ("**聘请**法律*顾问*2名，__全部__`审查`", "聘请法律顾问2名，全部审查"),
        ("***立案***查处~~12件~~", "立案查处12件"),
        ('见[名单](https://a.cn/x_(1).html "标题")和[附件][1]，共2份', "见名单和附件，共2份"),
        ("[1]: https://a.cn/x\n正文", "正文"),
        ("图示![流程图](a.png)如下", "图示如下"),
        ("> 引用\n>> 再引用", "引用\n再引用"),
        ("* 一项\n+ 二项\n- 三项\n- [x] 四项", "一项\n二项\n三项\n四项"),
        ("# 云溪区2023年法治政府建设情况报告", "云溪区2023年法治政府建设情况报告"),
        ("## 一、主要工作 ##\n### （一）执法\n#### 1. 立案", "一、主要工作\n（一）执法\n1. 立案"),
        ("## 主要工作\n正文", "## 主要工作\n正文"),
        ("主要工作\n====\n正文\n\n---\n\n正文", "主要工作\n正文\n正文"),
        ("```\n代码里的字\n```", "代码里的字"),
        ("| 项目 | 件数 |\n|:---|---:|\n| **立案** | 58 |\n| | 3 |", "项目\t件数\n立案\t58\n3"),
        ("项目 | 件数\n--- | ---\n立案 | 58\n\n正文|不是表", "项目\t件数\n立案\t58\n正文|不是表"),
        ("第一行<br>第二行<b>粗</b><!-- 注\n释 -->", "第一行\n第二行粗"),
        ("|甲<br/>乙|丙|\n|---|---|\n|丁|戊|", "甲乙\t丙\n丁\t戊"),
        ("聘请律师[^1]2名\n\n[^1]: 其中一名兼职", "聘请律师2名\n其中一名兼职"),
        ("1\\. 不是列表\\\n下一行", "1. 不是列表\n下一行"),
        ("一行\r\n**两**行\r\n", "一行\n两行\n"),
    ],
)
def test_marks_go(source: str, cleaned: str) -> None:
    assert [line for line in run(source).text.split("\n") if line] == cleaned.splitlines()


@pytest.mark.parametrize(
    "text", ["3*5=15，罚款2*3", "文件名a_b_c不变", "编号[2018]118号", "当a<b且c>d时", "1. 第一\n2. 第二", "（一）组织", "# ", "正文|竖线", "——破折号"]
)
def test_look_alikes_stay(text: str) -> None:
    assert run(text).text == clean(Source("x", "", text)).text


def test_plain_text_keeps_its_asterisks() -> None:
    assert clean(Source("x", "", "**聘请**\n> 引用")).text == "**聘请**\n> 引用"


def test_quotes_come_from_the_source() -> None:
    source = Source("x.md", "", "全年**聘请**[法律顾问](a.html)2名", "markdown")
    result = clean(source)
    at = result.text.index("聘请法律顾问")
    assert source.text[result.offsets.raw(at) : result.offsets.raw(at + 5) + 1] == "聘请**[法律顾问"


FRONT = '---\ntitle: "云溪区水务局2023年法治政府建设情况报告"\ndate: 2024-01-15T08:00\n来源：云溪区水务局\n---\n'


def test_fields_at_the_top() -> None:
    found = read_markdown("x.md", (FRONT + "正文").encode())
    assert found.text == FRONT + "正文"
    assert (found.title, found.published, found.publisher) == ("云溪区水务局2023年法治政府建设情况报告", date(2024, 1, 15), "云溪区水务局")


def test_their_title_is_read_once() -> None:
    assert run(FRONT + "正文").text == "云溪区水务局2023年法治政府建设情况报告\n正文"
    assert run(FRONT + "# 云溪区水务局2023年法治政府建设情况报告\n正文").text == "云溪区水务局2023年法治政府建设情况报告\n正文"


def test_a_rule_at_the_top_is_no_field() -> None:
    found = read_markdown("x.md", "---\n正文".encode())
    assert (found.title, found.published) == ("", None)


def test_damage_is_noticed() -> None:
    assert read_markdown("x.md", "法治政府建设情况报告".encode() * 9 + b"\xff").notices == (Notice("undecodable", ("1",)),)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.md", b"# x", "markdown"),
        ("A.MKD", b"", "markdown"),
        ("a.md", b"<!DOCTYPE html><p>", ""),
        ("a.txt", b"# x", ""),
        ("a.md", b"%PDF-1.4", "pdf"),
    ],
)
def test_format_by_content_then_by_name(name: str, data: bytes, found: str) -> None:
    assert sniff(name, data) == found


PIECES = ["*", "**", "_", "`", "~~", "[", "](", ")", "]", "|", "\n", "|---|---|\n", "> ", "- ", "# ", "## 一、"]
PIECES += ["<br>", "<!--", "-->", "\\", "---\n", "title: 题\n", " ", "\t", "法治", "a", "1.", "\r\n", "[^1]", "!["]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=600, deadline=None)
def test_laws(text: str) -> None:
    result = run(text)
    again = run(result.text)
    assert (again.text, again.steps) == (result.text, ())
    places = [result.offsets.raw(i) for i in range(len(result.text))]
    assert places == sorted(set(places))
    assert all(text[at] == char for char, at in zip(result.text, places, strict=True) if char in "法治")
    assert result.text.count("法") == text.count("法") or any(mark in text for mark in ("](", "<!--", "![", "~~~", "```"))


@pytest.mark.parametrize("piece", ["*a ", "[", "[a](", "<!--", "`", "_a ", "|", "\\", "# ", "- ", "**", "![", "> ", "--|", " ", "~~a", "[a]"])
def test_hostile_marks_take_no_time(piece: str) -> None:
    run(piece * (200_000 // len(piece)))
