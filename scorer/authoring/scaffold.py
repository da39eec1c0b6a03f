"""A new rule with its cases, written so that filling it in teaches how rules work; and its line in pack.yml."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from scorer.errors import PackError, Place, Problem
from scorer.packs.schema import Json
from scorer.yamlio import YamlFile, load
from scorer.yamlio.write import write_whole

_SLOT = re.compile(r"【[^】]*】")
_GAP = re.compile(r"…+|\.{3,}")


class Draft(Struct, frozen=True):
    """What a new rule needs; what is empty is left for its author to fill in."""

    id: str
    title: str
    category: str
    phrases: tuple[str, ...]
    title_en: str = ""
    weight: int = 1
    why: str = ""
    document: str = ""
    start: str = ""


def write_rule(rules: Path, pack: str, draft: Draft) -> tuple[Path, Path, Path]:
    """Write rule and cases and list the rule; the paths of rule, cases and pack.yml."""
    folder = rules / pack / draft.category
    rule, cases, listing = folder / f"{draft.id}.yml", folder / f"{draft.id}.cases.yml", rules / pack / "pack.yml"
    for path in (rule, cases):
        if path.exists():
            raise PackError(Problem("R274", f"文件已经存在：{path.as_posix()}", "请换一个代号，或直接修改它", Place(path.as_posix())))
    listed = _listed(load(listing), draft)
    folder.mkdir(parents=True, exist_ok=True)
    rule.write_text(rule_text(draft), "utf-8", newline="\n")
    cases.write_text(cases_text(draft), "utf-8", newline="\n")
    write_whole(listing, listed)
    return rule, cases, listing


def _listed(file: YamlFile, draft: Draft) -> str:
    """pack.yml with the rule at the end of its list, everything else as its author left it."""
    data: Json = file.data
    lines = list(file.lines)
    listed: list[str] = data.get("rules", [])
    if "rules" not in data:
        return "\n".join([*lines, "rules:", f"  - {draft.id}", ""])
    last = file.place(("rules", len(listed) - 1))
    if not listed or not last.excerpt.lstrip().startswith("- "):
        advice = f"请改成每行一个“- 代号”，再加上“- {draft.id}”"
        raise PackError(Problem("R274", "rules 列表写成了一行，不能自动添加", advice, file.place(("rules",))))
    indent = last.excerpt[: len(last.excerpt) - len(last.excerpt.lstrip())]
    lines.insert(last.line, f"{indent}- {draft.id}")
    return "\n".join([*lines, ""])


def quoted(text: str) -> str:
    """A value in single quotes where YAML could read it otherwise."""
    plain = re.fullmatch(r"[\w\u4e00-\u9fff…/／【】（）《》、，]+(?: [≥≤] [\w%]+】)?[\w\u4e00-\u9fff…/／【】]*", text) and not text[0].isdigit()
    return text if plain else "'" + text.replace("'", "''") + "'"


def rule_text(draft: Draft) -> str:
    """The rule file, with a comment above everything a newcomer asks about."""
    document, start = quoted(draft.document or "（请填写文件名称）"), draft.start or "2016-01-01"
    basis = f"  - document: {document}\n    from: {start}   # 施行日期；报告年度里不施行的依据不用\n"
    return f"""# yaml-language-server: $schema=../../schema/rule.schema.json
# 井号后面是说明，程序不读。改完存盘，运行 scorer rules check 看有没有写错。
id: {draft.id}   # 与文件同名
title: {quoted(draft.title)}
title_en: {quoted(draft.title_en or draft.id)}
category: {draft.category}   # 与所在文件夹同名
weight: {draft.weight}   # 3 法律法规直接规定的，2 中央文件提出的，1 良好做法
why: {quoted(draft.why or "（请写明为什么要查这一项）")}
basis:
{basis}elements:
  # 一个要件是报告里要写明的一件事；几个要件都做到才算“满足”。
  - id: done
    title: {quoted(draft.title)}
    title_en: {quoted(draft.title_en or draft.id)}
    phrases:
      # 写报告里的说法：… 表示中间可隔几个字，/ 表示任选其一，【件数 ≥ 2次】表示要有数值。
      # 不必写“已”“了”：做没做、是不是计划，由程序看上下文判断。
{"".join(f"      - {quoted(p)}{chr(10)}" for p in draft.phrases)}    # never:   # 看着像、其实不是的说法写在这里
    #   - 企业…
"""


def cases_text(draft: Draft) -> str:
    """Six cases that hold from the start, each to be replaced by a real sentence."""
    said = [sentence(p) for p in draft.phrases]
    first, second = said[0], said[1 % len(said)]
    entries = (
        ("已做到（请换成报告里的原句）", f"我局[{first}]。", "done", "# 方括号括住谓语：程序会自动改成“未…”“拟…”再试，结论必须跟着变。"),
        ("换一种说法，也已做到", f"全年[{second}]。", "done", ""),
        ("只是打算", f"明年拟{first}。", "planned", "# planned 只是计划，denied 自认没有做，absent 没有说到。"),
        ("自认没有做", f"我局尚未{first}。", "denied", ""),
        ("别的单位做的不算", f"市司法局{first}。", "absent", "# 形似而实非的最要紧：规则宁可漏，不可冤。"),
        ("只有文件名", f"组织学习《关于{first}的意见》。", "absent", ""),
    )
    text = "# yaml-language-server: $schema=../../schema/cases.schema.json\n"
    text += f"# 用例：一句话和它应得的结论。运行 scorer rules test {draft.id} 逐个核对。\ncases:\n"
    for name, passage, state, note in entries:
        text += f"  {note}\n" if note else ""
        text += f"  - name: {name}\n    text: {quoted(passage)}\n    expect: {{done: {state}}}\n"
    return text


def sentence(phrase: str) -> str:
    """A phrase as somebody would write it: the first of its words, gaps closed, slots filled."""
    filled = _SLOT.sub(lambda m: _value(m[0]), phrase)
    return "".join(re.split(r"[/／]", part)[0] for part in _GAP.split(filled)).replace("\\", "")


def _value(slot: str) -> str:
    number = re.search(r"\d[\d.]*\S*(?=】)", slot)
    if number:
        return number[0]
    return {"比例": "100%", "金额": "10万元", "时限": "5日", "日期": "1月10日", "次数": "3次", "件数": "3件"}.get(slot[1:3], "3个")


def categories_of(rules: Path, pack: str, seen: Sequence[str] = ()) -> list[str]:
    """Ids of the categories a rule of this pack may have: its own and those of the packs it extends."""
    path = rules / pack / "pack.yml"
    if pack in seen or not path.is_file():
        return []
    data: Json = load(path).data
    own = [str(c["id"]) for c in data.get("categories", ()) if isinstance(c, dict) and "id" in c]
    return [*(categories_of(rules, str(data["extends"]), (*seen, pack)) if "extends" in data else []), *own]
