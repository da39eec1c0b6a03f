"""The schemas as editors find them: `schema/NAME.schema.json` in a rules folder, the same bytes as the program's own."""

from pathlib import Path

SOURCE = Path(__file__).parent / "schema"
NAMES = tuple(sorted(p.stem for p in SOURCE.glob("*.json")))


def schema_text(name: str) -> str:
    """The JSON Schema of one kind of file."""
    return (SOURCE / f"{name}.json").read_text("utf-8")


def publish(rules: Path) -> int:
    """Write every schema where the first lines of the rule files point to; how many there are."""
    folder = rules / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (folder / f"{name}.schema.json").write_text(schema_text(name), "utf-8", newline="\n")
    return len(NAMES)
