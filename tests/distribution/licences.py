"""Writes `docs/licences.md`: every library that the program or its development installs, with its licence, as it says of itself.

python tests/distribution/licences.py
"""

from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).resolve().parents[2] / "docs" / "licences.md"
PROGRAM = "fazhi-scorer"
PERMISSIVE = {"Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0"}
"""Licences that ask for no more than to be named."""
SPDX = {
    "Apache License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What libraries that name no SPDX expression call theirs."""
NOT_SAID = {"axe-playwright-python": "MIT"}
"""Licences that stand in the library's LICENSE file only."""
LONGEST = 60
"""A longer text is the licence itself, not its name."""
TEXT = """\
# Licences

The program is under the [MIT licence](../LICENSE). It installs the libraries below, each under the licence that its own metadata
names. This page is written by `make licences`; a test holds it against what is installed and lets no other than a permissive
licence in. What wheels carry inside in compiled form (pyarrow and lxml carry most) is listed by each wheel in its own licence files.

## With the program

With all extras, on Linux; other systems and Pythons may need fewer or more.

| library | licence |
|---|---|
{program}

## For development only

Installed by `make test`, and no part of what users get. `make site` installs MkDocs (BSD-2-Clause), its theme Material (MIT) and what
they need besides.

| library | licence |
|---|---|
{development}
"""


def installed(extras: Sequence[str]) -> set[str]:
    """Every library that the program needs with these extras, and those that they need."""
    seen, todo = set[tuple[str, str]](), [(PROGRAM, extra) for extra in ("", *extras)]
    while todo:
        name, extra = todo.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        needed = (Requirement(line) for line in metadata.requires(name) or [])
        wanted = [r for r in needed if r.marker is None or r.marker.evaluate({"extra": extra})]
        todo += [(canonicalize_name(r.name), e) for r in wanted for e in ("", *r.extras)]
    return {name for name, _ in seen} - {PROGRAM}


def licence(name: str) -> str:
    """The licence of a library as an SPDX expression where it says enough; raises `LookupError` where it says nothing."""
    said = metadata.metadata(name)
    classified = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or [] if c.startswith("License")]
    short = [text for text in said.get_all("License") or [] if len(text) < LONGEST]
    found = next(iter([*(said.get_all("License-Expression") or []), *short, *classified]), "") or NOT_SAID[name]
    return SPDX.get(found, found)


def is_permissive(expression: str) -> bool:
    """Whether every licence of an expression is; of alternatives one is enough."""
    return any(all(part.strip(" ()") in PERMISSIVE for part in choice.split(" AND ")) for choice in expression.split(" OR "))


def page() -> str:
    """The page of what is installed here."""
    program = installed(["all"])
    return TEXT.format(program=table(program), development=table(installed(["all", "dev"]) - program))


def table(names: Iterable[str]) -> str:
    return "\n".join(f"| {name} | {licence(name)} |" for name in sorted(names))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
