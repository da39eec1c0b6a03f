"""Runs the tests that libraries bear on with the lowest and with the newest versions that `pyproject.toml` allows.

    python tests/distribution/ranges.py [lowest|newest]

Needs uv, which can choose the lowest versions; what was tried is written into `docs/install.md` once both have passed.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "install.md"
BEGIN, END = "<!-- written by make ranges -->\n", "<!-- end -->"
RESOLUTIONS = {"lowest": "lowest-direct", "newest": "highest"}
"""What uv calls them; libraries of libraries are the newest that these take."""
TOOLS = ("pytest", "hypothesis", "hatchling", "packaging", "lxml")
TESTS = ("test_api.py", "test_yamlio.py", "clean/test_simplify.py", "overrides", "packs", "match", "ingest", "render", "rank", "authoring", "cli")
TESTS += ("batch/test_tables.py", "batch/test_cluster.py", "batch/test_batch.py", "batch/test_inputs.py")
"""Where each library of the program is put to use; the laws of our own code are left out."""

Versions = dict[str, str]


def main() -> int:
    """0 where all that was asked for passed; 1 else."""
    tried = {name: try_out(name) for name in sys.argv[1:] or RESOLUTIONS}
    if not all(tried.values()):
        return 1
    if tried.keys() == RESOLUTIONS.keys():
        before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(before + BEGIN + table(tried["lowest"], tried["newest"]) + END + rest.partition(END)[2], "utf-8")
    return 0


def try_out(name: str) -> Versions:
    """The versions of all that was installed; nothing where a test failed."""
    with TemporaryDirectory() as folder:
        environment, pins = Path(folder) / name, Path(folder) / "pins.txt"
        uv("venv", "--quiet", "--python", sys.executable, str(environment))
        uv("pip", "compile", "--quiet", "--resolution", RESOLUTIONS[name], "--extra", "all", "--output-file", str(pins), "pyproject.toml")
        into = ("--quiet", "--python", str(environment))
        uv("pip", "install", *into, "--requirement", str(pins), *TOOLS)
        uv("pip", "install", *into, "--no-deps", "--editable", ".")
        paths = [f"tests/{path}" for path in TESTS]
        code = subprocess.run(
            [str(environment / "bin" / "python"), "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths], cwd=ROOT, check=False
        ).returncode
        listed = json.loads(uv("pip", "list", "--format", "json", "--python", str(environment)))
        return {canonicalize_name(item["name"]): item["version"] for item in listed} if code == 0 else {}


def uv(*arguments: str) -> str:
    return subprocess.run([sys.executable, "-m", "uv", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def table(lowest: Versions, newest: Versions) -> str:
    """One line for each library that the program names itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for extra in ("dask", "docx", "parquet", "pdf") for line in project["optional-dependencies"][extra]]
    rows = ["| library | range | lowest tried | newest tried |", "|---|---|---|---|"]
    for r in sorted(map(Requirement, [*project["dependencies"], *extras]), key=lambda r: r.name):
        name = canonicalize_name(r.name)
        rows.append(f"| {r.name} | {r.specifier} | {lowest[name]} | {newest[name]} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
