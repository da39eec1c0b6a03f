"""Cases that are missing, too few, of elements there are not, or of no rule at all."""

from collections.abc import Iterator
from pathlib import Path

from scorer.authoring.cases import load_cases
from scorer.authoring.places import Placed
from scorer.errors import PackError, Place, Problem
from scorer.packs.explain import nearest, suggest
from scorer.packs.folder import Folder

LEAST_CASES = 6
_WANTED = "两个已做、一个计划、一个否认或他人所为、两个形似"


def check_cases(rules: Path, one: Placed) -> Iterator[Problem]:
    """Findings about the cases of one rule."""
    rule = one.rule
    name = Path(one.file.name).with_suffix("").name
    path = next(iter((rules / one.pack).rglob(f"{name}.cases.yml")), None)
    if path is None:
        yield Problem("R266", f"规则 {rule.id} 没有用例文件", f"请在规则旁新建 {name}.cases.yml", one.at("id"))
        return
    try:
        file, data = load_cases(path)
    except PackError as error:
        yield from error.problems
        return
    cases = data["cases"]
    if len(cases) < LEAST_CASES:
        message = f"规则 {rule.id} 只有 {len(cases)} 个用例"
        yield Problem("R267", message, f"至少 {LEAST_CASES} 个：{_WANTED}", file.place(("cases",), key=True))
    known = [e.id for e in rule.elements]
    named = set()
    for i, case in enumerate(cases):
        named |= set(case["expect"])
        for key in case["expect"]:
            if key not in known:
                place = file.place(("cases", i, "expect", key), key=True)
                yield Problem("R272", f"规则 {rule.id} 没有要件“{key}”", suggest(key, known, "它的要件"), place)
    stray = named - set(known)
    for index, element in enumerate(known):
        if element not in named and not stray:
            place = one.at("elements", index, "id")
            yield Problem("R268", f"要件 {rule.id}.{element} 没有用例", "请加一个写明该要件期望状态的用例", place)


def stray_cases(rules: Path, folder: Folder) -> Iterator[Problem]:
    """Files of cases beside no rule, which would never run."""
    stems = {Path(path).stem for pack in folder.packs() for path in folder.rule_files(pack)}
    for path in sorted(rules.glob("*/**/*.cases.yml")):
        name = path.name.removesuffix(".cases.yml")
        if name not in stems:
            meant = nearest(name, sorted(stems))
            advice = f"是不是“{meant}”？" if meant else "请改成规则的代号，或删去这个文件"
            yield Problem("R273", f"用例文件“{name}”旁边没有同名的规则", advice, Place(path.as_posix(), 1, 1))
