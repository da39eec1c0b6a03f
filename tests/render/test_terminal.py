"""The printed scorecard: every verdict tellable without colour, at any width, and nothing of the report in command."""

import re

import pytest
from rich.cells import cell_len

from scorer.model.result import Evidence, Reason, Scorecard, State, Value, Verdict
from scorer.model.rule import Pack
from scorer.model.text import Span
from scorer.render import messages
from scorer.render.passages import quantity
from scorer.render.terminal import NARROWEST, render
from scorer.render.terminal.marks import VERDICT
from scorer.render.words import Lang


def shown(card: Scorecard, width: int = 80, lang: Lang = Lang.ZH) -> str:
    return render(card, lang, width=width)


def coloured(card: Scorecard, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, setting in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, setting)
    return render(card, width=80, is_terminal=True)


def test_marks_tell_verdicts_apart() -> None:
    assert set(VERDICT) == set(Verdict)
    assert len({mark for mark, _ in VERDICT.values()}) == len(Verdict)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [40, 79, 80, 109, 110, 160, 250])
def test_fits_every_width(card: Scorecard, width: int, lang: Lang) -> None:
    text = shown(card, width, lang)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert not re.search(r" +$", text, re.MULTILINE)
    joined = re.sub(r"\s+", "", text)
    assert re.sub(r"\s+", "", messages.DISCLAIMER[lang is Lang.EN]) in joined
    for mark, _ in VERDICT.values():
        assert mark in text


def test_narrow_stacks_and_wide_is_a_table(card: Scorecard) -> None:
    assert "✓ 满足      法律顾问 [复核]" in shown(card, 80)
    assert "佐证" not in shown(card, 80)
    assert re.search(r"✓ 满足 +法律顾问 \[复核\] +2/2 +「我局聘请了衡谨律师事务所担任法律顾问」 第4行 · 一、主要工作 › （一）决策", shown(card, 160))


def test_parts_of_the_scorecard(card: Scorecard) -> None:
    text = shown(card, 160)
    order = [
        "评分卡",
        "云澜市水利局",
        "demo 1.2.3  abababababab",
        "33.3 / 100",
        "制度与决策",
        "行政执法",
        "缺项",
        "需要人工复核",
        "提示",
        "不等于对该单位",
    ]
    positions = [text.index(part) for part in order]
    assert positions == sorted(positions)
    assert "发布 未找到  落款 2023-03-01" in text


def test_what_is_missing_says_why(card: Scorecard) -> None:
    text = shown(card, 160)
    assert "✗ 在时限内  自认未做  「行政处罚决定在10个工作日内公开」 第5行" in text
    assert "依据：数值 10 工作日，要求 ≤ 7，不符合" in text
    assert "依据：“尚未”（否定）" in text
    assert "未计入（只是文件名称）：「云澜市水利局2022年度法治政府建设报告」 第1行" in text
    assert "法律顾问：只审查了合同；若作另一种理解，结论为“部分满足”" in text


def test_silent_rules_come_in_one_list(make_card) -> None:
    assert "○ 只字未提：法律顾问、公开时限、音像记录、免罚清单、信访办理" in shown(make_card(found=()), 160)


def test_no_colour_through_a_pipe(card: Scorecard) -> None:
    assert "\x1b" not in shown(card)


def test_decisive_words_are_set_off_on_a_terminal(card: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1;4m尚未\x1b[0m" in coloured(card, monkeypatch)


def test_no_color_leaves_no_colour(card: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    text = coloured(card, monkeypatch, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", text)
    assert "\x1b[1;4m尚未\x1b[0m" in text


def test_a_report_cannot_steer_the_terminal(make_card, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "我局[b]聘请[/x]了\x1b[2J\x1b]0;own\x07律\u202e师\x9b31m:smile:"
    evidence = Evidence("video", "video", Span(0, len(hostile)), 0, "", 100.0, State.DENIED, (Reason(Span(2, 5), "negated"),))
    card = make_card(text=hostile, found=(evidence,), path="r\x1b[31m.txt", body="坏\x1b]0;x\x07局")
    for text in (shown(card, 80), shown(card, 160), coloured(card, monkeypatch)):
        assert not re.search(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x80-\x9f\u202e]", text)
        assert not re.search(r"\x1b(?!\[[0-9;]*m)", text)
    text = shown(card, 160)
    assert "[b]聘请[/x]了␛[2J␛]0;own␇律⟨202E⟩师⟨009B⟩31m:smile:" in text
    assert "r␛[31m.txt" in text
    assert "坏␛]0;x␇局" in text


def test_quotes_over_line_ends_read_as_one(make_card) -> None:
    text = "执法记\n  录仪尚\r\n未配备 body\ncamera"
    evidence = Evidence("video", "video", Span(0, len(text)), -1, "", 100.0, State.DENIED, (Reason(Span(9, 13), "negated"),))
    assert "「执法记录仪尚未配备 body camera」" in shown(make_card(text=text, found=(evidence,)), 160)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Value("ratio", 94.1, "%", ">= 100", False), "数值 94.1 %，要求 ≥ 100，不符合"),
        (Value("date", 315.0, "月日", "<= 131", False), "数值 03-15，要求 ≤ 01-31，不符合"),
        (Value("date", 320.0, "月日", "<= 2020-04-01", True), "数值 03-20，要求 ≤ 2020-04-01，符合"),
        (Value("days", 8.0, "日", "<= 7", None), "数值 8 日，要求 ≤ 7，不能确定"),
        (Value("money", 1870000.0, "元"), "数值 1,870,000 元"),
    ],
)
def test_values(found: Value, said: str) -> None:
    assert quantity(found, Lang.ZH) == said


def test_nothing_applies(make_card) -> None:
    pack = Pack("p", "空", "1", "0" * 64, "", (), (), ())
    text = shown(make_card(found=(), pack=pack))
    assert "无适用规则" in text
    assert "没有缺项" in text


def test_a_broken_width_is_not_believed(card: Scorecard) -> None:
    assert all(cell_len(line) <= NARROWEST for line in shown(card, 3).splitlines())
