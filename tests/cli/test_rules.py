"""`scorer rules …`, `explain` and `evaluate`: what the people who edit rules use."""

from pathlib import Path

import pytest


def test_copy_makes_a_usable_copy(run, reports: Path) -> None:
    done = run("rules", "copy", "mine")
    assert (done.code, done.err) == (0, "")
    assert "scorer score FILE --rules mine" in done.out
    copied = reports / "mine"
    assert (copied / "rule-of-law" / "pack.yml").is_file()
    assert (copied / "shared" / "cues.yml").is_file()
    assert list(copied.rglob("*.cases.yml"))


def test_copy_overwrites_nothing(run, reports: Path) -> None:
    (reports / "mine").mkdir()
    assert run("rules", "copy", "mine").code == 0
    done = run("rules", "copy", "mine")
    assert (done.code, done.out) == (2, "")
    assert done.err == "错误 C302：mine: 已有同名文件或非空文件夹。请换一个新的文件夹名\n"
    assert run("rules", "copy", "good.txt").code == 2
    (reports / "dangling").symlink_to("nowhere")
    assert run("rules", "copy", "dangling").code == 2


def test_copy_into_nowhere(run) -> None:
    done = run("rules", "copy", "good.txt/rules")
    assert done.code == 2
    assert done.err.startswith("错误 C304：good.txt/rules: ")


def test_list(run, rules: Path) -> None:
    done = run("rules", "list", "--rules", str(rules), "--lang", "en")
    assert done.code == 0
    assert done.out.startswith("rule-of-law  0.0.1  Sample rules  2 rules  ")


def test_list_tells_a_broken_pack_after_the_others(run, rules: Path) -> None:
    (rules / "city").mkdir()
    (rules / "city" / "pack.yml").write_text("id: city\n", "utf-8")
    done = run("rules", "list", "--rules", str(rules))
    assert done.code == 2
    assert done.out.startswith("rule-of-law  0.0.1")
    assert "city/pack.yml" in done.err


def test_show_a_rule_and_a_pack(run, rules: Path) -> None:
    rule = run("rules", "show", "advisor", "--rules", str(rules))
    assert rule.code == 0
    assert "《示例意见》示例〔2016〕30号第一条（2016-06-16 – …） [条文未核对]" in rule.out
    assert "  短语  聘请…法律顾问\n" in rule.out
    pack = run("rules", "show", "rule-of-law", "--rules", str(rules))
    assert "制度与决策\n  advisor  法律顾问  (2)\n" in pack.out


def test_show_what_there_is_not(run, rules: Path) -> None:
    done = run("rules", "show", "adviser", "--rules", str(rules))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误 C306：没有规则或规则包 adviser。")


def test_check_finds_problems(run, rules: Path) -> None:
    done = run("rules", "check", str(rules))
    assert (done.code, done.err) == (1, "")
    assert "advisor.cases.yml" in done.out
    assert done.out.splitlines()[-1].startswith("检查了 ")


def test_check_of_a_pack_too_broken_to_load(run, rules: Path) -> None:
    (rules / "rule-of-law" / "decisions" / "advisor.yml").write_text("id: advisor\nweight: [\n", "utf-8")
    done = run("rules", "check", str(rules))
    assert (done.code, done.err) == (1, "")
    assert "advisor.yml:" in done.out


def test_check_of_no_folder(run) -> None:
    done = run("rules", "check", "nowhere")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误 R201：nowhere")


def test_cases_pass(run, rules: Path) -> None:
    done = run("rules", "test", "--rules", str(rules))
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("：0 项未通过\n")


def test_a_case_that_fails(run, rules: Path) -> None:
    file = rules / "rule-of-law" / "decisions" / "advisor.cases.yml"
    file.write_text(file.read_text("utf-8").replace("{appointed: planned}", "{appointed: denied}"), "utf-8")
    done = run("rules", "test", "advisor", "--rules", str(rules))
    assert (done.code, done.err) == (1, "")
    assert "advisor · 只是打算：要件 appointed 应为 denied，实为 planned" in done.out
    assert run("rules", "test", "next-steps", "--rules", str(rules)).code == 0


def test_explain(run, rules: Path) -> None:
    done = run("explain", "poor.txt", "advisor", "--rules", str(rules))
    assert (done.code, done.err) == (0, "")
    assert "✗ 已聘请  自认未做" in done.out
    assert "自认未做：「我局尚未聘请法律顾问" in done.out
    assert "短语“聘请…法律顾问”，相似 100" in done.out


@pytest.mark.parametrize(("arguments", "code"), [(("poor.txt", "nonsense"), 2), (("gone.txt", "advisor"), 3)])
def test_explain_what_cannot_be_explained(run, rules: Path, arguments: tuple[str, ...], code: int) -> None:
    done = run("explain", *arguments, "--rules", str(rules))
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("错误 ")


def test_evaluate(run, reports: Path, rules: Path) -> None:
    label = "report: poor.txt\nbody: 云澜市水利局\nyear: 2022\nsector: general\npublished: 2023-03-01\nsigned: null\n"
    label += "elements:\n  advisor.appointed:\n    state: done\n    quotes: [我局聘请法律顾问]\n"
    label += "  next-steps.next-steps:\n    state: done\n    quotes: [二、下一步工作打算]\n"
    (reports / "poor.gold.yaml").write_text(label, "utf-8")
    done = run("evaluate", ".", "--rules", str(rules), "--errors")
    assert (done.code, done.err) == (0, "")
    assert "1 份报告，2 个要件" in done.out
    assert "本程序：状态正确 50.0%" in done.out
    assert "poor  advisor.appointed：标注为已做，判为自认未做" in done.out


def test_evaluate_nothing(run) -> None:
    done = run("evaluate", ".")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误 C307：")
