"""The documents hold: their commands run and print what they show, their names exist, their tables are the packs'."""

import ast
import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import typer

from scorer.cli.commands import app
from scorer.cli.exits import Exit
from scorer.model.rule import Pack
from scorer.packs import find_rules, load_pack
from scorer.pipeline import pack_ids
from scorer.render import messages
from tests.distribution import bundle

ROOT = Path(__file__).parent.parent
PAGES = [p for p in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))) if p.name != "CHANGELOG.md"]
NOT_RUN = {
    "make score": "sets up an environment; that it runs the command the READMEs show is checked in tests/docs/test_readme.py",
    "make test": "would run this test; .ci/run runs it on a bare machine",
    "make bundle": "takes minutes and a network; tests/test_bundle.py makes the bundle and installs it (make slow)",
    "git clone https://example.org/fazhi-scorer.git": "the address is the reader's",
    "pip install .": "takes a network; tests/test_packaging.py builds the package, tests/test_bundle.py installs it",
    "pip install ./fazhi-scorer": "as above",
    'pip install "./fazhi-scorer[pdf,docx]"': "as above",
}
"""Commands of console blocks that no test runs, each with the reason; every other one is run."""
NOT_OURS = {"--no-index", "--find-links", "--rm", "--network"}
"""Options of pip and podman."""
OMITTED = "…"
"""On a line of its own: any number of lines left out; inside a line: any characters."""
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    kind: str
    text: str
    line: int

    def commands(self) -> Iterator[tuple[str, list[str]]]:
        """Every `$ ` command of a console block with the lines shown under it."""
        command, shown = "", list[str]()
        for line in (*self.text.splitlines(), "$ "):
            if line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            else:
                shown.append(line.rstrip())


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def blocks(page: Path) -> list[Block]:
    text = page.read_text("utf-8")
    return [Block(m[1], m[2], text.count("\n", 0, m.start()) + 1) for m in _FENCE.finditer(text)]


def shows(shown: list[str], printed: str) -> bool:
    """Whether `printed` is what `shown` says: its lines in order, nothing but omissions between them."""
    pattern = "".join(r"(?:.*\n)*?" if s.strip() == OMITTED else ".*".join(map(re.escape, s.split(OMITTED))) + r" *\n" for s in shown)
    return re.fullmatch(pattern, printed) is not None


def complaint(shown: list[str], printed: str) -> str:
    """The first line that is shown and not printed; empty where all is well."""
    if shows(shown, printed):
        return ""
    wrong = next((line for i, line in enumerate(shown) if not shows([*shown[: i + 1], OMITTED], printed)), "the end: more is printed")
    return f"shown, but not printed (or not here): {wrong}"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program, its rules and reports, with `scorer` as a command: pages may change what is in it."""
    for name in ("scorer", "rules", "reports"):
        shutil.copytree(ROOT / name, tmp_path / name)
    command = tmp_path / "bin" / "scorer"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scorer "$@"\n', "utf-8")
    command.chmod(0o755)
    return tmp_path


def run(command: str, folder: Path) -> tuple[int, str]:
    """Exit code and output of a command line, as somebody types it into a window of 80 columns."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "FAZHI_DEBUG")}
    path = f"{folder / 'bin'}{os.pathsep}{kept.get('PATH', '')}"
    env = {**kept, "PATH": path, "PYTHONPATH": str(folder), "COLUMNS": "80"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


def put_file(block: Block, folder: Path) -> None:
    """A block that begins with a path is that file: a new one is written, an existing one must hold the lines shown."""
    first, _, content = block.text.partition("\n")
    m = re.fullmatch(r"# (\S+\.\w+)", first)
    if m is None:
        assert block.kind == "python", f"line {block.line}: a block of this kind begins with the path of its file"
        return
    file = folder / m[1]
    if block.kind == "diff":
        file.write_text(changed(file.read_text("utf-8"), content), "utf-8")
    elif file.exists():
        wrong = complaint([OMITTED, *content.splitlines(), OMITTED], file.read_text("utf-8"))
        assert not wrong, f"line {block.line}: {m[1]}: {wrong}"
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


def changed(text: str, shown: str) -> str:
    """`text` with the changes that a diff block shows; what it shows of the old text must be there, once."""
    for part in shown.split(f"{OMITTED}\n"):
        old, new = ("".join(line[1:] for line in part.splitlines(keepends=True) if line[0] in signs) for signs in (" -", " +"))
        assert text.count(old) == 1, f"not there, or more than once:\n{old}"
        text = text.replace(old, new)
    return text


@pytest.mark.skipif(shutil.which("sh") is None, reason="the pages show commands of a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_works_and_prints_what_is_shown(page: Path, checkout: Path) -> None:
    for block in blocks(page):
        if block.kind in ("yaml", "python", "diff"):
            put_file(block, checkout)
        for command, shown in block.commands() if block.kind == "console" else ():
            if command in NOT_RUN:
                continue
            code, printed = run(command, checkout)
            assert code == 0, f"{page.name}:{block.line}: {command} ended with {code}\n{printed}"
            wrong = complaint(shown, printed) if shown else ""
            assert not wrong, f"{page.name}:{block.line}: {command}: {wrong}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_examples(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = "\n".join(b.text for b in blocks(page) if b.kind == "python")
    found = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert doctest.DocTestRunner().run(found).failed == 0


@pytest.mark.parametrize(
    ("shown", "printed", "right"),
    [
        (["a", "b"], "a\nb\n", True),
        (["a", "c"], "a\nb\nc\n", False),
        (["a", "…", "c"], "a\nb\nc\n", True),
        (["a", "…"], "a\nb\n", True),
        (["a"], "a\nb\n", False),
        (["b", "…", "a"], "a\nb\n", False),
        (["x … z"], "x y z\n", True),
    ],
)
def test_what_showing_means(shown: list[str], printed: str, right: bool) -> None:
    assert shows(shown, printed) is right


def anchors(page: Path) -> set[str]:
    """What the headings of a page can be linked by, as GitHub makes it."""
    titles = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titles}


@pytest.mark.parametrize("page", [*PAGES, *(ROOT / "docs" / "rules").glob("*.md")], ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)", text):
        there = page.parent / target if target else page
        assert there.exists(), f"{page.name} links to {target}"
        assert not anchor or anchor[1:] in anchors(there), f"{page.name} links to {target}{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_paths_exist(page: Path) -> None:
    made = {m[1] for b in blocks(page) if (m := re.match(r"# (\S+\.\w+)\n", b.text))}
    for name in set(re.findall(r"`((?:scorer|rules|reports|tests|docs)/[^`\s<>…]*)`", page.read_text("utf-8"))):
        exists = any(ROOT.glob(name.rstrip("/"))) or any(m.startswith(name) for m in made)
        assert exists, f"{page.name} names {name}"


@pytest.mark.parametrize("page", ["install.md", "install.zh-CN.md"])
def test_the_page_on_installing_shows_the_commands_of_the_bundle(page: str) -> None:
    """They are run by `tests/test_bundle.py`."""
    shown = {line for b in blocks(ROOT / "docs" / page) if b.kind in ("sh", "bat") for line in b.text.splitlines()}
    told = {line.strip() for line in bundle.INSTALL.format(version="3.11").splitlines() if line.startswith("    ")}
    assert len(told) == 6
    assert told <= shown


def test_the_container_file_copies_what_is_there_and_is_run_as_it_says() -> None:
    text = read("Containerfile")
    copied = {name for line in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE) for name in line.split()[:-1]}
    assert {"scorer", "rules", "pyproject.toml", "README.md", "LICENSE"} == copied
    assert all((ROOT / name).exists() for name in copied)
    for line in re.findall(r"^# (podman .+)$", text, re.MULTILINE):
        assert line in read("docs/install.md")


def commands() -> dict[str, set[str]]:
    """Every command with its options, as the program knows them."""
    root = typer.main.get_command(app)
    found = {}
    for name, command in root.commands.items():
        for inner, leaf in getattr(command, "commands", {"": command}).items():
            found[f"{name} {inner}".strip()] = {o for p in leaf.params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")}
    return found


def told(page: str) -> dict[str, set[str]]:
    """Every command with its options, as a page has them: a heading or the row of a table, with all options named under or in it."""
    found = dict[str, set[str]]()
    group = set[str]()
    for section in re.split(r"^## ", read(page), flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        if m := re.match(r"`scorer (\w+) …`", heading):
            group = set(re.findall(r"`(--[a-z-]+)`", text.partition("| `scorer")[0]))
            for name, row in re.findall(rf"^\| `scorer ({m[1]} (?:[a-z-]+|FILE))\b[^`]*`(.+)$", text, re.MULTILINE):
                found[name] = group | set(re.findall(r"`(--[a-z-]+)`", row))
        elif m := re.match(r"`scorer (\w+) ", heading):
            found[m[1]] = set(re.findall(r"`(--[a-z-]+)`", text))
    return found


@pytest.mark.parametrize("page", ["docs/commands.md", "docs/commands.zh-CN.md"])
def test_the_page_on_commands_has_every_command_with_its_options_and_no_other(page: str) -> None:
    assert told(page) == commands()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_no_option_is_invented(page: Path) -> None:
    known = set().union({"--help", "--version", "--verbose"}, *commands().values())
    if page.name.startswith("install."):
        known |= NOT_OURS
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text("utf-8")))
    assert named <= known


@pytest.mark.parametrize("page", ["docs/commands.md", "docs/commands.zh-CN.md"])
def test_the_page_on_commands_has_the_exit_codes(page: str) -> None:
    assert {int(n) for n in re.findall(r"^\| (\d+) \|", read(page), re.MULTILINE)} == {int(e) for e in Exit}


@pytest.mark.parametrize(("page", "lang"), [("docs/verdicts.md", 1), ("docs/verdicts.zh-CN.md", 0)])
def test_the_page_on_verdicts_explains_every_word(page: str, lang: int) -> None:
    text = read(page)
    assert messages.DISCLAIMER[lang] in text
    for table in (messages.VERDICTS, messages.STATES, messages.DOUBTS):
        for code, said in table.items():
            assert re.search(rf"^\| `{re.escape(code)}` \| {re.escape(said[lang])} \|", text, re.MULTILINE), f"{page}: {code}"
    for code, said in messages.GATES.items():
        assert f"| `{code}` | {said[lang]} |" in text, f"{page}: {code}"


def test_the_glossary_has_the_words_of_the_program() -> None:
    text = read("docs/glossary.md")
    pairs = [*messages.VERDICTS.values(), *messages.STATES.values(), *messages.KINDS.values()]
    for chinese, english in pairs:
        assert f"| {english} | {chinese} |" in text, english


def test_the_architecture_names_every_package_and_module() -> None:
    text = read("docs/architecture.md")
    folders = [p.parent for p in (ROOT / "scorer").rglob("__init__.py") if p.parent != ROOT / "scorer"]
    names = [f"{f.relative_to(ROOT).as_posix()}/" for f in folders]
    names += [p.relative_to(ROOT).as_posix() for p in (ROOT / "scorer").glob("*.py") if p.name != "__init__.py"]
    assert not [n for n in names if f"`{n}`" not in text]


def test_the_architecture_has_the_floors_of_the_test() -> None:
    tree = ast.parse(read("tests/test_floors.py"))
    value = next(n.value for n in tree.body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "FLOORS")
    line = next(t for t in read("docs/architecture.md").splitlines() if t.strip().startswith("cli >"))
    assert [set(floor.replace(" ", "").split("|")) for floor in line.split(">")] == ast.literal_eval(value)


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(load_pack(find_rules(), p)[0] for p in pack_ids(find_rules()))


def rows(page: str, columns: int) -> list[list[str]]:
    """The rows of the tables with so many columns whose first cell is code."""
    cells = ([c.strip() for c in line.strip("|").split("|")] for line in read(page).splitlines() if line.startswith("| `"))
    return [row for row in cells if len(row) == columns]


def test_the_weights_are_those_of_the_packs() -> None:
    rules = {r.id: r for pack in packs() for r in pack.rules}
    shown = {row[0].strip("`"): row for row in rows("docs/weights.md", 5)}
    assert set(shown) == set(rules)
    for name, (_, title, weight, rests_on, _) in shown.items():
        rule = rules[name]
        assert (title, int(weight)) == (rule.title, rule.weight), name
        assert any(rests_on in f"{b.document} {b.number} {b.article}" for b in rule.basis), f"{name} does not rest on {rests_on}"


@pytest.mark.parametrize("page", ["docs/weights.md", "docs/weights.zh-CN.md"])
def test_the_grades_are_those_of_the_packs(page: str) -> None:
    shown = {(row[0].strip("`"), row[1], row[2], float(row[3])) for row in rows(page, 4)}
    assert shown == {(g.id, g.title, g.title_en, g.at_least) for pack in packs() for g in pack.grades}
