"""What can be wrong with a YAML file before YAML begins, and YAML's own complaints in the reviewer's language."""

import re
from typing import Any

from scorer.errors import PackError, Place, Problem

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t")
_WIDE_COLON = re.compile(r"^\s*(?:- )?\s*(?:[A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,4})\s*(?P<colon>：)")
_MAX_FINDINGS = 5

_ADVICE = (
    (
        "mapping values are not allowed",
        "这里的冒号让 YAML 误以为又是一个键",
        "若是句子里的“: ”，请给整句加单引号；若是新的一项，请检查它的缩进和上一行的冒号",
    ),
    ("could not find expected ':'", "这一行没有写成“键: 值”的样子", "请检查是否漏了半角冒号、“-”后面是否漏了空格、上一行的缩进是否有误"),
    ("cannot start any token", "这个字符不能放在开头", "请给整句加单引号"),
    ("unknown escape character", "双引号里的反斜杠写法无效", "请改用单引号"),
    ("Unicode character escape", "双引号里的反斜杠写法无效", "请改用单引号"),
    ("expected escape sequence", "双引号里的反斜杠写法无效", "请改用单引号"),
    ("while scanning a quoted scalar", "引号没有成对", "请补上另一半引号"),
    ("flow sequence", "方括号没有配好", "请用半角逗号分隔、用 ] 收尾；若是普通句子，请给整句加单引号"),
    ("flow mapping", "花括号没有配好", "请用半角逗号分隔、用 } 收尾；若是普通句子，请给整句加单引号"),
    ("while scanning an a", "& 和 * 不能放在开头", "请给整句加单引号"),
    ("tag", "! 不能放在开头", "请给整句加单引号"),
    ("block scalar", "| 和 > 不能放在开头", "请给整句加单引号"),
    ("block mapping", "这一行与上面各行对不齐，或引号后面多了字", "请检查缩进（同级的键左边对齐）和引号"),
    ("block collection", "列表里混进了别的内容", "列表的每一项都要以“- ”开头，并且左边对齐"),
    ("directive", "% 不能放在行首", "请给整句加单引号"),
    ("expected node content", "这里缺少内容，或这个字符不能放在开头", "请给整句加单引号"),
)


def decode(data: bytes, name: str) -> str:
    """UTF-8 text of a file, with or without a byte-order mark; names GBK and UTF-16 where it is that."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PackError(Problem("R202", "文件是 UTF-16 编码", "请用编辑器另存为 UTF-8 编码", Place(name)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        whole = data.split(b"\n")[line - 1]
        try:
            excerpt, kind = whole.decode("gb18030").strip("\r"), "文件像是 GBK（简体中文 Windows）编码，不是 UTF-8"
        except UnicodeDecodeError:
            excerpt, kind = whole.decode("utf-8", "replace").strip("\r"), "文件不是 UTF-8 编码"
        column = len(whole[: error.start - data.rfind(b"\n", 0, error.start) - 1].decode("utf-8", "replace")) + 1
        place = Place(name, line, column, CONTROL.sub("�", excerpt)[:200])
        raise PackError(Problem("R202", kind, "请用编辑器另存为 UTF-8 编码", place)) from None


def unsafe_text(text: str, name: str) -> list[Problem]:
    """Characters that YAML refuses or that nobody can see."""
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if m := CONTROL.search(line):
            shown = CONTROL.sub("�", line)
            place = Place(name, number, m.start() + 1, shown)
            problems.append(Problem("R203", f"有看不见的控制字符 U+{ord(m[0]):04X}", "请删去它（可重新输入这一行）", place))
        elif m := _TAB_INDENT.match(line):
            problems.append(Problem("R204", "用制表符（Tab）缩进", "请把行首的 Tab 换成空格", Place(name, number, m.end(), line)))
        if len(problems) == _MAX_FINDINGS:
            break
    return problems


def syntax_problem(error: Exception, name: str, lines: tuple[str, ...]) -> Problem:
    """A parser's error as a finding at the place where the author went wrong, as near as can be told."""
    mark: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None)
    if mark is None:
        return Problem("R205", "不是有效的 YAML", "请检查引号、括号和缩进", Place(name))
    first = context.line if context is not None else mark.line - 1
    for number in range(max(first, 0), min(mark.line + 1, len(lines))):
        if m := _WIDE_COLON.match(lines[number]):
            place = Place(name, number + 1, m.start("colon") + 1, lines[number])
            return Problem("R210", "键后面用了全角冒号“：”", "请改成半角冒号加一个空格“: ”", place)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    message, advice = next(((m, a) for key, m, a in _ADVICE if key in said), ("不是有效的 YAML", "请检查引号、括号和缩进"))
    early = any(s in said for s in ("quoted scalar", "flow", "an alias", "an anchor"))
    at = context if context is not None and (mark.line >= len(lines) or early) else mark
    line = min(at.line, max(len(lines) - 1, 0))
    excerpt = lines[line] if lines else ""
    return Problem("R205", message, advice, Place(name, line + 1, at.column + 1 if line == at.line else 1, excerpt))
