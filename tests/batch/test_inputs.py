"""What the command line names, and the tables that list reports."""

import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from scorer.batch.inputs import expand
from scorer.batch.items import Item, decode
from scorer.batch.manifest import KINDS, SUFFIXES
from scorer.batch.problems import BatchError
from scorer.errors import InputError, ScorerError
from scorer.pipeline import Overrides
from scorer.render import messages
from tests.ingest.makers import zipped

OUT = Path("out")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")


def paths(*named: str) -> list[str]:
    return [item.path for item in expand(named, OUT)]


def test_folders_by_name_without_what_stands_beside_reports() -> None:
    put("in/b.txt", "in/a/z.docx", "in/c.pdf", "in/.hidden", "in/~$c.docx", "in/c.pdf.review.yml", "in/c.gold.yaml", "in/.git/x", "in/没有后缀")
    assert paths("in") == paths("in/") == ["in/a/z.docx", "in/b.txt", "in/c.pdf", "in/没有后缀"]


def test_the_output_folder_is_no_input() -> None:
    put("a.txt", "out/results.jsonl")
    assert paths(".") == ["./a.txt"]


def test_what_is_named_twice_is_one_input() -> None:
    put("in/a.txt", "in/b.txt")
    assert paths("in/b.txt", "in", "in/*.txt") == ["in/b.txt", "in/a.txt"]


def test_patterns() -> None:
    put("in/b.txt", "in/x/a.txt", "in/c.pdf", "in/[1].txt")
    assert paths("in/**/*.txt") == ["in/[1].txt", "in/b.txt", "in/x/a.txt"]
    assert paths("in/[1].txt") == ["in/[1].txt"], "a file of that name is that file"
    with pytest.raises(BatchError) as caught:
        paths("in/*.doc")
    assert caught.value.problems[0].code == "B501"


def test_a_file_that_does_not_exist_is_an_input() -> None:
    assert paths("nothing.txt", "in\0.txt") == ["nothing.txt", "in\0.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_linked_folders_are_followed_but_not_in_circles(folder: Path) -> None:
    put("in/a.txt", "other/b.txt")
    Path("in/again").symlink_to(folder / "in")
    Path("in/link").symlink_to(folder / "other")
    assert paths("in") == ["in/a.txt", "in/link/b.txt"]


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_stops_the_run() -> None:
    put("in/x/a.txt")
    Path("in/x").chmod(0)
    with pytest.raises(InputError):
        paths("in")


MANIFEST = """\
文件,单位,类别,职能,领域,年度,发布日期,region,备注
a.txt,云澜市水利局,部门,执法、许可,general,2023,2024-1-20,东部,
sub/b.pdf,,,无,生态环境,2022年度,2023年3月1日,西部,"有,逗号"

/abs/c.txt,,government,,,,,,
"""
ITEMS = [
    Item(
        "lists/a.txt",
        Overrides("云澜市水利局", "department", 2023, date(2024, 1, 20), "general", ("enforcement", "licensing")),
        (("kind", "department"), ("region", "东部")),
    ),
    Item(
        "lists/sub/b.pdf", Overrides(year=2022, published=date(2023, 3, 1), sector="ecology", functions=()), (("region", "西部"), ("备注", "有,逗号"))
    ),
    Item("/abs/c.txt", Overrides(kind="government"), (("kind", "government"),)),
]


@pytest.mark.parametrize(
    "data",
    [MANIFEST.encode(), MANIFEST.encode("utf-8-sig"), MANIFEST.encode("gb18030"), MANIFEST.replace("\n", "\r\n").encode("utf-16")],
    ids=["utf-8", "mark", "gbk", "utf-16"],
)
def test_a_manifest_as_programs_save_it(data: bytes) -> None:
    Path("lists").mkdir()
    Path("lists/m.csv").write_bytes(data)
    assert list(expand(["lists/m.csv"], OUT)) == ITEMS


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators(separator: str) -> None:
    Path("m.csv").write_text(f"path{separator}Region\na,b.txt{separator}east\n", "utf-8")
    assert list(expand(["m.csv"], OUT)) == [Item("a,b.txt", groups=(("Region", "east"),))]


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_manifest_of_excel() -> None:
    rows = [
        ("Path", "Year", "published", "region", None),
        ("a.txt", 2023, date(2024, 1, 20), 7.0, None),
        (None,) * 5,
        ("b.txt", 2022.0, None, None, None),
    ]
    Path("m.xlsx").write_bytes(workbook(*rows))
    first, second = expand(["m.xlsx"], OUT)
    assert first == Item("a.txt", Overrides(year=2023, published=date(2024, 1, 20)), (("region", "7"),))
    assert second == Item("b.txt", Overrides(year=2022))


@pytest.mark.parametrize(
    ("text", "lines", "words"),
    [
        ("", [1], "path"),
        ("名称,年度\na,2023\n", [1], "path"),
        ("path,year,年度\na,1,2\n", [1], "不止一次"),
        ("path,year\na,2023\nb,二〇二三\n,2022\nc,1900\n", [3, 4, 5], "year"),
        ("path,kind,functions,published\na,局,唱歌,2024-13-01\n", [2, 2, 2], "kind"),
    ],
)
def test_all_findings_of_a_manifest_with_their_lines(text: str, lines: list[int], words: str) -> None:
    Path("m.csv").write_text(text, "utf-8")
    with pytest.raises(BatchError) as caught:
        list(expand(["m.csv"], OUT))
    assert [p.place.line for p in caught.value.problems] == lines
    assert words in caught.value.problems[0].message


@pytest.mark.parametrize(
    "data",
    [
        b"no zip",
        b"PK\x03\x04cut",
        zipped({"a": b"b"}),
        zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b" " * 30_000_000}),
        workbook(("path",), ("a",))[:-300],
        workbook(("path",), ("a",)).replace(b"sheet1", b"sheet9"),
    ],
    ids=["text", "cut", "zip", "bomb", "short", "renamed"],
)
def test_workbooks_that_are_none(data: bytes) -> None:
    Path("m.xlsx").write_bytes(data)
    with pytest.raises(ScorerError) as caught:
        list(expand(["m.xlsx"], OUT))
    assert [p.code for p in caught.value.problems] <= ["I110"]


@pytest.mark.parametrize("item", [*ITEMS, Item("报告\udcff\n.txt")], ids=str)
def test_items_come_back_from_their_line(item: Item) -> None:
    line = item.encode()
    assert b"\n" not in line
    assert decode(line) == item


def test_the_kinds_are_called_what_the_program_calls_them() -> None:
    assert {zh: kind.value for kind, (zh, _) in messages.KINDS.items()}.items() <= KINDS.items()
    assert SUFFIXES
