"""Records and waivers are read strictly: every fault at its place, and no file whatever ends in a traceback."""

import contextlib
import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.errors import InputError, PackError
from scorer.model.result import Decision, State, Verdict, Waiver
from scorer.overrides import read_decisions, review_path
from scorer.overrides.decisions import read_record
from scorer.overrides.waivers import read_waivers
from scorer.render import words
from scorer.render.words import Lang
from tests.overrides.conftest import RECORD, RULE, SHA, WAIVERS, Write

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_a_record_says_what_it_says(write: Write) -> None:
    states = (("appointed", State.DONE), ("part", State.DONE))
    reason = "附件里写明了“聘请”"
    wanted = Decision("advisor", Verdict.PARTIAL, Verdict.MET, "沈知微", date(2026, 1, 5), reason, SHA, RULE, states)
    assert read_record(write(RECORD)) == (wanted,)


def test_it_stands_beside_the_report(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    assert read_decisions(str(report)) == ()
    review_path(str(report)).write_text(RECORD, "utf-8")
    assert review_path(str(report)).name == "a.txt.review.yml"
    assert [d.rule for d in read_decisions(str(report))] == ["advisor"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("verdict: met", "verdict: mett", "R280 4:14"),
        ("verdict: met", "verdict: [met]", "R280 4:14"),
        ("    verdict: met\n", "", "R221 2:5"),
        ("by:", "buy:", "R220 5:5"),
        ("by: 沈知微", "by: ''", "R222 5:9"),
        ("on: 2026-01-05", "on: 2026-02-30", "R281 6:9"),
        ("on: 2026-01-05", "on: 昨天", "R281 6:9"),
        (SHA, "ab", "R280 8:20"),
        ("part: done", "part: dome", "R280 10:39"),
        ("{appointed: done, part: done}", "done", "R222 10:15"),
        ("decisions:", "decision:", "R220 1:1"),
        ("  - rule", "  - advisor\n  - rule", "R222 2:5"),
        ("verdict: met", "verdict: met\n    verdict: failed", "R206 5:5"),
        ("by: 沈知微", "by： 沈知微", "R210 5:7"),
    ],
)
def test_a_fault_in_a_record_is_told_at_its_place(old: str, new: str, says: str, write: Write) -> None:
    assert old in RECORD
    with pytest.raises(InputError) as error:
        read_record(write(RECORD.replace(old, new)))
    found = [f"{p.code} {p.place.line}:{p.place.column}" for p in error.value.problems if p.place]
    assert found[0] == says


def test_two_decisions_on_one_rule_are_refused(write: Write) -> None:
    twice = RECORD + RECORD.removeprefix("decisions:\n")
    with pytest.raises(InputError, match="R284"):
        read_record(write(twice))


def test_waivers_say_what_they_say(write: Write) -> None:
    reason = "机构改革，法律顾问由市司法局统一聘请"
    assert read_waivers(write(WAIVERS), {"advisor"}) == (Waiver("云澜市水利局", "advisor", 2022, 2023, reason),)


@pytest.mark.parametrize(("years", "wanted"), [("2022", (2022, 2022)), ("2022-2024", (2022, 2024)), ("2022至2023年度", (2022, 2023))])
def test_years_are_written_as_people_write_them(years: str, wanted: tuple[int, int], write: Write) -> None:
    (waiver,) = read_waivers(write(WAIVERS.replace("2022–2023", years)), {"advisor"})
    assert (waiver.first, waiver.last) == wanted


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("years: 2022–2023", "years: 2023–2022", "R282 4:12"),
        ("years: 2022–2023", "years: 去年", "R282 4:12"),
        ("rule: advisor", "rule: adviser", "R283 3:11"),
        ("    reason: 机构改革，法律顾问由市司法局统一聘请\n", "", "R221 2:5"),
        ("reason: 机构改革，法律顾问由市司法局统一聘请", "reason: ''", "R222 5:13"),
        ("waivers:\n", "waives:\n", "R220 1:1 R221 1:1"),
    ],
)
def test_a_fault_in_waivers_is_told_at_its_place(old: str, new: str, says: str, write: Write) -> None:
    assert old in WAIVERS
    with pytest.raises(PackError) as error:
        read_waivers(write(WAIVERS.replace(old, new)), {"advisor"})
    assert " ".join(f"{p.code} {p.place.line}:{p.place.column}" for p in error.value.problems if p.place) == says
    for said in (s for p in error.value.problems for s in words.problem(p, Lang.EN)):
        assert not _CHINESE.search(re.sub("“[^”]*”", "", said)), said


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=200), st.text(alphabet="decisionsrule: -\n'\"{}[]&*!|>%@\t,metby沈2026：", max_size=200).map(str.encode)))
def test_no_bytes_end_in_a_traceback(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yml"
    for content in (data, RECORD.encode()[: len(data)] + data, b"decisions:\n  - rule: " + data):
        path.write_bytes(content)
        with contextlib.suppress(InputError):
            read_record(path)
        with contextlib.suppress(PackError):
            read_waivers(path, {"advisor"})


def test_a_file_full_of_faults_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.yml"
    path.write_text("decisions:\n" + "- x\n" * 10_000, "utf-8")
    with pytest.raises(InputError) as error:
        read_record(path)
    assert len(error.value.problems) == 100


def test_a_pipe_in_place_of_a_record_is_no_record(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "a.txt.review.yml")
    assert read_decisions(str(tmp_path / "a.txt")) == ()
