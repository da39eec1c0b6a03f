"""One page a rule, generated from the packs: basis, elements, phrases, and the cases as examples."""

from collections.abc import Iterator
from pathlib import Path

from scorer.authoring.cases import Case, read_cases
from scorer.authoring.mutate import unmark
from scorer.model.rule import Basis, Element, Pack, Rule
from scorer.packs import load_pack
from scorer.packs.folder import read_folder

STATES = {"done": "已做", "planned": "仅计划", "denied": "自认未做", "absent": "未提及"}
NOTE = "<!-- 由 scorer rules docs 生成，请改规则文件，不要改本页 -->"
_GROUPS = (("phrases", "短语"), ("lacks", "自认未做的说法"), ("never", "形似而非的说法"))


def pages(rules: Path) -> dict[str, str]:
    """Every page by its file name, for all packs of a folder."""
    found: dict[str, str] = {}
    index = [NOTE, "# 规则一览", ""]
    for pack_id in (p for p in read_folder(rules).packs() if (rules / p).is_dir()):
        pack, _ = load_pack(rules, pack_id)
        own = [r for r in pack.rules if (rules / pack_id / r.category / f"{r.id}.yml").is_file()]
        index += [f"## {pack.title}（`{pack.id}`）", ""]
        for rule in own:
            index.append(f"- [{rule.title}]({rule.id}.md)（`{rule.id}`，权重 {rule.weight}）")
            found[f"{rule.id}.md"] = page(rule, pack, examples(rules, pack_id, rule))
        index.append("")
    found["README.md"] = "\n".join(index)
    return found


def examples(rules: Path, pack: str, rule: Rule) -> list[Case]:
    """The cases of a rule that hold; recorded limits are no examples."""
    path = rules / pack / rule.category / f"{rule.id}.cases.yml"
    return [c for c in read_cases(path)[0] if not c.known] if path.is_file() else []


def page(rule: Rule, pack: Pack, cases: list[Case]) -> str:
    """The page of one rule."""
    category = next((c.title for c in pack.categories if c.id == rule.category), rule.category)
    lines = [NOTE, f"# {rule.title}", "", f"`{rule.id}` · {rule.title_en} · {category} · 权重 {rule.weight}", ""]
    lines += [" ".join(rule.why.split()), ""] if rule.why else []
    if rule.basis:
        lines += ["## 依据", "", *(f"- {basis(b)}" for b in rule.basis), ""]
    lines += ["## 要件", ""]
    for element in rule.elements:
        lines += _element(element)
    if cases:
        titles = {e.id: e.title for e in rule.elements}
        lines += ["## 例子", "", "| 报告里的话 | 结论 | 为什么 |", "|---|---|---|"]
        lines += [f"| {_cell(unmark(c.text))} | {_states(c, titles)} | {_cell(c.name)} |" for c in cases]
        lines.append("")
    return "\n".join(lines)


def basis(b: Basis) -> str:
    """A basis on one line."""
    dates = f"（{b.start or '…'} 起{f'，至 {b.end}' if b.end else ''}）" if b.start or b.end else ""
    return f"《{b.document}》{b.number}{b.article}{dates}{'' if b.verified else ' 〔条文未核对〕'}"


def _element(element: Element) -> Iterator[str]:
    yield from (f"### {element.title}（`{element.id}`）", "")
    if element.deadlines:
        for d in element.deadlines:
            yield f"- {d.first or '…'}–{d.last if d.last < 2099 else '…'} 年度：次年 {d.month} 月 {d.day} 日前"
        yield ""
    for key, title in _GROUPS:
        phrases = getattr(element, key)
        if phrases:
            yield from (f"{title}：", "", *(f"- `{p.text}`{_near(p.near)}" for p in phrases), "")


def _near(words: tuple[str, ...]) -> str:
    return f"（附近有 {'、'.join(words)}）" if words else ""


def _states(case: Case, titles: dict[str, str]) -> str:
    return "；".join(f"{titles.get(k, k)}：{STATES[v.value]}" for k, v in case.expect.items())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
