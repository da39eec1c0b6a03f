"""The JSON contract: its schema, verbatim quotes, offsets, lines, and bytes that survive any reader."""

import json
from pathlib import Path

import jsonschema
import pytest

import scorer.render
from scorer.model.result import Evidence, Failure, Reason, Scorecard, State
from scorer.model.text import CleanText, Notice, OffsetMap, Span
from scorer.render.contract import dumps, failure_to_dict, to_dict
from scorer.render.words import Lang

SCHEMA = json.loads((Path(scorer.render.__file__).parent / "scorecard.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def passages(data: dict) -> list[dict]:
    elements = [e for r in data["rules"] for e in r["elements"]]
    return [p for e in elements for key in ("evidence", "weakness", "rejected") for p in e[key]]


def test_schema_is_a_schema() -> None:
    VALIDATOR.check_schema(SCHEMA)


@pytest.mark.parametrize("lang", Lang)
def test_output_keeps_the_schema(card: Scorecard, lang: Lang) -> None:
    VALIDATOR.validate(json.loads(dumps(to_dict(card, lang))))


def test_schema_refuses_a_done_element_without_a_quote(card: Scorecard) -> None:
    data = to_dict(card)
    data["rules"][0]["elements"][0]["evidence"] = []
    assert not VALIDATOR.is_valid(data)


def test_quotes_are_slices_of_the_source(card: Scorecard) -> None:
    found = passages(to_dict(card))
    assert len(found) == 7
    for p in found:
        assert card.source.text[p["start"] : p["end"]] == p["quote"]
        for b in p["because"]:
            assert card.source.text[b["start"] : b["end"]] == b["text"]


def test_what_a_passage_says_of_itself(card: Scorecard) -> None:
    element = to_dict(card)["rules"][1]["elements"][1]
    assert element == {
        "id": "limit",
        "title": "在时限内",
        "state": "denied",
        "evidence": [
            {
                "quote": "行政处罚决定在10个工作日内公开",
                "start": 62,
                "end": 78,
                "line": 5,
                "section": ["一、主要工作", "（一）决策"],
                "phrase": "短语",
                "similarity": 100,
                "because": [{"text": "10个工作日", "start": 69, "end": 75, "cue": "value"}],
                "value": {"kind": "days", "number": 10, "unit": "工作日", "bound": "<= 7", "passed": False},
            }
        ],
        "weakness": [],
        "rejected": [],
    }


def test_verdicts_points_and_counts(card: Scorecard) -> None:
    data = to_dict(card)
    rules = [(r["id"], r["verdict"], r["points"], r["max_points"], r["shortfall"]) for r in data["rules"]]
    assert rules == [
        ("advisor", "met", 2, 2, []),
        ("deadline", "partial", 1, 3, ["limit"]),
        ("video", "failed", 0, 2, ["video"]),
        ("lenient", "planned", 0, 1, []),
        ("petitions", "missing", 0, 1, []),
        ("old", "na", 0, 0, []),
    ]
    assert data["score"] == 33.3
    assert data["grade"] == "d"
    assert data["categories"][1]["counts"] == {"met": 0, "partial": 1, "failed": 1, "planned": 1, "missing": 1, "na": 1}


def test_points_in_thirds_are_rounded_to_four_places(make_card) -> None:
    card = make_card(found=())
    rule = card.pack.rules[1]
    assert len(rule.elements) == 3
    weighed = make_card()
    assert to_dict(weighed)["rules"][1]["points"] == 1
    from msgspec.structs import replace

    heavier = replace(weighed.judgements[1], rule=replace(rule, weight=2))
    assert to_dict(replace(weighed, judgements=(heavier,)))["rules"][0]["points"] == 0.6667


def test_doubts_reach_the_reader(card: Scorecard) -> None:
    rule = to_dict(card)["rules"][0]
    assert rule["needs_review"] is True
    assert rule["review_reasons"] == [{"code": "contract-review-only", "message": "只审查了合同"}]
    assert rule["alternative"] == "partial"
    assert (rule["reviewed"], rule["stale_review"], rule["waived"]) == (None, None, None)


def test_language_changes_titles_and_messages_only(card: Scorecard) -> None:
    zh, en = to_dict(card, Lang.ZH), to_dict(card, Lang.EN)
    assert en["rules"][0]["title"] == "Legal advisers"
    assert en["warnings"][0]["code"] == zh["warnings"][0]["code"]

    def bare(value):
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in ("title", "message")}
        return [bare(v) for v in value] if isinstance(value, list) else value

    assert bare(zh) == bare(en)


def test_every_kind_of_line_end_counts_once(make_card) -> None:
    text = "甲\r\n乙\r丙\n\n执法记录仪尚未配备"
    span = Span(text.index("执法"), len(text))
    card = make_card(text=text, found=(Evidence("video", "video", span, -1, "", 100.0, State.DENIED),))
    quote = to_dict(card)["rules"][2]["elements"][0]["evidence"][0]
    assert quote["line"] == 5
    assert quote["section"] == []


def test_a_quote_doubled_by_pinyin_is_cut_between_characters(make_card) -> None:
    clean = "我" * 130 + "局"
    raw = "".join(c + "（wǒ）" for c in clean)
    cuts = tuple(range(1, len(clean) + 1))
    offsets = OffsetMap(cuts, tuple(4 * i for i in range(1, len(clean) + 1)))
    found = Evidence("video", "video", Span(0, len(clean)), -1, "", 100.0, State.DENIED, (Reason(Span(130, 131), "negated"),))
    card = make_card(text=raw, clean=CleanText(clean, offsets), found=(found,))
    quote = to_dict(card)["rules"][2]["elements"][0]["evidence"][0]
    assert len(quote["quote"]) <= 200
    assert raw[quote["start"] : quote["end"]] == quote["quote"]
    assert quote["quote"].startswith("我（wǒ）")
    assert quote["because"][0]["text"] in quote["quote"]


def test_paths_and_text_that_utf8_cannot_hold() -> None:
    failure = Failure("r\udcff.txt", "I101", "half \ud800 line\u2028end\x85", "advice")
    line = dumps(failure_to_dict(failure))
    assert line.encode("utf-8")
    assert len(line.splitlines()) == 1
    data = json.loads(line)
    assert data["report"]["path"] == "r\\xff.txt"
    assert data["failure"]["message"] == "half \ud800 line\u2028end\x85"
    VALIDATOR.validate(data)


def test_one_object_is_indented_and_several_are_lines(card: Scorecard) -> None:
    data = to_dict(card)
    assert dumps(data).count("\n") == 0
    assert dumps(data, indented=True).startswith('{\n  "schema_version": "1",\n  "report": {')
    assert json.loads(dumps(data, indented=True)) == json.loads(dumps(data))


def test_warnings_carry_their_values(make_card) -> None:
    card = make_card(notices=(Notice("undecodable", ("3",)), Notice("never-heard-of", ("7", "x"))))
    zh, unknown = to_dict(card)["warnings"]
    assert "3" in zh["message"]
    assert unknown == {"code": "never-heard-of", "message": "never-heard-of 7 x"}


def test_headings_lose_the_notes_that_cleaning_took_out(make_card) -> None:
    raw = "一、組（zǔ）織\n我局尚未配備。\n"
    clean = "一、组织\n我局尚未配备。\n"
    found = Evidence("video", "video", Span(5, 11), 1, "", 100.0, State.DENIED)
    card = make_card(text=raw, clean=CleanText(clean, OffsetMap((3,), (4,))), found=(found,))
    quote = to_dict(card)["rules"][2]["elements"][0]["evidence"][0]
    assert (quote["section"], quote["quote"]) == (["一、組織"], "我局尚未配備")
