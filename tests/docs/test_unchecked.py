"""Nothing in the documents goes unchecked: what `tests/test_docs.py` does not run is listed here, with the reason."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from scorer.cli.commands import app
from tests.test_docs import NOT_RUN, PAGES, ROOT, blocks

KINDS = {"console", "python", "yaml", "sh", "bat", "text", "diff"}
SHELL = {
    "scorer-env": "of the offline bundle: tests/test_bundle.py runs them (make slow)",
    "venv scorer-env": "as above",
    "podman": "takes a container engine; held against the Containerfile by tests/test_docs.py",
    "_SCORER_COMPLETE=": "take the reader's own shell; tests/cli/test_version.py asks each shell's script for completions",
}
"""What marks the lines of `sh` and `bat` blocks, and why they are not run here."""
DRAWN = {"editing-rules.md", "editing-rules.en.md"}
"""Pages with a drawing of an editor's list: its keys and words are those of the schema, see below."""
ELSEWHERE = {
    "https://distributed.dask.org/en/stable/tls.html",
    "https://example.org/fazhi-scorer.git",
    "https://filesystem-spec.readthedocs.io",
}
"""Addresses outside of the project, which no test follows."""
PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)


def prose(page: Path) -> str:
    """A page without its blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


@PAGE
def test_every_block_is_of_a_kind_that_is_checked(page: Path) -> None:
    found = blocks(page)
    assert {b.kind for b in found} <= KINDS
    assert page.read_text("utf-8").count("```") == 2 * len(found) + 2 * _within_lists(page), "a block that no test sees"
    assert page.name in DRAWN or not _within_lists(page)
    assert not [b.line for b in found if b.kind == "console" and not b.text.startswith("$ ")], "a console block begins with a command"


def _within_lists(page: Path) -> int:
    return len(re.findall(r"^ +```text$", page.read_text("utf-8"), re.MULTILINE))


@PAGE
def test_lines_for_other_shells_are_known(page: Path) -> None:
    for block in blocks(page):
        if block.kind in ("sh", "bat"):
            assert not [line for line in block.text.splitlines() if not any(mark in line for mark in SHELL)], page.name


def test_every_reason_is_still_needed() -> None:
    shown = {c for page in PAGES for b in blocks(page) if b.kind == "console" for c, _ in b.commands()}
    assert set(NOT_RUN) <= shown
    lines = "\n".join(b.text for page in PAGES for b in blocks(page) if b.kind in ("sh", "bat"))
    assert all(mark in lines for mark in SHELL)


@PAGE
def test_commands_in_prose_are_the_programs(page: Path) -> None:
    """A command named in a sentence is not run; it exists, and takes the options it is shown with."""
    root = typer.main.get_command(app)
    for words in (m.split() for m in re.findall(r"`scorer ([^`]+)`", prose(page))):
        command = root
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        options = {w for w in words if w.startswith("-")} - {"--version", "--verbose", "--help", "-"}
        known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
        assert command is not root or not words or words[0].startswith("--v"), f"{page.name}: scorer {words[0]}"
        assert options <= known, f"{page.name}: {options - known}"


@PAGE
def test_targets_of_make_exist(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^\$ )make (\w+)", page.read_text("utf-8"), re.MULTILINE))
    assert named <= {*targets, "altinstall"}, "altinstall is a target of Python's own"


def test_the_makefile_tells_what_it_can_do() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    told = set(re.findall(r"^# make (\w+)", text, re.MULTILINE))
    (phony,) = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert told | {"lint"} == set(phony.split())


@PAGE
def test_codes_of_problems_are_the_programs(page: Path) -> None:
    source = "\n".join(p.read_text("utf-8") for p in (ROOT / "scorer").rglob("*.py"))
    named = set(re.findall(r"\b[IRCBX]\d{3}\b", page.read_text("utf-8")))
    assert not [code for code in named if f'"{code}"' not in source]


def test_addresses_elsewhere_are_few() -> None:
    named = {m for page in PAGES for m in re.findall(r"https?://[^\s)>`\"]+", page.read_text("utf-8"))}
    assert named == ELSEWHERE


@pytest.mark.parametrize("page", sorted(DRAWN))
def test_what_the_editor_lists_is_in_the_schema(page: str) -> None:
    schema = (ROOT / "rules" / "schema" / "rule.schema.json").read_text("utf-8")
    listed = re.findall(r"│ (\w+) +│ (\S+) +│", (ROOT / "docs" / page).read_text("utf-8"))
    assert len(listed) == 2
    for key, meaning in listed:
        assert f'"{key}"' in schema and meaning in schema, key


@PAGE
def test_lists_stand_apart_from_the_text_before(page: Path) -> None:
    """GitHub makes a list of them anyhow, other renderers go on with the sentence."""
    lines = re.sub(r"^ *```.*?^ *```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL).splitlines()
    item = re.compile(r" *(?:[-*]|\d+\.) ")
    wrong = [now for before, now in pairwise(lines) if item.match(now) and before.strip() and not item.match(before) and before[:1] != " "]
    assert not wrong
