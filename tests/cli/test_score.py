"""`scorer score`: what it prints, where, and with which exit code."""

import json
import os
import pty
import re
import struct
import subprocess
from pathlib import Path

import jsonschema
import pytest

import scorer.render

SCHEMA = json.loads((Path(scorer.render.__file__).parent / "scorecard.schema.json").read_text("utf-8"))


def records(text: str) -> list[dict]:
    found = [json.loads(line) for line in text.splitlines()]
    for record in found:
        jsonschema.validate(record, SCHEMA)
    return found


def test_a_table(score) -> None:
    done = score("good.txt")
    assert (done.code, done.err) == (0, "")
    assert "得分    100.0 / 100  优秀" in done.out
    assert "「我局聘请衡谨律师事务所担任法律顾问" in done.out
    assert done.out.endswith("结论只反映报告所载内容，不等于对该单位依法履职的认定。\n")
    assert "\x1b" not in done.out


def test_in_english(score) -> None:
    done = score("poor.txt", "--lang", "en", "--width", "160")
    assert done.code == 0
    assert "Score      33.3 / 100  Insufficient" in done.out
    assert "✗ Appointed  admitted lack  「我局尚未聘请法律顾问" in done.out
    assert done.out.endswith("The verdicts reflect what the report says, not whether the body does its duty.\n")


def test_json_of_one_report_is_one_object(score, reports: Path) -> None:
    done = score("good.txt", "--format", "json")
    card = json.loads(done.out)
    jsonschema.validate(card, SCHEMA)
    assert done.out.startswith('{\n  "schema_version": "1"')
    assert (card["report"]["path"], card["score"], card["grade"]) == ("good.txt", 100, "a")
    source = (reports / "good.txt").read_text("utf-8")
    evidence = card["rules"][0]["elements"][0]["evidence"][0]
    assert source[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_json_of_several_reports_is_json_lines(score) -> None:
    done = score("good.txt", "poor.txt", "--format", "json")
    assert [(r["report"]["path"], r["score"]) for r in records(done.out)] == [("good.txt", 100), ("poor.txt", 33.3)]


def test_same_input_same_bytes(process, rules: Path) -> None:
    arguments = ("score", "--rules", str(rules), "good.txt", "--format", "json")
    assert process(*arguments, PYTHONHASHSEED="1") == process(*arguments, PYTHONHASHSEED="2")


def test_a_bad_file_stops_nobody(score) -> None:
    done = score("good.txt", "gone.txt", "poor.txt", "--format", "json")
    assert done.code == 3
    assert done.err == "错误 I101：gone.txt: 文件不存在。请检查路径和文件名是否写对\n"
    first, bad, last = records(done.out)
    assert bad == {
        "schema_version": "1",
        "report": {"path": "gone.txt"},
        "failure": {"code": "I101", "message": "文件不存在", "advice": "请检查路径和文件名是否写对"},
    }
    assert (first["score"], last["score"]) == (100, 33.3)


def test_a_bad_file_among_tables(score) -> None:
    done = score("gone.txt", "good.txt", "--lang", "en")
    assert done.code == 3
    assert done.err == "error I101: gone.txt: the file does not exist. Check the path and the file name\n"
    assert "100.0 / 100" in done.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("poor.txt", "--fail-under", "33.3"), 0),
        (("poor.txt", "--fail-under", "33.4"), 1),
        (("good.txt", "poor.txt", "--fail-under", "50"), 1),
        (("poor.txt", "gone.txt", "--fail-under", "50"), 3),
        (("poor.txt", "--fail-under", "101"), 2),
        (("poor.txt", "--fail-under", "nan"), 2),
    ],
)
def test_threshold(score, arguments: tuple[str, ...], code: int) -> None:
    assert score(*arguments).code == code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "I108"),
        ("blank.txt", b" \n\n", "I108"),
        ("english.txt", b"Nothing Chinese at all in this one.", "I106"),
        ("report.pdf", b"%PDF-1.7 " + bytes(200), "I109"),
        ("report.docx", b"PK\x03\x04" + bytes(200), "I109"),
        ("report.xlsx", b"PK\x03\x04" + bytes(200), "I105"),
        ("noise.bin", bytes(range(256)) * 40, "I105"),
    ],
)
def test_files_that_are_no_report(score, reports: Path, name: str, data: bytes, code: str) -> None:
    (reports / name).write_bytes(data)
    done = score(name)
    assert (done.code, done.out) == (3, "")
    assert re.fullmatch(rf"错误 {code}：{re.escape(name)}: [^\n]+。[^\n]+\n", done.err)


def test_a_folder_is_no_report(score) -> None:
    done = score(".")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("错误 I102：")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(score, reports: Path) -> None:
    (reports / "good.txt").chmod(0)
    assert score("good.txt").err.startswith("错误 I104：good.txt")


def test_undecodable_bytes_are_told(score, reports: Path) -> None:
    (reports / "hurt.txt").write_bytes((reports / "good.txt").read_bytes() + b"\xff\xfe\n")
    done = score("hurt.txt")
    assert done.code == 0
    assert "! 有 2 处字节无法识别" in done.out


def test_standard_input(score, reports: Path) -> None:
    done = score("-", "--format", "json", stdin=(reports / "good.txt").read_bytes())
    assert done.code == 0
    assert json.loads(done.out)["report"]["path"] == "-"
    assert json.loads(done.out)["score"] == 100


def test_standard_input_empty(score) -> None:
    assert score("-").code == 3


def test_what_the_caller_knows_better(score) -> None:
    done = score(
        "good.txt",
        "--format",
        "json",
        "--body",
        "示例县人民政府",
        "--kind",
        "government",
        "--year",
        "2021",
        "--published",
        "2022-02-03",
        "--sector",
        "ecology",
    )
    report = json.loads(done.out)["report"]
    assert [report[k] for k in ("body", "kind", "year", "published", "sector")] == ["示例县人民政府", "government", 2021, "2022-02-03", "ecology"]


def test_a_hostile_report_and_file_name(score, reports: Path) -> None:
    text = (reports / "good.txt").read_text("utf-8").replace("我局聘请", "我局[b]聘请[/x]\x1b[2J\u202e") + "其他工作有序推进。\n" * 40
    (reports / "r\x1b[31m[b].txt").write_text(text, "utf-8")
    done = score("r\x1b[31m[b].txt", "gone\x1b[31m\n.txt", "--width", "160")
    assert done.code == 3
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err)
    assert "r␛[31m[b].txt" in done.out
    assert "「我局[b]聘请[/x]␛[2J⟨202E⟩" in done.out
    assert done.err.startswith("错误 I101：gone␛[31m␊.txt: ")


def test_a_file_name_that_is_not_utf8(process, score, rules: Path, reports: Path) -> None:
    name = b"r\xe9.txt"
    (Path(os.fsdecode(bytes(reports) + b"/" + name))).write_text((reports / "good.txt").read_text("utf-8"), "utf-8")
    done = process("score", "--rules", str(rules), name, "--format", "json")
    assert (done.code, json.loads(done.out)["report"]["path"]) == (0, r"r\xe9.txt")
    assert r"文件    r\xe9.txt" in score(name).out


def test_output_is_utf8_in_any_locale(process, rules: Path) -> None:
    done = process("score", "--rules", str(rules), "good.txt", LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.code, "法律顾问" in done.out) == (0, True)


@pytest.mark.parametrize("width", ["80", "160"])
def test_width_comes_from_columns(score, width: str) -> None:
    lines = score("good.txt", COLUMNS=width).out.splitlines()
    assert int(width) - 1 <= max(map(len, lines)) <= int(width)


def on_terminal(command: list[str], cwd: Path, environment: dict[str, str], width: int) -> tuple[str, int]:
    """What a command shows on a terminal of this width, and its exit code."""
    import fcntl
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    process = subprocess.Popen(command, stdout=slave, stdin=slave, cwd=cwd, env={**environment, "TERM": "xterm-256color"})
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 65536):
            shown += chunk
    except OSError:
        pass
    os.close(master)
    return shown.decode("utf-8"), process.wait()


@pytest.mark.parametrize("width", [80, 160])
def test_on_a_terminal(rules: Path, reports: Path, environment, command, width: int) -> None:
    text, code = on_terminal([*command, "score", "--rules", str(rules), "poor.txt"], reports, environment, width)
    assert code == 0
    assert "\x1b[1;31m" in text
    assert "\x1b[1;4m未\x1b[0m" in text
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert ("结论         检查项" in plain) == (width == 160)


def test_no_color_on_a_terminal(rules: Path, reports: Path, environment, command) -> None:
    text, _ = on_terminal([*command, "score", "--rules", str(rules), "poor.txt"], reports, {**environment, "NO_COLOR": "1"}, 80)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", text)


def test_a_reader_who_leaves(rules: Path, reports: Path, environment, command) -> None:
    files = ["good.txt"] * 30
    scored = subprocess.Popen(
        [*command, "score", "--rules", str(rules), "--format", "json", *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=reports,
        env=environment,
    )
    assert scored.stdout
    assert scored.stderr
    scored.stdout.readline()
    scored.stdout.close()
    assert scored.stderr.read() == b""
    scored.stderr.close()
    assert scored.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk(rules: Path, reports: Path, environment, command) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*command, "score", "--rules", str(rules), "good.txt"], stdout=full, stderr=subprocess.PIPE, cwd=reports, env=environment, check=False
        )
    assert done.returncode == 2
    assert re.fullmatch(r"错误 C305：[^\n]+\n", done.stderr.decode("utf-8"))


def test_no_standard_output_at_all(rules: Path, reports: Path, environment, command) -> None:
    line = " ".join([*command, "score", "--rules", str(rules), "poor.txt", "--fail-under", "50", ">&-"])
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, cwd=reports, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_no_standard_input_at_all(rules: Path, reports: Path, environment, command) -> None:
    line = " ".join([*command, "score", "--rules", str(rules), "-", "<&-"])
    done = subprocess.run(["sh", "-c", line], capture_output=True, encoding="utf-8", cwd=reports, env=environment, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith("错误 I108：-: ")


def test_text_to_a_reader_who_leaves(reports: Path, environment, command) -> None:
    (reports / "long.txt").write_text("法治政府建设年度报告\n" * 40_000, "utf-8")
    shown = subprocess.Popen([*command, "text", "long.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=reports, env=environment)
    assert shown.stdout
    shown.stdout.readline()
    shown.stdout.close()
    assert shown.stderr
    assert (shown.stderr.read(), shown.wait()) == (b"", 0)
    shown.stderr.close()
