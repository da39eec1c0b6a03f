"""A small sound rules folder: two packs, of which `city` extends `base`."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ADVISOR = """\
# yaml-language-server: $schema=../../schema/rule.schema.json
id: advisor
title: 法律顾问
title_en: Legal advisers
category: work
weight: 2
why: 法律顾问是依法决策的把关人。
basis:
  - document: 示例意见
    number: 示例〔2016〕30号
    article: 第一条
    from: 2016-06-16
applies:
  kinds: [department, branch]
  from_year: 2017
elements:
  - id: appointed
    title: 已聘请
    concrete: true
    phrases:
      - 聘请…法律顾问
      - 法律顾问【件数 ≥ 2名】
      - near: [合同, 文件]
        any: [出具…意见, 逐件审查]
  - id: takes-part
    title: 参与决策
    phrases:
      - 参与…决策
    never: [企业聘请]
"""
CASES = """\
cases:
  - name: 聘请了律师
    text: 我局[聘请]律师事务所担任法律顾问。
    expect: {appointed: done, takes-part: absent}
  - name: 参与决策
    text: 法律顾问全年[参与]重大行政决策8次。
    expect: {takes-part: done}
  - name: 只是打算
    text: 我局拟聘请法律顾问。
    expect: {appointed: planned}
  - name: 没有聘
    text: 我局未聘请法律顾问。
    expect: {appointed: denied}
  - name: 形似一
    text: 开展法律援助。
    expect: {appointed: absent}
  - name: 形似二
    text: 走访企业。
    expect: {appointed: absent}
"""
ON_TIME = """\
id: on-time
title: 按时公开
category: work
weight: 1
basis:
  - {document: 示例规定, from: 2019-05-06}
  - {document: 示例纲要, from: 2015-12-27, to: 2020-12-31}
elements:
  - id: date
    title: 按时
    proved_by: dates
    deadlines:
      - {from_year: 2015, to_year: 2018, by: 03-31}
      - {from_year: 2019, by: 04-01}
"""
DATE_CASES = "cases:\n" + "".join(f"  - {{name: 用例{i}, text: 正文。, expect: {{date: absent}}}}\n" for i in range(6))
BASE = """\
id: base
title: 基本规则
version: "1.0"
categories:
  - {id: work, title: 工作}
grades:
  - {id: good, title: 好, at_least: 60}
  - {id: poor, title: 差, at_least: 0}
rules:
  - advisor
  - on-time
"""
CITY = """\
id: city
title: 市规则
version: "2"
extends: base
disable: [on-time]
weights: {advisor: 5}
narrow: {advisor: {kinds: [department]}}
"""
FILES = {
    "base/pack.yml": BASE,
    "base/work/advisor.yml": ADVISOR,
    "base/work/advisor.cases.yml": CASES,
    "base/work/on-time.yml": ON_TIME,
    "base/work/on-time.cases.yml": DATE_CASES,
    "city/pack.yml": CITY,
}


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The folder, with the shipped shared words."""
    shutil.copytree(ROOT / "rules" / "shared", tmp_path / "rules" / "shared")
    for name, text in FILES.items():
        path = tmp_path / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "rules"
