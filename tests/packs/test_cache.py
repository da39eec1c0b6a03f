"""The cache gives what compiling gives, or stays out of the way."""

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from scorer.model.lexicon import Lexicon
from scorer.model.rule import Basis, Deadline, Element, Pack, Part, Phrase, ProvedBy, Rule, Slot, SlotKind
from scorer.packs import assemble, load_indexed, load_pack
from scorer.packs.cache import KEEP, cache_key, read_cached, read_index, seal, unseal, write_cached
from scorer.packs.folder import read_folder

posix = pytest.mark.skipif(os.name == "nt", reason="owners and modes are POSIX")


class Counter:
    """Counts how often packs are compiled."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self._compile = assemble.compile_pack
        monkeypatch.setattr(assemble, "compile_pack", self)

    def __call__(self, *args: Any) -> Any:
        self.calls += 1
        return self._compile(*args)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


def entries(home: Path) -> list[Path]:
    return sorted((home / "fazhi-scorer").glob("*.pack"))


def test_the_second_load_is_the_first_one(rules: Path, compiled: Counter, cache_home: Path) -> None:
    first = load_pack(rules, "city")
    assert load_pack(rules, "city") == first
    assert compiled.calls == 1
    (entry,) = entries(cache_home)
    if os.name != "nt":
        assert entry.stat().st_mode & 0o777 == 0o600
        assert entry.parent.stat().st_mode & 0o777 == 0o700
    assert [p.name for p in entry.parent.iterdir()] == [entry.name]


def test_any_change_that_matters_is_seen(rules: Path, compiled: Counter) -> None:
    load_pack(rules, "city")
    path = rules / "base/work/advisor.yml"
    path.write_text(path.read_text("utf-8").replace("weight: 2", "weight: 4"), "utf-8")
    assert load_pack(rules, "base")[0].rules[0].weight == 4
    assert load_pack(rules, "city")[0].rules[0].weight == 5
    assert compiled.calls == 3
    (rules / "base/work/advisor.cases.yml").write_text("x", "utf-8")
    load_pack(rules, "city")
    assert compiled.calls == 3


def test_another_version_has_another_key(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = read_folder(rules)
    before = {cache_key(folder, pack) for pack in ("base", "city")}
    monkeypatch.setattr("scorer.packs.cache.__version__", "0.0.0")
    assert len(before) == 2
    assert cache_key(folder, "base") not in before


def test_copies_of_the_rules_share_an_entry_but_not_their_path(rules: Path, compiled: Counter) -> None:
    load_pack(rules, "base")
    moved = rules.rename(rules.parent / "moved")
    assert load_pack(moved, "base")[0].path == (moved / "base").as_posix()
    assert compiled.calls == 1


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "lists", "resealed"])
def test_a_damaged_entry_is_rebuilt(damage: str, rules: Path, compiled: Counter, cache_home: Path) -> None:
    first = load_pack(rules, "base")
    (entry,) = entries(cache_home)
    data = entry.read_bytes()
    sealed = [hashlib.sha256(body).digest() + body for body in (b"\x92\x01\x02", b"{")]
    entry.write_bytes(
        {"empty": b"", "cut": data[:-1], "changed": data.replace(b"\xe8", b"\xe7", 1), "lists": sealed[0], "resealed": sealed[1]}[damage]
    )
    assert load_pack(rules, "base") == first
    assert compiled.calls == 2
    assert entry.read_bytes() == data


@posix
@pytest.mark.parametrize("place", ["folder", "file", "above"])
@pytest.mark.parametrize("mode", [0o020, 0o002])
def test_what_others_may_write_to_is_not_trusted(place: str, mode: int, rules: Path, compiled: Counter, cache_home: Path) -> None:
    load_pack(rules, "base")
    (entry,) = entries(cache_home)
    path = {"folder": entry.parent, "file": entry, "above": cache_home}[place]
    path.chmod(path.stat().st_mode | mode)
    load_pack(rules, "base")
    assert compiled.calls == 2


@posix
def test_a_world_writable_folder_is_not_written_to(rules: Path, cache_home: Path) -> None:
    folder = cache_home / "fazhi-scorer"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    load_pack(rules, "base")
    assert list(folder.iterdir()) == []


@posix
def test_links_are_not_followed(rules: Path, compiled: Counter, cache_home: Path, tmp_path: Path) -> None:
    load_pack(rules, "base")
    (entry,) = entries(cache_home)
    target = entry.rename(tmp_path / "elsewhere.pack")
    entry.symlink_to(target)
    load_pack(rules, "base")
    assert compiled.calls == 2
    folder = entry.parent.rename(tmp_path / "away")
    entry.parent.symlink_to(folder, target_is_directory=True)
    load_pack(rules, "base")
    assert compiled.calls == 3


@posix
def test_another_users_entry_is_not_trusted(rules: Path, compiled: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    load_pack(rules, "base")
    monkeypatch.setattr(os, "geteuid", lambda: 4242)
    load_pack(rules, "base")
    assert compiled.calls == 2


def test_no_place_for_a_cache_is_no_obstacle(rules: Path, compiled: Counter, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache_home.write_text("a file, not a folder", "utf-8")
    first = load_pack(rules, "base")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, "")
    assert load_pack(rules, "base") == first
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home.parent / "full"))
    assert load_pack(rules, "base") == first
    assert compiled.calls == 3
    assert list((cache_home.parent / "full").rglob("*.*")) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_no_obstacle(rules: Path, compiled: Counter, cache_home: Path) -> None:
    cache_home.mkdir(mode=0o500)
    assert load_pack(rules, "base") == load_pack(rules, "base")
    assert compiled.calls == 2


def test_home_is_used_where_xdg_says_nothing_absolute(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name == "nt":
        pytest.skip("XDG is not for Windows")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    load_pack(rules, "base")
    assert len(entries(tmp_path / "me" / ".cache")) == 1


def test_old_entries_go(rules: Path, cache_home: Path) -> None:
    pack, lexicon = load_pack(rules, "base")
    for i in range(KEEP + 3):
        write_cached(f"{i:064}", pack, lexicon)
    assert len(entries(cache_home)) == KEEP
    assert read_cached(f"{KEEP + 2:064}", pack.path) == (pack, lexicon)


class Titles(Struct):
    """Something made of a pack."""

    all: list[str]


def titles_of(pack: Pack, _: Lexicon) -> Titles:
    return Titles([rule.title for rule in pack.rules])


def no_titles(_: Pack, __: Lexicon) -> Titles:
    raise AssertionError("made already")


def test_what_is_made_of_a_pack_is_made_once(rules: Path, compiled: Counter, cache_home: Path) -> None:
    first = load_indexed(rules, "base", Titles, titles_of)
    assert first == load_indexed(rules, "base", Titles, no_titles) == (*load_pack(rules, "base"), titles_of(*first[:2]))
    assert compiled.calls == 1
    (index,) = (cache_home / "fazhi-scorer").glob("*.index")
    index.write_bytes(index.read_bytes()[:-1])
    assert read_index(index.stem, Titles) is None
    assert load_indexed(rules, "base", Titles, titles_of) == first
    path = rules / "base/work/advisor.yml"
    path.write_text(path.read_text("utf-8").replace("weight: 2", "weight: 4"), "utf-8")
    assert load_indexed(rules, "base", Titles, titles_of)[0].rules[0].weight == 4


def some_packs() -> st.SearchStrategy[Pack]:
    """Packs with every field at work."""
    text = st.text(max_size=6)
    words = st.lists(st.text(alphabet="法治政府0%A，", min_size=1, max_size=5), max_size=3).map(tuple)
    slots = st.builds(Slot, st.sampled_from(SlotKind), st.sampled_from(["", ">=", "<="]), st.floats(0, 1e9), words)
    joined = words.map(" ".join)
    parts = st.builds(Part, joined, st.none() | slots, st.integers(0, 100))
    phrases = st.lists(st.builds(Phrase, text, st.lists(parts, max_size=3).map(tuple), joined, text), max_size=4).map(tuple)
    days = st.none() | st.dates(date(1950, 1, 1), date(2050, 1, 1))
    basis = st.lists(st.builds(Basis, text, text, text, days, days, st.booleans(), text), max_size=2).map(tuple)
    until = st.lists(st.builds(Deadline, *[st.integers(0, 9999)] * 4), max_size=2).map(tuple)
    flags = [st.booleans()] * 4
    elements = st.builds(Element, text, text, text, *flags, st.sampled_from(ProvedBy), phrases, phrases, phrases, until)
    rules = st.builds(Rule, text, text, text, st.integers(1, 10), st.lists(elements, max_size=3).map(tuple), text, text, basis, words, words)
    return st.lists(rules, max_size=3).map(lambda r: Pack("p", "包", "1", "0" * 64, "/p", (), (), tuple(r), "行业", 80.5, "pack"))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(pack=some_packs())
def test_what_is_written_is_what_is_read(pack: Pack, rules: Path) -> None:
    lexicon = load_pack(rules, "base")[1]
    assert unseal(seal((pack, lexicon)), tuple[Pack, Lexicon]) == (pack, lexicon)
