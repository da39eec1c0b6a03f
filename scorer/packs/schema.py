"""Checking a YAML file against its schema. The schemas are plain JSON Schema, so that editors can use them too."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from scorer.errors import Problem
from scorer.packs.explain import explain
from scorer.yamlio import Value, YamlFile

Json = Any
"""A value whose shape its schema vouches for."""


@cache
def read_schema(name: str) -> dict[str, Json]:
    """The schema of one kind of file."""
    schema: dict[str, Json] = json.loads((Path(__file__).parent / "schema" / f"{name}.json").read_text("utf-8"))
    return schema


def check(file: YamlFile, name: str) -> tuple[Json, list[Problem]]:
    """The file's data with numbers and truth values read where the schema asks for them, and what breaks the schema."""
    import jsonschema

    schema = read_schema(name)
    data = convert(file.data, schema, schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems = [problem for error in validator.iter_errors(data) for problem in explain(error, file)]
    return data, list(dict.fromkeys(problems))


def convert(value: Value, schema: dict[str, Json], root: dict[str, Json]) -> Json:
    """Read text as the type the schema asks for; text that does not read so stays, for the schema to complain about."""
    schema = choose(value, schema, root)
    if isinstance(value, dict):
        known, other = schema.get("properties", {}), schema.get("additionalProperties", {})
        return {k: convert(v, known.get(k, other) or {}, root) for k, v in value.items()}
    if isinstance(value, list):
        return [convert(v, schema.get("items", {}), root) for v in value]
    return _scalar(value, schema.get("type", "string"))


def choose(value: Value, schema: dict[str, Json], root: dict[str, Json]) -> dict[str, Json]:
    """The schema that really applies: references followed, and of several shapes the one that `value` has."""
    if "$ref" in schema:
        return choose(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
    shape = {dict: "object", list: "array", str: "string"}[type(value)]
    fitting = [s for s in schema.get("oneOf", ()) if s.get("type") == shape]
    return fitting[0] if fitting else schema


def _scalar(text: str, kind: str) -> Json:
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind in ("integer", "number") and text.isascii():
        try:
            return int(text) if kind == "integer" or text.isdigit() else float(text)
        except ValueError:
            return text
    return text
