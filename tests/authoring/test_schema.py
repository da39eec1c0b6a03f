"""The published schemas: one source, found from every rule file here and in a copy, and of use to a real editor."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from scorer.cli.commands import app
from scorer.packs.publish import NAMES, publish, schema_text

ROOT = Path(__file__).parent.parent.parent
RULES = ROOT / "rules"
MODELINE = "# yaml-language-server: $schema="


def test_the_published_schemas_are_the_programs() -> None:
    published = {p.name.removesuffix(".schema.json"): p.read_text("utf-8") for p in (RULES / "schema").glob("*.json")}
    assert published == {name: schema_text(name) for name in NAMES}, "run: scorer rules schema --write rules"


@pytest.mark.parametrize("copied", [False, True])
def test_every_first_line_leads_to_its_schema(copied: bool, tmp_path: Path) -> None:
    folder = RULES
    if copied:
        folder = tmp_path / "mine"
        assert CliRunner().invoke(app, ["rules", "copy", str(folder)]).exit_code == 0
    seen = 0
    for path in [p for p in folder.rglob("*.yml") if not p.name.endswith(".cases.yml")]:
        first = path.read_text("utf-8").splitlines()[0]
        if first.startswith(MODELINE):
            kind = "pack" if path.name == "pack.yml" else "rule"
            assert (path.parent / first.removeprefix(MODELINE)).resolve() == (folder / "schema" / f"{kind}.schema.json").resolve()
            seen += 1
    assert seen >= 50
    assert (folder / "schema" / "rule.schema.json").is_file()


def test_descriptions_are_chinese() -> None:
    for name in ("rule", "pack", "cases"):
        for key, value in json.loads(schema_text(name))["properties"].items():
            assert any("\u4e00" <= c <= "\u9fff" for c in value["description"]), key


def test_the_command_prints_and_writes(tmp_path: Path) -> None:
    printed = CliRunner().invoke(app, ["rules", "schema"]).stdout
    assert json.loads(printed)["title"] == "规则文件"
    assert CliRunner().invoke(app, ["rules", "schema", "pack"]).exit_code == 0
    assert CliRunner().invoke(app, ["rules", "schema", "--write", str(tmp_path)]).exit_code == 0
    assert (tmp_path / "schema" / "rule.schema.json").read_text("utf-8") == schema_text("rule")


class Editor:
    """What an editor says to a language server, and hears from it."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.number = 0
        self.diagnostics: dict[str, list[Any]] = {}

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has gone"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            wanted = message.get("params", {}).get("items", []) if message["method"] == "workspace/configuration" else None
            self.send({"id": message["id"], "result": None if wanted is None else [{} for _ in wanted]})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while (answer := self.receive()).get("id") != self.number or "method" in answer:
            pass
        return answer["result"]

    def open(self, path: Path, text: str) -> str:
        path.write_text(text, "utf-8")
        uri = path.as_uri()
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}})
        while uri not in self.diagnostics:
            self.receive()
        return uri

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.skip("npm is not installed, so the yaml-language-server cannot be tried")
    folder = tmp_path_factory.mktemp("server")
    npm = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), "yaml-language-server@1"]
    done = subprocess.run(npm, capture_output=True, text=True, timeout=300, check=False, cwd=folder)
    if done.returncode:
        pytest.skip(f"npm cannot install yaml-language-server: {done.stderr[-200:]}")
    server = Editor(["node", str(folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"), "--stdio"])
    server.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": {"hover": {}, "completion": {}}}})
    server.send({"method": "initialized", "params": {}})
    settings = {"yaml": {"schemaStore": {"enable": False}, "completion": True, "hover": True, "validate": True}}
    server.send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})
    yield server
    server.process.kill()
    server.process.wait()


@pytest.fixture(scope="module")
def rule_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of nothing but the schemas, as an editor finds them from a rule file."""
    rules = tmp_path_factory.mktemp("mine")
    publish(rules)
    (rules / "city" / "work").mkdir(parents=True)
    return rules / "city" / "work"


RULE = MODELINE + "../../schema/rule.schema.json\nid: advisor\ntitle: 法律顾问\ncategory: work\nweight: 2\nelements:\n  - id: a\n    title: 甲\n"


def test_an_editor_completes_keys_and_values(editor: Editor, rule_folder: Path) -> None:
    uri = editor.open(rule_folder / "keys.yml", RULE + "    p\n")
    found = {item["label"]: item for item in editor.at("completion", uri, 8, 5)["items"]}
    assert {"phrases", "proved_by"} <= set(found)
    assert "说明已做的短语" in json.dumps(found["phrases"], ensure_ascii=False)
    uri = editor.open(rule_folder / "values.yml", RULE + "    proved_by: \n")
    assert {"work", "plans", "dates"} <= {item["label"] for item in editor.at("completion", uri, 8, 15)["items"]}


def test_an_editor_explains_a_key(editor: Editor, rule_folder: Path) -> None:
    uri = editor.open(rule_folder / "hover.yml", RULE)
    assert "权重，1 到 10 的整数" in json.dumps(editor.at("hover", uri, 4, 2), ensure_ascii=False)


def test_an_editor_marks_a_misspelt_key(editor: Editor, rule_folder: Path) -> None:
    uri = editor.open(rule_folder / "wrong.yml", RULE.replace("weight", "wieght"))
    assert any("wieght" in d["message"] and d["range"]["start"]["line"] == 4 for d in editor.diagnostics[uri])


def test_a_shipped_rule_has_no_marks(editor: Editor) -> None:
    path = RULES / "rule-of-law" / "decisions" / "legal-advisor.yml"
    uri = path.as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text("utf-8")}
    editor.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    while uri not in editor.diagnostics:
        editor.receive()
    assert editor.diagnostics[uri] == []
