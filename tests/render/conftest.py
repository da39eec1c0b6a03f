"""Hand-made scorecards: a small report and pack that show every verdict, state and field once."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from scorer.judge import judge
from scorer.model.document import Document, Found, Kind, Role, Sentence
from scorer.model.result import Doubt, Evidence, Reason, Scorecard, State, Value
from scorer.model.rule import Basis, Category, Element, Grade, Pack, Rule
from scorer.model.text import CleanText, Notice, OffsetMap, Source, Span
from scorer.score import score

LINES = (
    "云澜市水利局2022年度法治政府建设报告",
    "一、主要工作",
    "（一）决策",
    "我局聘请了衡谨律师事务所担任法律顾问，审查合同12份。",
    "行政处罚决定在10个工作日内公开。全部处罚结果在网站公开。",
    "二、下一步打算",
    "拟制定免罚清单。",
    "三、存在问题",
    "执法记录仪尚未配备。",
)
TEXT = "\n".join(LINES) + "\n"

MakeCard = Callable[..., Scorecard]


def at(words: str, text: str = TEXT) -> Span:
    """Where `words` stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def element(name: str, title: str) -> Element:
    return Element(name, title, title_en=f"{name} in English")


RULES = (
    Rule("advisor", "法律顾问", "decisions", 2, (element("appointed", "已聘请"), element("part", "参与事务")), title_en="Legal advisers"),
    Rule("deadline", "公开时限", "enforcement", 3, (element("published", "已公开"), element("limit", "在时限内"), element("list", "有目录"))),
    Rule("video", "音像记录", "enforcement", 2, (element("video", "配备设备"),)),
    Rule("lenient", "免罚清单", "enforcement", 1, (element("list", "有免罚制度"),)),
    Rule("petitions", "信访办理", "enforcement", 1, (element("handled", "已办理"),)),
    Rule("old", "旧制度", "enforcement", 1, (element("kept", "已执行"),), basis=(Basis("旧办法", end=date(2019, 1, 1)),)),
)
PACK = Pack(
    "demo",
    "示例规则",
    "1.2.3",
    "ab" * 32,
    "/nowhere/rules/demo",
    (Category("decisions", "制度与决策", "Decisions"), Category("enforcement", "行政执法", "Enforcement")),
    (Grade("a", "优秀", 85, "Excellent"), Grade("b", "良好", 60, "Good"), Grade("d", "不足", 0, "Insufficient")),
    RULES,
    title_en="Demo",
)


def evidence() -> tuple[Evidence, ...]:
    """One passage for every state, one turned away."""
    make = partial(Evidence, phrase="短语", similarity=100.0)
    return (
        make("advisor", "appointed", at("我局聘请了衡谨律师事务所担任法律顾问"), 3, state=State.DONE, because=(Reason(at("法律顾问"), "phrase"),)),
        make("advisor", "part", at("审查合同12份"), 3, state=State.DONE, doubts=(Doubt.CONTRACT,), value=Value("count", 12.0, "份")),
        make("deadline", "published", at("全部处罚结果在网站公开"), 5, state=State.DONE, similarity=88.9),
        make(
            "deadline",
            "limit",
            at("行政处罚决定在10个工作日内公开"),
            4,
            state=State.DENIED,
            because=(Reason(at("10个工作日"), "value"),),
            value=Value("days", 10.0, "工作日", "<= 7", False),
        ),
        make("video", "video", at("执法记录仪尚未配备"), 9, state=State.DENIED, because=(Reason(at("尚未"), "negated"),)),
        make(
            "lenient",
            "list",
            at("拟制定免罚清单"),
            7,
            state=State.PLANNED,
            because=(Reason(at("拟"), "planned"), Reason(at("二、下一步打算"), "section")),
        ),
        make("petitions", "handled", at("云澜市水利局2022年度法治政府建设报告"), -1, state=None, gate="title"),
    )


def sentences(text: str) -> tuple[Sentence, ...]:
    """Lines cut at full stops; the last two headings stand above what follows them."""
    found: list[Sentence] = []
    headings: tuple[Span, ...] = ()
    offset = 0
    for line in text.splitlines(keepends=True):
        for part in line.rstrip("\n").replace("。", "。\0").split("\0"):
            if not part:
                continue
            span = Span(offset, offset + len(part))
            is_heading = part[0] in "一二三（"
            if is_heading:
                headings = (*headings[:1], span) if part[0] == "（" else (span,)
            found.append(Sentence(len(found), span, 0, Role.WORK, () if is_heading else headings, (span,), is_heading))
            offset += len(part)
        offset += line.endswith("\n")
    return tuple(found)


def build(
    *,
    text: str = TEXT,
    found: tuple[Evidence, ...] | None = None,
    clean: CleanText | None = None,
    path: str = "reports/demo.txt",
    body: str | None = "云澜市水利局",
    notices: tuple[Notice, ...] = (Notice("no-publication-date"),),
    pack: Pack = PACK,
) -> Scorecard:
    """A scorecard through the real judge and score, from evidence made by hand."""
    source = Source(path, "cd" * 32, text, notices=notices)
    cleaned = clean or CleanText(text, OffsetMap())
    document = Document(cleaned.text, sentences(cleaned.text), body, Kind.DEPARTMENT, 2022, "general", None, Found(date(2023, 3, 1)))
    judgements = judge(pack, document, evidence() if found is None else found)
    whole, grade, tallies = score(pack, judgements)
    return Scorecard(source, cleaned, document, pack, judgements, whole, grade, tallies, notices)


@pytest.fixture
def make_card() -> MakeCard:
    return build


@pytest.fixture
def card() -> Scorecard:
    return build()
