"""Review records and waivers as files, by hand and broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

SHA = "ab" * 32
RULE = "cd" * 32
RECORD = f"""\
decisions:
  - rule: advisor
    automatic: partial
    verdict: met
    by: 沈知微
    on: 2026-01-05
    reason: '附件里写明了“聘请”'
    report_sha256: {SHA}
    rule_sha256: {RULE}
    elements: {{appointed: done, part: done}}
"""
WAIVERS = """\
waivers:
  - body: 云澜市水利局
    rule: advisor
    years: 2022–2023
    reason: 机构改革，法律顾问由市司法局统一聘请
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(text: str) -> Path:
        path = tmp_path / "file.yml"
        path.write_text(text, "utf-8")
        return path

    return put
