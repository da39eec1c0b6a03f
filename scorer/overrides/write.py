"""Decisions put on record: into FILE.review.yml, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from scorer.model.result import Decision
from scorer.overrides import read_decisions, review_path
from scorer.yamlio.write import quoted, write_whole

HEAD = """\
# 人工复核的结论，由 scorer review 写入；报告或规则改动后，有关结论即失效，不再采用。
# Decisions of reviewers, written by scorer review; one whose report or rule has changed is stale and not applied.
decisions:
"""


def record(report: str, *decisions: Decision) -> Path:
    """Add decisions, in place of earlier ones on the same rules; what others wrote meanwhile is kept. Raises OSError."""
    kept = {d.rule: d for d in (*read_decisions(report), *decisions)}
    path = review_path(report)
    write_whole(path, text_of(kept.values()))
    return path


def text_of(decisions: Iterable[Decision]) -> str:
    """The file as text."""
    return HEAD + "".join(map(_entry, decisions))


def _entry(decision: Decision) -> str:
    lines = [
        f"  - rule: {quoted(decision.rule)}",
        f"    automatic: {decision.automatic.value}",
        f"    verdict: {decision.verdict.value}",
    ]
    if decision.states:
        lines.append(f"    elements: {{{', '.join(f'{quoted(e)}: {state.value}' for e, state in decision.states)}}}")
    lines += [
        f"    by: {quoted(decision.by)}",
        f"    on: {decision.on.isoformat()}",
        f"    reason: {quoted(decision.reason)}",
        f"    report_sha256: {quoted(decision.report_sha256)}",
        f"    rule_sha256: {quoted(decision.rule_sha256)}",
    ]
    return "".join(f"{line}\n" for line in lines)
