"""What users read is there in both languages: the same sections, commands and figures, each page one click from the other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_docs import PAGES, ROOT, blocks

ONE_LANGUAGE = {
    "SECURITY.md": "has both",
    "glossary.md": "has both",
    "architecture.md": "for programmers",
    "contributing.md": "for programmers; editing rules has a page of its own in each language",
    "why.md": "for programmers",
    "licences.md": "a generated list",
    "mutants.md": "for programmers",
}
"""Pages that are there once, and why."""
ABRIDGED = {
    "accuracy.md": "the Chinese page gives the first readings and leads to the tables",
    "weights.md": "the table of rules has Chinese titles, and stands on one page",
}
"""Pages whose Chinese one has fewer sections."""


def chinese(page: Path) -> Path:
    """The Chinese page of an English one."""
    if page.name == "editing-rules.en.md":
        return page.with_name("editing-rules.md")
    return page.with_name(f"{page.stem}.zh-CN.md")


def pairs() -> Iterator[tuple[Path, Path]]:
    for page in PAGES:
        if page.name not in ONE_LANGUAGE and not page.name.endswith(".zh-CN.md") and page.name != "editing-rules.md":
            yield page, chinese(page)


PAIR = pytest.mark.parametrize(("english", "chinese"), list(pairs()), ids=lambda p: p.name)


def typed(page: Path) -> list[str]:
    """What its console blocks run, without what differs by language: operands and text."""
    return [
        " | ".join(" ".join(re.findall(r"^\w+|^scorer \w+|(?<= )--?[a-z][\w-]*", part)) for part in c.replace("--lang en", "").split(" | "))
        for b in blocks(page)
        if b.kind == "console"
        for c, _ in b.commands()
    ]


def headings(page: Path) -> list[str]:
    return re.findall(r"^(##+) ", re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL), re.MULTILINE)


@PAIR
def test_pages_for_users_are_there_in_both_languages(english: Path, chinese: Path) -> None:
    assert chinese.is_file()
    assert f"]({chinese.name})" in english.read_text("utf-8")
    assert f"]({english.name})" in chinese.read_text("utf-8")


@PAIR
def test_both_have_the_same_sections_and_commands(english: Path, chinese: Path) -> None:
    assert typed(english) == typed(chinese)
    if english.name not in ABRIDGED:
        assert headings(english) == headings(chinese)


@pytest.mark.parametrize("name", ["accuracy", "scale"])
def test_the_figures_are_the_same(name: str) -> None:
    """What is measured is measured once: no figure stands on the Chinese page that is not on the English one."""
    english, chinese = ((ROOT / "docs" / f"{name}{end}.md").read_text("utf-8") for end in ("", ".zh-CN"))
    figures, known = (set(re.findall(r"\d[\d,.]*\d", text)) for text in (chinese, english))
    assert figures <= known, figures - known


def test_every_page_is_linked_from_the_readme_of_its_language() -> None:
    english, translated = ({page.name for page in both} for both in zip(*pairs(), strict=True))
    inside = {p.name for p in PAGES if p.parent.name == "docs"}
    for readme, others in (("README.md", translated), ("README.zh-CN.md", english)):
        text = (ROOT / readme).read_text("utf-8")
        assert not [name for name in inside - others if f"docs/{name})" not in text], readme


def test_no_chinese_page_leads_to_an_english_one_that_has_a_chinese_one() -> None:
    known = {english.name: chinese.name for english, chinese in pairs()}
    for _, page in pairs():
        text = "\n".join(line for line in page.read_text("utf-8").splitlines() if not re.search(r"English|英文", line))
        led = {Path(t).name for t in re.findall(r"\]\((?!https?:)([^)#\s]+\.md)", text) if "rules/" not in t}
        assert not led & set(known), page.name
