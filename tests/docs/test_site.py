"""The site of the documents: every page is in it, it builds without a warning, and it loads nothing from elsewhere."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.docs.test_languages import ONE_LANGUAGE, pairs
from tests.test_docs import PAGES, ROOT, read

LOADED = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)=[\"']?((?:https?:)?//[^\"'\s>]+)")
FROM_ELSEWHERE = re.compile(r"@import|url\([\"']?(?:https?:)?//")


def listed(part: object) -> list[str]:
    """The pages of a navigation."""
    if isinstance(part, str):
        return [part]
    return [page for inner in (part.values() if isinstance(part, dict) else part) for page in listed(inner)]  # type: ignore[attr-defined]


def test_every_page_is_in_the_navigation_under_its_language() -> None:
    english, chinese, rules = (listed(part) for part in yaml.safe_load(read("mkdocs.yml"))["nav"])
    assert sorted([*english, *chinese]) == sorted(p.name for p in PAGES)
    assert set(chinese) == {page.name for _, page in pairs()}
    assert set(ONE_LANGUAGE) <= set(english)
    assert rules == ["rules/README.md"]


def test_fonts_are_those_of_the_system() -> None:
    settings = yaml.safe_load(read("mkdocs.yml"))
    assert settings["theme"]["font"] is False
    assert "http" not in read("mkdocs.yml")


@pytest.mark.skipif(find_spec("material") is None or find_spec("mkdocs") is None, reason="MkDocs Material is not installed: make site")
def test_it_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) >= len(PAGES) + len(list((ROOT / "docs" / "rules").glob("*.md")))
    assert not {(p.name, m) for p in pages for m in LOADED.findall(p.read_text("utf-8")) if not m.startswith("https://example.org")}
    assert not [p.name for p in tmp_path.rglob("*.css") if FROM_ELSEWHERE.search(p.read_text("utf-8"))]
