"""What is put on record reads back as it was, whatever people type, and is on disk whole or not at all."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from scorer.model.result import Decision, State, Verdict
from scorer.overrides import read_decisions
from scorer.overrides.write import record, text_of
from scorer.packs.rules import fingerprint
from scorer.yamlio import parse
from scorer.yamlio.write import one_line
from tests.overrides.conftest import RULE, SHA

TAKEN = Decision("advisor", Verdict.PARTIAL, Verdict.MET, "沈知微", date(2026, 1, 5), "见附件", SHA, RULE)
CHANGED = replace(TAKEN, verdict=Verdict.NA, by="陈叙", reason="")
OTHER = replace(CHANGED, rule="other")
TEXT = st.text(max_size=40).map(one_line)
DECISIONS = st.builds(
    Decision,
    st.just("advisor"),
    st.sampled_from(Verdict),
    st.sampled_from(Verdict),
    TEXT.filter(bool),
    st.dates(),
    TEXT,
    st.just(SHA),
    st.just("0" * 64),
    st.dictionaries(st.sampled_from(["no", "on", "part-1", "2016"]), st.sampled_from(State)).map(lambda d: tuple(d.items())),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(decision=DECISIONS)
def test_what_is_written_reads_back(decision: Decision, tmp_path: Path) -> None:
    report = str(tmp_path / "a.txt")
    record(report, decision)
    assert read_decisions(report) == (decision,)


def test_a_new_decision_takes_the_place_of_the_old_one_on_its_rule(tmp_path: Path) -> None:
    report = str(tmp_path / "a.txt")
    record(report, TAKEN)
    record(report, OTHER)
    record(report, CHANGED)
    assert read_decisions(report) == (CHANGED, OTHER)


def test_a_crash_while_writing_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = str(tmp_path / "a.txt")
    record(report, TAKEN)

    def crash(*_: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(OSError, match="power cut"):
        record(report, CHANGED)
    assert read_decisions(report) == (TAKEN,)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt.review.yml"]


def test_the_form_of_the_record_and_of_fingerprints_is_the_same_in_every_version() -> None:
    """Records of this form are out there: a change of it, or of how rules are hashed, would make all of them stale."""
    assert text_of([TAKEN]).split("decisions:\n")[1] == (
        "  - rule: 'advisor'\n"
        "    automatic: partial\n"
        "    verdict: met\n"
        "    by: '沈知微'\n"
        "    on: 2026-01-05\n"
        "    reason: '见附件'\n"
        f"    report_sha256: '{SHA}'\n"
        f"    rule_sha256: '{RULE}'\n"
    )
    rule = "# 说明\nid: advisor\nelements:\n  - {id: part, phrases: [参与…决策]}\nweight: 2\n"
    wanted = "69e6ecd0305599bd9d06f128f0c979df669c874bd7428c2f473ae6c2a850c860"
    assert fingerprint(parse(rule, "a.yml").data) == wanted
    assert fingerprint(parse("weight: '2'\nelements: [{phrases: ['参与…决策'], id: part}]\nid: advisor\n", "b.yml").data) == wanted


LOOP = """
import sys
from itertools import count
from msgspec.structs import replace
from scorer.overrides.write import record
from tests.overrides.test_write import TAKEN
for i in count():
    record(sys.argv[1], replace(TAKEN, rule=f"rule-{i % 40}", reason=str(i)))
    print(i, flush=True)
"""


@pytest.mark.slow
def test_a_program_killed_at_any_moment_leaves_every_decision_it_told_of(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent.parent
    for round in range(20):
        report = str(tmp_path / f"{round}.txt")
        with subprocess.Popen([sys.executable, "-c", LOOP, report], stdout=subprocess.PIPE, cwd=root, text=True) as writer:
            assert writer.stdout
            told = [writer.stdout.readline() for _ in range(3 + round)]
            time.sleep(0.0007 * round)
            writer.kill()
            told += writer.stdout.readlines()
        last = int(told[-1])
        decisions = {d.rule: int(d.reason) for d in read_decisions(report)}
        assert decisions[f"rule-{last % 40}"] in (last, last + 40)
        assert len(decisions) >= min(last + 1, 40)
