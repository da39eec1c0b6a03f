"""Writes `docs/mutants.md` from what `mutmut run` left in `mutants/`: which changes of the program its tests see, and which they do not.

python tests/mutants.py        fails where the tests see too few, or where changes were left untried

What no test can see, because the changed program does the same, is listed with the reason in `tests/cases/mutants.yml`.
"""

import ast
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
MUTANTS = ROOT / "mutants"
PAGE = ROOT / "docs" / "mutants.md"
REASONS = ROOT / "tests" / "cases" / "mutants.yml"
LEAST = 85
"""Percent of the changes of each module that a test must see."""
SURVIVED, NO_TESTS, UNTRIED = 0, (5, 33), None
TEXT = """\
# Tests that see a changed program

`make mutants` changes the modules below, one change at a time (`<` for `<=`, `and` for `or`, an argument dropped …), and runs the
tests that reach the changed function. A change that no test sees is either one that makes no difference, or a test that is
missing. This page is what the last run left; at least {least} % of the changes of every module must be seen.

| module | changes | tried | seen | not seen | of them without a difference | share seen of those tried |
|---|---|---|---|---|---|---|
{rows}

## Not seen

{survivors}
"""


@dataclass(frozen=True)
class Mutant:
    """One change: the lines it took out and put in, as `ast` writes them, and whether a test failed."""

    module: str
    function: str
    change: str
    tried: bool
    seen: bool


def read(meta: Path) -> Iterator[Mutant]:
    """The mutants of one module."""
    codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    if not codes:
        return
    source = meta.with_suffix("")
    module = str(source.relative_to(MUTANTS))
    functions = {node.name: node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)}
    for key, code in codes.items():
        name = key.rpartition(".")[2]
        function = name.rpartition("__mutmut_")[0]
        change = difference(functions[f"{function}__mutmut_orig"], functions[name])
        yield Mutant(module, function.removeprefix("x_").rpartition("ǁ")[2], change, code is not UNTRIED, code not in (UNTRIED, SURVIVED, *NO_TESTS))


def difference(before: ast.FunctionDef, after: ast.FunctionDef) -> str:
    """`old → new`, the changed lines alone."""
    lines = [ast.unparse(node).splitlines()[1:] for node in (before, after)]
    changed = [line for line in ndiff(*lines) if line[0] in "-+"]
    old, new = ("; ".join(line[2:].strip() for line in changed if line[0] == sign) for sign in "-+")
    return f"{old} → {new}"


def reasons() -> dict[tuple[str, str], str]:
    """(module, change) of what makes no difference, and why."""
    listed = yaml.safe_load(REASONS.read_text("utf-8"))
    return {(module, change): entry["why"] for module, entries in listed.items() for entry in entries for change in entry["changes"]}


def page(mutants: list[Mutant], why: dict[tuple[str, str], str]) -> str:
    """The page's text."""
    rows, survivors = [], []
    for module in sorted({m.module for m in mutants}):
        mine = [m for m in mutants if m.module == module]
        tried = [m for m in mine if m.tried]
        missed = [m for m in tried if not m.seen]
        same = [m for m in missed if (module, m.change) in why]
        rows.append(f"| `{module}` | {len(mine)} | {len(tried)} | {len(tried) - len(missed)} | {len(missed)} | {len(same)} | {share(tried):.1f} % |")
        survivors += [f"- `{module}`, `{m.function}`: `{m.change}`. {why.get((module, m.change), 'Open.')}" for m in missed]
    return TEXT.format(least=LEAST, rows="\n".join(rows), survivors="\n".join(survivors) or "None.")


def share(mutants: list[Mutant]) -> float:
    """Percent seen."""
    return 100 * sum(m.seen for m in mutants) / max(len(mutants), 1)


def main() -> int:
    """Write the page; 1 where something was left untried, or a module has too many changes that no test sees."""
    by_module = [list(read(meta)) for meta in sorted(MUTANTS.rglob("*.meta"))]
    mutants = [m for found in by_module for m in found]
    PAGE.write_text(page(mutants, reasons()), "utf-8")
    enough = all(share(found) >= LEAST for found in by_module if found)
    return int(not mutants or not enough or not all(m.tried for m in mutants))


if __name__ == "__main__":
    sys.exit(main())
