"""A sound folder gives the pack and the lexicon its files say."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from scorer.errors import PackError
from scorer.model.lexicon import Cue, Direction, Meaning, Reach
from scorer.model.rule import Basis, Category, Deadline, Grade, Part, Phrase, ProvedBy, Slot, SlotKind
from scorer.packs import find_rules, load_pack


def test_pack_says_what_its_file_says(rules: Path) -> None:
    pack, _ = load_pack(rules, "base")
    assert (pack.id, pack.title, pack.version, pack.sector, pack.similarity) == ("base", "基本规则", "1.0", "", 85.0)
    assert pack.path == (rules / "base").as_posix()
    assert pack.categories == (Category("work", "工作"), Category("report", "报告"))
    assert pack.grades == (Grade("good", "好", 60.0), Grade("poor", "差", 0.0))


def test_rules_come_by_category_then_by_list(rules: Path) -> None:
    assert [rule.id for rule in load_pack(rules, "base")[0].rules] == ["advisor", "training", "on-time"]


def test_rule_says_what_its_file_says(rules: Path) -> None:
    rule = load_pack(rules, "base")[0].rules[0]
    assert (rule.title, rule.category, rule.weight, rule.why) == ("法律顾问", "work", 2, "把关人。")
    assert (rule.kinds, rule.functions) == (("department", "branch"), ("enforcement",))
    assert rule.basis == (Basis("意见", "中办发〔2016〕30号", "一", date(2016, 6, 16), date(2030, 1, 1), False, "未核对"),)
    (element,) = rule.elements
    assert (element.id, element.title_en, element.proved_by) == ("appointed", "Appointed", ProvedBy.WORK)
    assert (element.concrete, element.zero_counts, element.any_actor, element.required) == (True, True, True, False)
    lawyer, agency = "律师 法律顾问", "律师 法律顾问 律所"
    assert element.phrases == (
        Phrase("聘请…律师", (Part("聘请 选聘"), Part(lawyer, gap=20))),
        Phrase("出具…意见", (Part("出具"), Part("意见", gap=9)), agency, "contract-only"),
        Phrase("审查…合同", (Part("审查"), Part("合同", gap=9)), agency, "contract-only"),
    )
    assert element.lacks == (Phrase("无律师", (Part("无律师 无法律顾问"),)),)
    assert [phrase.near for phrase in element.never] == [("村居",)]


def test_slots_and_deadlines(rules: Path) -> None:
    _, training, on_time = load_pack(rules, "base")[0].rules
    assert training.elements[0].phrases[0].parts[1] == Part(slot=Slot(SlotKind.COUNT, ">=", 2.0, ("次",)), gap=8)
    assert training.elements[0].required
    assert on_time.elements[0].proved_by is ProvedBy.DATES
    assert on_time.elements[0].deadlines == (Deadline(0, 2018, 3, 31), Deadline(2019, 9999, 4, 1))


def test_a_pack_lays_its_changes_over_its_parent(rules: Path) -> None:
    pack, _ = load_pack(rules, "city")
    assert [(rule.id, rule.weight) for rule in pack.rules] == [("advisor", 5), ("on-time", 1), ("early", 1), ("bonus", 1)]
    assert [category.id for category in pack.categories] == ["work", "report", "extra"]
    assert (pack.sector, pack.similarity) == ("ecology", 90.5)
    assert [grade.id for grade in pack.grades] == ["good", "poor"]


def test_lexicon_says_what_its_files_say(rules: Path) -> None:
    lexicon = load_pack(rules, "base")[1]
    assert lexicon.cues == (
        Cue(("未", "尚未"), Meaning.NEGATED, Direction.FORWARD, Reach.CLAUSE, ("work", "plans"), ("但",)),
        Cue(("正在起草", "正在制定", "着手起草", "着手制定"), Meaning.IN_PROGRESS, Direction.BOTH, Reach.SENTENCE),
    )
    assert lexicon.pseudo == ("无一", "将…纳入")
    assert lexicon.actors.own == ("我局", "本局")
    assert lexicon.actors.party == ()
    assert lexicon.bodies.sectors == (("ecology", ("生态环境",)), ("water", ("水务", "水利")))
    assert [kind for kind, _ in lexicon.bodies.kinds] == ["township", "branch"]
    assert lexicon.headings.problems == ("存在问题",)
    assert (lexicon.full, lexicon.confusions) == (("全覆盖", "逐件"), ("制治致", "程称"))


def test_fingerprint_is_of_the_content_that_matters(rules: Path, tmp_path: Path) -> None:
    first, city = (load_pack(rules, pack)[0].sha256 for pack in ("base", "city"))
    (rules / "base/work/advisor.cases.yml").write_text("cases: []\n", "utf-8")
    (rules / "city/extra/bonus.yml").write_bytes((rules / "city/extra/bonus.yml").read_bytes() + "# 注\n".encode())
    copy = shutil.copytree(rules, tmp_path / "copy")
    for path in copy.rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert {load_pack(folder, "base")[0].sha256 for folder in (rules, copy)} == {first}
    assert load_pack(rules, "city")[0].sha256 != city
    assert load_pack(copy, "base")[0].path == (copy / "base").as_posix()


def test_windows_line_ends_and_byte_order_marks_change_nothing(rules: Path) -> None:
    before = load_pack(rules, "city")[0].rules
    for path in rules.rglob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack(rules, "city")[0].rules == before


def test_find_rules(rules: Path) -> None:
    assert find_rules(str(rules)) == rules
    assert (find_rules() / "shared").is_dir()
    for wrong in (rules / "none", rules / "base"):
        with pytest.raises(PackError, match="R201"):
            find_rules(str(wrong))


def test_installed_rules_are_used_where_no_checkout_is_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where a stranger's package called `rules` lies beside ours."""
    monkeypatch.setattr("scorer.packs.folder.__file__", str(tmp_path / "scorer/packs/folder.py"))
    (tmp_path / "rules").mkdir()
    assert find_rules() == tmp_path / "scorer" / "_rules"
    (tmp_path / "rules/shared").mkdir()
    (tmp_path / "rules/shared/cues.yml").touch()
    assert find_rules() == tmp_path / "rules"


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are POSIX")
def test_odd_things_in_the_folder_do_no_harm(rules: Path) -> None:
    before = load_pack(rules, "city")
    (rules / "loop").symlink_to(rules, target_is_directory=True)
    (rules / "base/work/gone.yml").symlink_to(rules / "nothing")
    os.mkfifo(rules / "base/work/pipe.yml")
    (rules / "base/work/.advisor.yml").write_text("[", "utf-8")
    (rules / "base/work/advisor.yml~").write_text("[", "utf-8")
    (rules / "base/README.md").write_text("[", "utf-8")
    assert load_pack(rules, "city") == before


@pytest.mark.skipif(os.name == "nt", reason="Windows names are always text")
def test_a_file_name_that_is_no_text_is_reported(rules: Path) -> None:
    Path(os.fsdecode(os.fsencode(rules) + b"/base/work/\xb9.yml")).touch()
    with pytest.raises(PackError, match="R238") as caught:
        load_pack(rules, "base")
    assert "\\udcb9" in str(caught.value.problems[0].place)


def test_a_warm_start_loads_no_yaml(rules: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from scorer.packs import load_pack; load_pack(Path(sys.argv[1]), 'city');"
        "print(sorted({'yaml', 'jsonschema', 'tempfile', 'scorer.packs.assemble'} & set(sys.modules)))"
    )
    load_pack(rules, "city")
    done = subprocess.run([sys.executable, "-c", script, str(rules)], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert done.stdout == "[]\n", done.stderr
