"""The strict YAML reader: what it gives, what it refuses and how it says so."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scorer.errors import PackError, Place, Problem
from scorer.yamlio import YamlFile, load, parse


def refused(data: bytes | str) -> tuple[Problem, ...]:
    """What is wrong with a file."""
    with pytest.raises(PackError) as caught:
        parse(data, "f.yml")
    return caught.value.problems


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers of PyYAML: the fast one is not there on every machine."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("no libyaml")
    return str(request.param)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "data"),
    [
        (
            "{a: 'no', b: '010', c: '12:30', d: 2020-04-14, e: ~, f: 1.0, g: \"yes\"}",
            {"a": "no", "b": "010", "c": "12:30", "d": "2020-04-14", "e": "~", "f": "1.0", "g": "yes"},
        ),
        ("a:\nb: ''\nc: []\nd: {}", {"a": "", "b": "", "c": [], "d": {}}),
        ("- 聘请…律师\n- 覆盖…【比例 ≥ 100%】\n- '【件数:件/起】'", ["聘请…律师", "覆盖…【比例 ≥ 100%】", "【件数:件/起】"]),
        ("a: >-\n  一\n  二\nb: |\n  三\n  四\n", {"a": "一 二", "b": "三\n四\n"}),
        ("1: 一\ntrue: 二\n<<: 三", {"1": "一", "true": "二", "<<": "三"}),
        ("权重：3", "权重：3"),
        ("--- # 头\na: b\n...\n", {"a": "b"}),
    ],
)
def test_scalars_stay_what_was_written(text: str, data: object) -> None:
    assert parse(text, "f.yml").data == data


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["no", "On", "yes", "010", "12:30"])
def test_what_plain_yaml_guesses_at_must_be_quoted(text: str) -> None:
    with pytest.raises(PackError) as caught:
        parse(f"a: {text}", "f.yml")
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("R211", "f.yml:1:4")


@pytest.mark.parametrize("form", ["{}", "\ufeff{}"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends(form: str, end: str) -> None:
    file = parse(form.format(f"标题: 甲{end}表:{end}  - 名: 乙{end}  - [丙, '丁丁']{end}").encode(), "f.yml")
    assert file.data == {"标题": "甲", "表": [{"名": "乙"}, ["丙", "丁丁"]]}
    assert file.place(("标题",)) == Place("f.yml", 1, 5, "标题: 甲")
    assert file.place(("标题",), key=True).column == 1
    assert file.place(("表", 0, "名")) == Place("f.yml", 3, 8, "  - 名: 乙")
    assert (file.place(("表", 1, 1)).column, file.place(("表", 1, 1), offset=1).column) == (9, 11)
    assert file.place(("表", 0, "没有", 3)) == Place("f.yml", 3, 5, "  - 名: 乙")
    assert str(file.place()) == "f.yml:1:1"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "R209", 0, 0),
        ("# 只有注释\n", "R209", 0, 0),
        ("a: 1\n---\nb: 2\n", "R209", 2, 1),
        ("[" * 40, "R209", 1, 25),
        ("a: 1\na: 2\n", "R206", 2, 1),
        ("a: {b: 1, b: 2}\n", "R206", 1, 11),
        ("a: &x 1\n", "R207", 1, 4),
        ("a: *x\n", "R207", 1, 4),
        ("a: !!str 1\n", "R208", 1, 4),
        ("a: !x [1]\n", "R208", 1, 4),
        ("a: ! 1\n", "R208", 1, 4),
        ("? [a]\n: b\n", "R205", 1, 3),
        ("a: \x07b\n", "R203", 1, 4),
        ("a: \x7f\n", "R203", 1, 4),
        ('a: "\\x1b[31m"\n', "R203", 1, 4),
        ("a:\n\tb: 1\n", "R204", 2, 1),
        ("a:\n  \tb: 1\n", "R204", 2, 3),
        ("a: 1\nb：2\nc: 3\n", "R210", 2, 2),
        ("b：2\nc: 3\n", "R210", 1, 2),
        ("a: b: c\n", "R205", 1, 5),
        ("a: %x\n", "R205", 1, 4),
        ("a: @x\n", "R205", 1, 4),
        ("a: `x\n", "R205", 1, 4),
        ('a: "x\n', "R205", 1, 4),
        ("a: [x\nb: 1\n", "R205", 1, 4),
        ("a: {x\n", "R205", 1, 4),
        ("- a\nb: 1\n", "R205", 2, 1),
        ("a: 'x' y\n", "R205", 1, 8),
        ("a: |x\n", "R205", 1, 5),
    ],
)
def test_what_may_surprise_is_refused_at_its_place(text: str, code: str, line: int, column: int) -> None:
    first = refused(text.replace("b：", "weight：") if code == "R210" else text)[0]
    assert first.code == code
    assert first.place is not None
    assert (first.place.line, first.place.column) == (line, column + 5 * (code == "R210"))
    assert first.message
    assert first.advice


def test_all_of_a_file_comes_at_once() -> None:
    found = refused("a: 1\na: {x: 1}\na: {x: 2}\nb: *x\nc: &y z\nd: !!str 3\ne: [\n")
    assert [p.code for p in found] == ["R206", "R206", "R207", "R207", "R208", "R205"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("a: 1\n标题: 中文\n".encode("gbk"), "GBK"),
        (b"a: 1\n\xff\xff\xff", "UTF-8"),
        ("a: 1\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_other_encodings_are_named(data: bytes, word: str) -> None:
    (problem,) = refused(data)
    assert problem.code == "R202"
    assert word in problem.message
    assert "UTF-8" in problem.advice


def test_the_line_of_a_gbk_file_is_shown_readably() -> None:
    (problem,) = refused("a: 1\nb: 标题\n".encode("gbk"))
    assert problem.place == Place("f.yml", 2, 4, "b: 标题")


def test_a_yaml_bomb_is_refused_at_once() -> None:
    text = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert {problem.code for problem in refused(text)} == {"R207"}


def test_a_huge_file_is_refused_unread() -> None:
    assert refused(b"a" * 2_000_001)[0].code == "R209"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yml", tmp_path):
        with pytest.raises(PackError, match="R201"):
            load(path)


def test_a_file_is_called_what_the_caller_calls_it(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_text("a: b", "utf-8")
    assert load(path).name == path.as_posix()
    assert load(path, "规则.yml").place().path == "规则.yml"


def read_or_refused(data: bytes) -> None:
    """Whatever the bytes, out comes a sound file or a finding with a place; nothing else is ever raised."""
    try:
        file = parse(data, "f.yml")
    except PackError as error:
        refusal = error
    else:
        sound(file)
        return
    assert all(p.code.startswith("R2") and p.place and p.message and p.advice for p in refusal.problems)


def sound(file: YamlFile) -> None:
    """Every value has a place inside the file, and only strings, lists and mappings come out."""
    todo: list[tuple[tuple[str | int, ...], object]] = [((), file.data)]
    while todo:
        steps, value = todo.pop()
        place = file.place(steps)
        assert 1 <= place.line <= len(file.lines) + 1
        assert steps in file.marks
        if isinstance(value, dict):
            todo += [((*steps, k), v) for k, v in value.items()]
        elif isinstance(value, list):
            todo += [((*steps, i), v) for i, v in enumerate(value)]
        else:
            assert isinstance(value, str)


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda t: t.encode("gbk", "ignore")))
@example(b'a: "\\UFFFFFFFF"')
@example(b'a: "\\ud800"')
@example(b"%YAML 1.99999999999999999999\n--- a")
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: b")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


@given(
    st.lists(
        st.sampled_from([*"ab:-[]{},&*!|>'\"%@`#?\\ \n\t…【】：", ": ", "- ", "\n  ", "? ", "---\n", "\x85", "\u2028", "\r\n"]), max_size=25
    ).map("".join)
)
@pytest.mark.parametrize("fast", [True, False])
def test_anything_like_yaml_is_read_or_refused(fast: bool, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if not fast:
            patch.delattr(yaml, "CSafeLoader", raising=False)
        read_or_refused(text.encode())
