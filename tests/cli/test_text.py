"""`scorer text`: exactly the text that offsets index; symbols only on a terminal."""

import os
import pty
import subprocess
from pathlib import Path

ODD = "云澜市水利局2022年度\x1b[31m法治政府\u202e建设报告\r\n第一行\t甲\r第二行乙丙丁\n没有换行符的末行"
TEXT = "水利局依法行政工作总结。" * 40 + ODD


def test_to_a_pipe_it_is_exact(process, reports: Path) -> None:
    (reports / "odd.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode("utf-8"))
    done = process("text", "odd.txt")
    assert (done.code, done.out, done.err) == (0, TEXT, "")


def test_undecodable_bytes_one_for_one(run, reports: Path) -> None:
    (reports / "hurt.txt").write_bytes("云澜市水利局法治政府建设年度报告全文".encode() + b"\xff\xfe")
    assert run("text", "hurt.txt").out == "云澜市水利局法治政府建设年度报告全文\ufffd\ufffd"


def test_of_standard_input(run) -> None:
    assert run("text", "-", stdin=TEXT.encode("utf-16")).out == TEXT


def test_of_no_report(run) -> None:
    done = run("text", "gone.txt", "--lang", "en")
    assert (done.code, done.out) == (3, "")
    assert done.err == "error I101: gone.txt: the file does not exist. Check the path and the file name\n"


def test_on_a_terminal_with_symbols_and_a_note(reports: Path, environment, command) -> None:
    (reports / "odd.txt").write_text(TEXT, "utf-8", newline="")
    master, slave = pty.openpty()
    process = subprocess.Popen([*command, "text", "odd.txt"], stdout=slave, stderr=subprocess.PIPE, cwd=reports, env=environment)
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 65536):
            shown += chunk
    except OSError:
        pass
    os.close(master)
    note = process.communicate()[1].decode("utf-8")
    expected = "水利局依法行政工作总结。" * 40 + "云澜市水利局2022年度␛[31m法治政府⟨202E⟩建设报告\n第一行\t甲\n第二行乙丙丁\n没有换行符的末行\n"
    assert shown.decode("utf-8").replace("\r\n", "\n").expandtabs() == expected.expandtabs()
    assert note.startswith("注意：")
    assert process.returncode == 0
