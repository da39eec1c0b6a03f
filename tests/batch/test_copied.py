"""Copied evidence in the results of a batch: marked whatever the order, at no cost; discounted only where a pack says so, and with care."""

import hashlib
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

import scorer.render
from scorer.cli.app import run as run_command
from scorer.cli.exits import Exit
from scorer.model.result import Decision, Verdict
from scorer.overrides.write import record
from scorer.pipeline import Scorer
from tests.batch.conftest import Batch, final

SCHEMA = jsonschema.Draft202012Validator(json.loads((Path(scorer.render.__file__).parent / "scorecard.schema.json").read_text("utf-8")))
COPIED = (
    "围绕重大决策严把法律关口，全年聘请法律顾问十二名，出具法律意见书340份，参与合同谈判56次，代为出庭应诉27件，"
    "协助清理陈年积案，逐一提出处理意见，各科室办事有了可以随时请教的人。"
)
SLOGAN = (
    "深入学习贯彻《法治政府建设实施纲要（2021—2025年）》，健全依法决策机制，聘请专家学者和执业律师担任法律顾问，"
    "充分发挥他们在制定重大行政决策、推进依法行政中的积极作用，严格规范公正文明执法，不断提高运用法治思维的能力。"
)
NEWER, ELDER, TWIN = ("青筠县教育局", 2023), ("云澜市水利局", 2022), ("虹渡区民政局", 2023)


def report(whose: tuple[str, int], *paragraphs: str, tail: str = "") -> str:
    body, year = whose
    head = f"{body}{year}年度法治政府建设情况报告\n发布日期：{year + 1}-03-01\n\n一、主要工作\n"
    return head + "\n".join(paragraphs) + f"\n\n三、下一步工作打算\n下一步加强{body}的培训{tail}。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path


@pytest.fixture
def strict(rules: Path) -> Path:
    """A pack that discounts."""
    own = Path("strict/x")
    own.mkdir(parents=True)
    pack = "id: x\nextends: rule-of-law\ntitle: 从严\nversion: '0.1.0'\ncopied: discount\nrules: []\nweights_why: 试\n"
    (own / "pack.yml").write_text(pack, "utf-8")
    for path in (*(rules / "shared").iterdir(), *(rules / "rule-of-law").rglob("*.yml")):
        target = own.parent / path.relative_to(rules)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return own.parent


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path("in", f"{name}.txt").write_text(text, "utf-8")


def cards(out: str = "out") -> dict[str, dict]:
    found = [json.loads(line) for line in Path(out, "results.jsonl").read_text("utf-8").splitlines()]
    for one in found:
        SCHEMA.validate(one)
    return {Path(one["report"]["path"]).stem: one for one in found}


def advisor(card: dict) -> dict:
    return next(rule for rule in card["rules"] if rule["id"] == "advisor")


def without_marks(card: dict) -> dict:
    for rule in card["rules"]:
        rule.pop("copied", None)
        for piece in (piece for element in rule["elements"] for piece in element["evidence"]):
            piece.pop("copied_from", None)
    return card


def test_evidence_is_marked_and_nothing_else_changes(batch: Batch) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED), c=report(TWIN, "聘请法律顾问三名。"))
    assert batch("in", "-o", "out").code == 0
    marked = cards()
    rule = advisor(marked["b"])
    assert rule["elements"][0]["evidence"][0]["copied_from"] == {
        "relation": "other-body",
        "body": ELDER[0],
        "year": ELDER[1],
        "path": "in/a.txt",
        "line": 5,
        "similarity": 100,
        "mutual": False,
    }
    assert (rule["copied"], rule["verdict"], rule["points"], rule["needs_review"]) == (True, "met", 2, False)
    assert "copied" not in advisor(marked["a"]) and "copied" not in advisor(marked["c"])
    assert batch("in", "-o", "plain", "--no-copies").code == 0
    assert [without_marks(card) for card in marked.values()] == list(cards("plain").values())


def test_order_jobs_and_going_on_change_no_mark(batch: Batch) -> None:
    third = ("桐墟镇人民政府", 2023)
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED), c=report(TWIN, COPIED), d=report(third, COPIED, SLOGAN), e=report(ELDER, SLOGAN))
    names = [f"in/{name}.txt" for name in "abcde"]
    assert batch(*names, "-o", "out", "--jobs", "2").code == 0
    assert batch(*names[::-1], "-o", "back").code == 0
    assert batch(*names[1:3], "-o", "on").code == 0
    assert batch(*names, "-o", "on", "--resume").code == 0
    assert cards() == cards("back")
    assert final(Path("out")) == final(Path("on"))
    assert sum("copied" in advisor(card) for card in cards().values()) == 3


def test_tables_cards_and_the_ranking_show_it(batch: Batch, rules: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED), c=report(TWIN, "聘请法律顾问三名。"))
    assert batch("in", "-o", "out", "--lang", "en").code == 0
    head, *rows = [line.split(",") for line in Path("out/summary.csv").read_text("utf-8-sig").splitlines()]
    assert [row[head.index("Items with copied proof")] for row in rows] == ["0", "1", "0"]
    head, *rows = load_workbook("out/ranking.xlsx").worksheets[0].iter_rows(values_only=True)
    told = {row[head.index("Body")]: (row[head.index("Place")], row[head.index("Copied")]) for row in rows}
    assert told == {}, "these are too short to be ranked"
    assert run_command(["rank", "out", "--min-text", "0", "--lang", "en"]) is Exit.FINE
    assert "Copied: how many items are proved only by text of another report" in " ".join(capfdbinary.readouterr().out.decode().split())
    assert run_command(["rank", "out", "--min-text", "0", "--format", "json"]) is Exit.FINE
    entries = json.loads(capfdbinary.readouterr().out)["groups"][0]["entries"]
    assert [(Path(e["path"]).stem, e["place"], e["copied"]) for e in entries] == [("a", 1, 0), ("b", 1, 1), ("c", 1, 0)]
    assert run_command(["rank", "out", "--format", "html", "--rules", str(rules), "--lang", "en"]) is Exit.FINE
    pages = [Path(f"out/ranking/cards/{n}.html").read_text("utf-8") for n in (1, 2)]
    assert ["as in the report of 云澜市水利局 (in/a.txt, line 5, 100% alike)" in page for page in pages] == [False, True]
    assert ["Copied proof" in page for page in pages] == [False, True]


def test_without_looking_no_table_claims_to_have_looked(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED))
    monkeypatch.setattr("scorer.batch.copied.MOST", 1)
    done = batch("in", "-o", "out")
    assert "雷同文字未查（超过 1 份；要查请加 --copies）" in done.out
    assert "佐证雷同的项" not in Path("out/summary.csv").read_text("utf-8-sig")
    assert "copied" not in advisor(cards()["b"])
    assert "雷同文字未查" not in batch("in", "-o", "out", "--copies").out
    assert advisor(cards()["b"])["copied"]


def test_a_search_that_breaks_off_stops_the_run(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED))
    with monkeypatch.context() as patch:
        patch.setattr("scorer.batch.copied._START", "import os; os.write(1, b'[1,'); os._exit(9)")
        stopped = batch("in", "-o", "out")
    assert (stopped.code, "B511" in stopped.err, "--no-copies" in stopped.err) == (2, True, True)
    assert not Path("out/results.jsonl").exists()
    assert batch("in", "-o", "out").code == 0


ELEVEN = {f"z{i}": report((f"{name}县财政局", 2022), COPIED) for i, name in enumerate("安柏川岱恩丰谷海和济康")}


@pytest.mark.parametrize(
    ("texts", "verdict", "open_to"),
    [
        ({"a": report(ELDER, COPIED)}, "missing", "met"),
        ({"a": report(ELDER, COPIED.replace("逐一提出", "一一提出"))}, "missing", "met"),
        ({"a": report(TWIN, COPIED)}, "met", "missing"),
        ({"a": report(TWIN, COPIED), "c": report(ELDER, COPIED)}, "missing", "met"),
        ({"a": report((NEWER[0], 2022), COPIED)}, "met", None),
        ({"a": report(("虹渡区民政局", 2024), COPIED)}, "met", None),
        ({"a": report(ELDER, COPIED.replace("十二名", "十五名").replace("340", "512"))}, "met", None),
        ({"a": report(ELDER, COPIED[:26])}, "met", None),
        (ELEVEN, "met", None),
    ],
    ids=["copied", "nearly", "same year", "same year and before", "own last year", "the source", "other figures", "short", "everybody"],
)
def test_what_is_held_against_a_body(batch: Batch, strict: Path, texts: dict[str, str], verdict: str, open_to: str | None) -> None:
    write(b=report(NEWER, COPIED), **texts)
    assert batch("in", "-o", "out", "--rules", strict, "--pack", "x").code == 0
    card = cards()["b"]
    rule = advisor(card)
    assert (rule["verdict"], rule["alternative"], rule["needs_review"]) == (verdict, open_to, open_to is not None)
    assert [reason["code"] for reason in rule["review_reasons"]] == (["copied"] if open_to else [])
    assert (rule["points"], card["score"]) == ((2, 100) if verdict == "met" else (0, 33.3))
    if verdict == "missing":
        (element,) = rule["elements"]
        assert (element["state"], element["evidence"], element["rejected"][0]["gate"]) == ("absent", [], "copied")
        assert card["categories"][0]["counts"]["missing"] == 1 and card["grade"] == "d"


def test_what_all_may_write_is_never_held_against_anybody(batch: Batch, strict: Path) -> None:
    write(a=report(ELDER, SLOGAN), b=report(NEWER, SLOGAN))
    assert batch("in", "-o", "out", "--rules", strict, "--pack", "x").code == 0
    rule = advisor(cards()["b"])
    assert (rule["copied"], rule["verdict"], rule["needs_review"]) == (True, "met", False)


def test_own_proof_beside_the_copied_one_is_enough(batch: Batch, strict: Path) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED, "另行聘请两名律师担任常年法律顾问。"))
    assert batch("in", "-o", "out", "--rules", strict, "--pack", "x").code == 0
    rule = advisor(cards()["b"])
    assert (rule["verdict"], "copied" in rule, rule["needs_review"]) == ("met", False, False)


def test_a_lack_admitted_beside_it_decides(batch: Batch, strict: Path) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED, "局里尚未聘请专职法律顾问。"))
    assert batch("in", "-o", "out", "--rules", strict, "--pack", "x").code == 0
    rule = advisor(cards()["b"])
    assert (rule["verdict"], rule["shortfall"], rule["elements"][0]["state"]) == ("failed", ["appointed"], "denied")


def test_what_a_person_decided_stands(batch: Batch, strict: Path) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED))
    judged = {j.rule.id: j for j in Scorer(str(strict), "x").score_file("in/b.txt").judgements}["advisor"]
    sha256 = hashlib.sha256(Path("in/b.txt").read_bytes()).hexdigest()
    decision = Decision("advisor", judged.verdict, Verdict.MET, "甲", date(2024, 5, 1), "看过原件", sha256, judged.rule.sha256)
    record("in/b.txt", decision)
    assert batch("in", "-o", "out", "--rules", strict, "--pack", "x").code == 0
    card = cards()["b"]
    assert (advisor(card)["verdict"], advisor(card)["reviewed"]["by"], card["score"]) == ("met", "甲", 100)


def test_the_ranking_reads_what_was_discounted(batch: Batch, strict: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(a=report(ELDER, COPIED), b=report(NEWER, COPIED))
    assert batch("in", "-o", "out", "--rules", strict, "--pack", "x").code == 0
    assert run_command(["rank", "out", "--min-text", "0", "--format", "json"]) is Exit.FINE
    entries = json.loads(capfdbinary.readouterr().out)["groups"][0]["entries"]
    assert [(Path(e["path"]).stem, e["place"], e["interval"], e["copied"]) for e in entries] == [("a", 1, [1, 1], 0), ("b", 2, [1, 2], 1)]


def test_a_pack_that_says_something_else_is_refused(batch: Batch, strict: Path) -> None:
    write(a=report(ELDER, COPIED))
    file = strict / "x/pack.yml"
    file.write_text(file.read_text("utf-8").replace("discount", "ignore"), "utf-8")
    refused = batch("in", "-o", "out", "--rules", strict, "--pack", "x")
    assert (refused.code, "x/pack.yml:5" in refused.err) == (2, True)
