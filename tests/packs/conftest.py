"""A small rules folder in a temporary place, and a cache of its own for every test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.errors import PackError, Problem
from scorer.packs import load_pack

FILES = {
    "base/pack.yml": """\
id: base
title: 基本规则
version: "1.0"
categories:
  - {id: work, title: 工作}
  - {id: report, title: 报告}
grades:
  - {id: good, title: 好, at_least: 60}
  - {id: poor, title: 差, at_least: 0}
rules:
  - on-time
  - advisor
  - training
""",
    "base/work/advisor.yml": """\
id: advisor
title: 法律顾问
category: work
weight: 2
why: 把关人。
basis:
  - {document: 意见, number: 中办发〔2016〕30号, article: 一, from: 2016-06-16, to: 2030-01-01, verified: false, note: 未核对}
applies: {kinds: [department, branch], functions: [enforcement]}
elements:
  - id: appointed
    title: 已聘请
    title_en: Appointed
    concrete: true
    zero: counts
    actor: any
    optional: true
    proved_by: work
    phrases:
      - 聘请…律师
      - near: [律师, 律所]
        any: [出具…意见, 审查…合同]
        doubt: contract-only
        gap: 9
    lacks: [无律师]
    never:
      - near: 村居
        any: [聘请律师]
""",
    "base/work/training.yml": """\
id: training
title: 培训
category: work
weight: 3
elements:
  - {id: held, title: 已举办, phrases: [培训【次数 ≥ 2次】]}
""",
    "base/report/on-time.yml": """\
id: on-time
title: 按时公开
category: report
weight: 1
elements:
  - id: date
    title: 按时
    proved_by: dates
    deadlines:
      - {to_year: 2018, by: 03-31}
      - {from_year: 2019, by: 04-01}
""",
    "base/work/advisor.cases.yml": "not: [read\n",
    "city/pack.yml": """\
id: city
title: 市规则
version: "2"
extends: base
sector: ecology
similarity: 90.5
weights_why: 说明
categories:
  - {id: extra, title: 附加}
disable: [training]
weights: {advisor: 5}
rules: [bonus, early]
""",
    "city/extra/bonus.yml": """\
id: bonus
title: 附加
category: extra
weight: 1
elements:
  - {id: any, title: 有, phrases: [创新]}
""",
    "city/work/early.yml": """\
id: early
title: 早
category: work
weight: 1
elements:
  - {id: any, title: 有, phrases: [提前]}
""",
    "shared/actors.yml": "own: [我局, 本局]\nsuffixes: [局, 厅]\n",
    "shared/bodies.yml": """\
sectors: {ecology: [生态环境], water: [水务, 水利]}
kinds: {township: [镇政府], branch: [分局]}
without_enforcement: [办公室]
suffixes: [局]
""",
    "shared/confusions.yml": "groups: [制治致, 程称]\n",
    "shared/cues.yml": """\
cues:
  - {words: [未, 尚未], meaning: negated, direction: forward, reach: clause, roles: [work, plans], ends: [但]}
  - {head: [正在, 着手], tail: [起草, 制定], meaning: in-progress, direction: both, reach: sentence}
pseudo: ['“无一”', 将……纳入]
""",
    "shared/headings.yml": "plans: [下一步]\nproblems: [存在问题]\n",
    "shared/quantities.yml": "full: [全覆盖, 逐件]\n",
    "shared/synonyms.yml": "groups:\n  - [聘请, 选聘]\n  - [律师, 法律顾问]\n",
}


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of this test's cache."""
    home = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home))
    return home


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A sound rules folder with two packs, `base` and `city`, which extends it."""
    for name, text in FILES.items():
        path = tmp_path / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "rules"


@pytest.fixture
def problems_of(rules: Path) -> Callable[[str], tuple[Problem, ...]]:
    """What is wrong with a pack of the rules folder."""

    def find(pack: str) -> tuple[Problem, ...]:
        with pytest.raises(PackError) as caught:
            load_pack(rules, pack)
        return caught.value.problems

    return find
