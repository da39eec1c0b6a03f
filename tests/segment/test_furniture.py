"""What stands around a report on a copied page is no part of it; words of page furniture in its own prose are."""

from functools import cache

import pytest

from scorer.clean import clean
from scorer.model.document import Document, Role
from scorer.model.lexicon import Lexicon
from scorer.model.text import Source
from scorer.packs import find_rules, load_pack
from scorer.segment import segment

TITLE = "梧江县林业局2022年法治政府建设年度报告"
PROSE = [
    "一、主要工作",
    "全年召开专题会议四次，研究解决重点难点问题十一个，审查合同三十一份，法律顾问参加论证六次。",
    "全年立案十八件，全部经过法制审核，没有发生复议被纠错、诉讼被判败诉的情形。",
    "二、存在问题",
    "执法力量还比较薄弱，宣传的形式比较单一，需要在今后的工作中加以改进。",
    "梧江县林业局",
    "2023年1月28日",
]
ABOVE = [
    "网站支持IPv6 | 无障碍阅读 | 关怀版 | 繁體版 | 登录 | 注册",
    "梧江县人民政府门户网站",
    "首页 政务公开 政务服务 互动交流 走进梧江",
    "您当前的位置：首页 > 政务公开 > 法治政府建设年度报告",
    "当前位置：首页>>聘请法律顾问",
    "索引号：0123/2023-00045　主题分类：法治",
    "今天是2026年7月3日 星期五",
]
BELOW = [
    "扫一扫在手机打开当前页",
    "【打印本页】【关闭窗口】",
    "打印 关闭",
    "上一篇：梧江县水利局聘请法律顾问公告",
    "下一篇：没有了",
    "相关链接",
    "相关阅读：聘请法律顾问的通知",
    "分享到：微信 微博 QQ空间",
    "主办：梧江县人民政府办公室 承办：梧江县大数据中心",
    "ICP备案号：某ICP备05000001号",
    "网站标识码：0000000001",
    "版权所有：梧江县人民政府",
    "Copyright © 2023 All Rights Reserved",
    "技术支持：某软件公司",
    "您是第 31415 位访客",
    "返回顶部",
    "附件下载：1.统计表.xls",
]
OWN = [
    "在门户网站首页 > 政务公开栏目公布全部执法结果，全年更新信息四百条，接受群众咨询二百余人次。",
    "推行行政执法公示，当前位置查询功能上线，群众打印证明不再跑路，全年办理三百件。",
    "对上一篇案例中暴露的问题逐项整改，主办单位和承办单位各负其责，全年会商六次。",
    "建成版权所有人登记平台，提供下载和打印服务，全年办理登记九十件。",
]


@cache
def lexicon() -> Lexicon:
    return load_pack(find_rules(), "rule-of-law")[1]


def roles(lines: list[str]) -> dict[int, set[Role]]:
    """Roles of the sentences of each line."""
    text = "\n".join(lines) + "\n"
    source = Source("case", "", text)
    document: Document = segment(clean(source), source, lexicon())
    found: dict[int, set[Role]] = {i: set() for i in range(len(lines))}
    for sentence in document.sentences:
        found[sentence.paragraph].add(sentence.role)
    return found


@pytest.mark.parametrize("line", ABOVE)
def test_above(line: str) -> None:
    assert roles([line, TITLE, *PROSE])[0] == {Role.BOILERPLATE}


@pytest.mark.parametrize("line", BELOW)
def test_below(line: str) -> None:
    assert roles([TITLE, *PROSE, line])[len(PROSE) + 1] == {Role.BOILERPLATE}


@pytest.mark.parametrize("line", OWN)
def test_own_words(line: str) -> None:
    found = roles([TITLE, *PROSE[:3], line, *PROSE[3:]])
    assert found[4] == {Role.WORK}
    assert found[6] == {Role.PROBLEMS}


def test_a_whole_page() -> None:
    found = roles([*ABOVE, TITLE, *PROSE, *BELOW])
    inside = range(len(ABOVE) + 1, len(ABOVE) + 1 + len(PROSE))
    assert [i for i, role in found.items() if role != {Role.BOILERPLATE}] == list(inside)
