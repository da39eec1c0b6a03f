"""What a bug report needs, and what a shell asks for."""

import platform
import subprocess
import sys

import pytest

from scorer import __version__
from scorer.packs import find_rules, load_pack, pack_ids
from tests.cli.conftest import Run


@pytest.mark.parametrize("order", [("--version", "--verbose"), ("--verbose", "--version")])
def test_packs_libraries_and_system(run: Run, order: tuple[str, str]) -> None:
    found = run(*order)
    facts = dict(line.split(maxsplit=1) if not line.startswith("pack ") else line.rsplit("  ", 1) for line in found.out.splitlines())
    said = {name.strip(): value.strip() for name, value in facts.items()}
    assert (found.code, found.err) == (0, "")
    assert said["fazhi-scorer"] == __version__
    assert platform.python_version() in said["python"]
    for pack_id in pack_ids(find_rules()):
        pack, _ = load_pack(find_rules(), pack_id)
        assert said[f"pack {pack_id}"] == f"{pack.version} {pack.sha256}"
    named = {"typer", "rich", "rapidfuzz", "opencc-python-reimplemented", "pypdfium2", "pyarrow"}
    assert named <= said.keys()
    assert not {"pytest", "mypy", "ruff", "fazhi-scorer[all]"} & said.keys()


def test_the_version_alone_is_one_line_and_loads_no_packs(process: Run, environment: dict[str, str]) -> None:
    assert process("--version").out == f"fazhi-scorer {__version__}\n"
    program = "import sys; from scorer.cli.app import run; run(['--version']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", env=environment, check=True)
    assert not {"importlib.metadata", "scorer.packs", "scorer.cli.versions"} & set(done.stderr.split())


def test_verbose_is_about_the_version_only(run: Run) -> None:
    found = run("--verbose", "rules", "list")
    assert (found.code, found.out) == (2, "")
    assert "--version" in found.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("scorer sc", "plain,score\n"),
        ("scorer score --form", "plain,--format\n"),
        ("scorer score --format js", "plain,json\n"),
        ("scorer score 报", "file,报\n"),
        ("scorer score --rules my", "file,my\n"),
        ("scorer rules li", "plain,list\n"),
    ],
)
def test_completion(run: Run, words: str, said: str) -> None:
    found = run(_SCORER_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(words.count(" ")))
    assert (found.code, found.out) == (0, said)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell(run: Run, shell: str) -> None:
    found = run(_SCORER_COMPLETE=f"{shell}_source")
    assert found.code == 0
    assert f"_SCORER_COMPLETE={shell}_complete" in found.out
