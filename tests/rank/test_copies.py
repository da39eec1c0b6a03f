"""Copied text: found, told from common wordings, warned about where it was not corrected, and marked where it proves something."""

import json
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.clean import clean
from scorer.cli.app import run as run_command
from scorer.cli.exits import Exit
from scorer.copies import Texts, TextsError, find_copies, mark
from scorer.copies.align import SHORTEST, align
from scorer.copies.shingles import FIELDS, LENGTH, WINDOW, prints
from scorer.copies.texts import Text
from scorer.model.copying import Cited, Copies, Misfit, Relation, Subject
from scorer.model.document import Document, Kind
from scorer.model.text import RawSpan, Source
from scorer.rank import read_results
from tests.rank.conftest import Make

OWN = "全年组织河湖巡查三百余次，整治乱占乱建二十八处，拆除违章棚屋十七间，清运垃圾四十余吨，群众满意率稳步提升。"
OTHER = "窗口单位推行错时延时服务，老年人办事由专人陪同，全程代办事项增至五十六项，平均等候缩短到九分钟以内。"
SHARED = "我局把行政执法三项制度落到每一个环节，执法前亮证告知，执法中全程录像，执法后案卷归档，重大决定一律先经法制审核再提请集体讨论。"
COMMON = "坚持以人民为中心的发展思想，统筹推进依法治国各项部署要求，不断开创法治政府建设工作新的局面，为高质量发展提供保障。"


def report(body: str, year: int, *paragraphs: str) -> str:
    return "\n".join([f"{body}{year}年度法治政府建设情况报告", "", "一、主要工作", *paragraphs, ""])


def found(folder: Path) -> Copies:
    results = read_results(folder).scored
    with Texts(folder) as texts:
        return find_copies(texts, [Subject(r.path, r.sha256, r.body, r.year) for r in results])


def test_a_passage_of_another_body(make: Make) -> None:
    copies = found(make(a=report("云澜市水利局", 2022, OWN, SHARED), b=report("青筠县教育局", 2022, SHARED, OTHER)))
    (copied,) = copies.passages
    assert (copied.relation, copied.similarity, copied.mutual) == (Relation.OTHER_BODY, 100, True)
    assert copied.here.quote == copied.there.quote == SHARED
    assert (copied.here.line, copied.there.line) == (5, 4)
    assert not copies.warnings


def test_nearly_the_same(make: Make) -> None:
    changed = SHARED.replace("每一个环节", "每一道工序").replace("一律先经", "都要先经")
    copies = found(make(a=report("云澜市水利局", 2022, SHARED), b=report("青筠县教育局", 2023, changed)))
    (copied,) = copies.passages
    assert 80 <= copied.similarity < 100 and not copied.mutual
    assert (copies.subjects[copied.here.text].path, copies.subjects[copied.there.text].path) == ("b.txt", "a.txt")


def test_punctuation_and_line_breaks_hide_nothing(make: Make) -> None:
    broken = SHARED.replace("，", "；").replace("环节", "环\n节").replace("三项", "三 项")
    copies = found(make(a=report("云澜市水利局", 2022, SHARED), b=report("青筠县教育局", 2022, broken)))
    assert [c.similarity for c in copies.passages] == [100]


def test_unlike_reports_share_nothing(make: Make) -> None:
    assert found(make(a=report("云澜市水利局", 2022, OWN), b=report("青筠县教育局", 2022, OTHER))).passages == ()


def test_of_its_own_only_the_report_before_is_told(make: Make) -> None:
    years = {f"y{y}": report("云澜市水利局", y, SHARED) for y in (2020, 2021, 2023)}
    copies = found(make(**years))
    pairs = [(copies.subjects[c.here.text].year, copies.subjects[c.there.text].year, c.relation) for c in copies.passages]
    assert pairs == [(2021, 2020, Relation.EARLIER_YEAR), (2023, 2021, Relation.EARLIER_YEAR)]


def test_what_everybody_writes_is_no_copy(make: Make) -> None:
    bodies = [f"{a}{b}县水利局" for a in "青云澜桐" for b in "筠溪墟"]
    assert found(make(**{f"r{i}": report(b, 2022, COMMON) for i, b in enumerate(bodies)})).passages == ()
    assert found(make(**{f"r{i}": report(b, 2022, COMMON) for i, b in enumerate(bodies[:3])})).passages != ()


NAMED = "今年以来，青筠县教育局组织执法人员集中培训六期，邀请专家讲授行政处罚法，考试合格率百分之百，办案质量明显提高，群众评价良好。"
DATED = "2021年，全局共受理各类来信来访一百三十二件，已全部在规定的期限以内办理完毕并答复来信来访的群众，没有发生一起重复上访的事。"
LAWS = "《法治政府建设实施纲要（2021—2025年）》印发以后，我局逐条对照，自2021年7月15日起开展专项清理，废止不合时宜的内部规定九项并向社会公布。"


@pytest.mark.parametrize(
    ("mine", "theirs", "warned"),
    [
        (report("云澜市水利局", 2022, NAMED), report("青筠县教育局", 2022, NAMED), [(Misfit.OTHER_BODY_NAMED, "a.txt", "青筠县教育局", 4)]),
        (report("青筠县教育局浮岚分局", 2022, NAMED), report("青筠县教育局", 2022, NAMED), []),
        (report("云澜市水利局", 2022, DATED), report("云澜市水利局", 2021, DATED), [(Misfit.OTHER_YEAR_NAMED, "a.txt", "2021", 4)]),
        (report("云澜市水利局", 2022, LAWS), report("云澜市水利局", 2021, LAWS), []),
        (report("云澜市水利局", 2022, OWN), report("云澜市水利局", 2022, OTHER), [(Misfit.SAME_REPORT, "b.txt", "云澜市水利局 2022", 1)]),
        (report("云澜市水利局", 2022, OWN), report("云澜市水利局", 2022, OWN), []),
    ],
    ids=["body", "branch", "year", "law", "twice", "same file"],
)
def test_copied_and_not_corrected(make: Make, mine: str, theirs: str, warned: list[object]) -> None:
    copies = found(make(a=mine, b=theirs))
    assert [(w.misfit, copies.subjects[w.text].path, w.said, w.line) for w in copies.warnings] == warned


def test_evidence_is_marked_where_half_of_it_is_copied(make: Make) -> None:
    copies = found(make(a=report("云澜市水利局", 2022, OWN, SHARED), b=report("青筠县教育局", 2023, SHARED)))
    (copied,) = copies.passages
    start, end = copied.here.span.start, copied.here.span.end
    inside, across, outside = (Cited(1, "规则", "要件", RawSpan(*span)) for span in ((start, start + 9), (end - 4, end + 5), (0, 9)))
    source = Cited(0, "规则", "要件", copied.there.span)
    assert [m.cited for m in mark(copies, [inside, across, outside, source])] == [inside]


def test_the_command_marks_and_takes_no_point(make: Make, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    folder = make(a=report("云澜市水利局", 2022, OWN, SHARED), b=report("青筠县教育局", 2022, SHARED, OTHER))
    before = (folder / "results.jsonl").read_bytes()
    assert run_command(["copies", str(folder), "--format", "json"]) is Exit.FINE
    data = json.loads(capfdbinary.readouterr().out)
    assert {e["path"] for e in data["passages"][0]["evidence"]} == {"a.txt", "b.txt"}
    assert run_command(["copies", str(folder)]) is Exit.FINE
    assert "照计，只作标记" in capfdbinary.readouterr().out.decode()
    assert run_command(["copies", str(folder), "--format", "csv", "--lang", "en"]) is Exit.FINE
    assert "either may be the source" in capfdbinary.readouterr().out.decode()
    assert (folder / "results.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.update(path=3),
        lambda t: t.pop("text"),
        lambda t: t.update(prints="not base64!"),
        lambda t: t.update(prints="AAAA"),
        lambda t: t.update(text="短"),
        lambda t: t.clear(),
    ],
)
def test_damaged_texts(make: Make, change: Callable[[dict], object]) -> None:
    folder = make(a=report("云澜市水利局", 2022, SHARED))
    line = json.loads((folder / "texts.jsonl").read_text("utf-8"))
    change(line)
    (folder / "texts.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    with Texts(folder) as texts, pytest.raises(TextsError, match="D508"):
        texts.get(0)


def test_texts_of_other_results(make: Make, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    folder = make(a=report("云澜市水利局", 2022, SHARED))
    text = json.loads((folder / "texts.jsonl").read_text("utf-8"))
    (folder / "texts.jsonl").write_text(json.dumps({**text, "path": "z.txt"}) + "\n", "utf-8")
    assert run_command(["copies", str(folder)]) is Exit.USAGE
    (folder / "texts.jsonl").unlink()
    assert run_command(["copies", str(folder)]) is Exit.USAGE
    err = capfdbinary.readouterr().err.decode()
    assert "D509" in err and "D507" in err


WORDS = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会法制政府建设报告执审核办案公开监督"
chinese = st.text(alphabet=WORDS, min_size=60, max_size=120)


@settings(max_examples=60)
@given(chinese, chinese, chinese, chinese, st.permutations(WORDS), st.integers(SHORTEST, len(WORDS)))
def test_every_long_shared_run_is_found(a: str, b: str, c: str, d: str, letters: list[str], length: int) -> None:
    """Wherever it stands: winnowing keeps a shingle of every run of LENGTH + WINDOW - 1 letters, and passages grow to their full length."""
    assert SHORTEST >= LENGTH + WINDOW - 1
    run = "".join(letters[:length])
    one, other = text_of(f"{a}\n{run}\n{b}"), text_of(f"{c}\n{run}\n{d}")
    start, end = len(a) + 1, len(a) + 1 + length
    assert any(s.one.start <= start and end <= s.one.end for s in align(one, other))


def test_a_text_of_one_letter_is_no_trouble() -> None:
    assert len(text_of("一" * 100_000).prints) == FIELDS
    assert len(list(align(text_of("一" * 1000), text_of("一" * 1000)))) == 1


def text_of(text: str) -> Text:
    source = Source("x", "", text)
    cleaned = clean(source)
    found = prints(cleaned, Document(cleaned.text, (), None, Kind.DEPARTMENT, None, "general", None, None))
    assert isinstance(found, array) and len(found) % FIELDS == 0
    return Text("x", "", text, found)
