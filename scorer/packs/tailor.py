"""What a pack changes in the rules it inherits: switched off, re-weighted, narrowed; the originals stay as they are."""

from msgspec import Struct, field
from msgspec.structs import replace

from scorer.errors import Place, Problem
from scorer.model.rule import Category, CopiedText, Grade, Rule
from scorer.packs.explain import suggest
from scorer.packs.folder import Folder
from scorer.packs.listing import PackFile
from scorer.packs.rules import fingerprint
from scorer.packs.schema import Json
from scorer.packs.words import Synonyms
from scorer.yamlio import Steps

SIMILARITY = 85.0


class Assembly(Struct):
    """The pack as far as its parents have made it; `known` are the ids of all rules met, fit for use or not."""

    folder: Folder
    synonyms: Synonyms
    problems: list[Problem]
    categories: dict[str, Category] = field(default_factory=dict)
    grades: tuple[Grade, ...] = ()
    rules: dict[str, Rule] = field(default_factory=dict)
    known: dict[str, None] = field(default_factory=dict)
    sector: str = ""
    similarity: float = SIMILARITY
    copied: CopiedText = CopiedText.MARK

    def refuse(self, code: str, message: str, advice: str, place: Place) -> None:
        """Note a finding and go on."""
        self.problems.append(Problem(code, message, advice, place))


def change_inherited(work: Assembly, step: PackFile) -> None:
    """Switch off, re-weight and narrow rules of the parents."""
    for i, rule_id in enumerate(step.data.get("disable", ())):
        if _is_known(work, step, rule_id, ("disable", i)):
            work.rules.pop(rule_id, None)
    for rule_id, weight in step.data.get("weights", {}).items():
        if _is_known(work, step, rule_id, ("weights", rule_id)) and rule_id in work.rules:
            work.rules[rule_id] = replace(work.rules[rule_id], weight=weight)
    for rule_id, scope in step.data.get("narrow", {}).items():
        if _is_known(work, step, rule_id, ("narrow", rule_id)) and rule_id in work.rules:
            work.rules[rule_id] = _narrow(work, step, work.rules[rule_id], scope)


def _narrow(work: Assembly, step: PackFile, rule: Rule, scope: Json) -> Rule:
    """The rule for fewer bodies or years; what would widen it is refused, as it would pass for a stricter pack."""
    for i, kind in enumerate(scope.get("kinds", ())):
        if rule.kinds and kind not in rule.kinds:
            place = step.file.place(("narrow", rule.id, "kinds", i))
            work.refuse("R239", f"规则“{rule.id}”本来就不适用于“{kind}”", "narrow 只能收窄适用范围，请删去它", place)
    first, last = max(rule.first_year, scope.get("from_year", 0)), min(rule.last_year, scope.get("to_year", rule.last_year))
    if last < first:
        key = "to_year" if "to_year" in scope else "from_year"
        advice = "请核对 from_year 和 to_year，或改用 disable 停用它"
        work.refuse("R234", f"规则“{rule.id}”收窄后没有适用的年度", advice, step.file.place(("narrow", rule.id, key)))
    functions = tuple(dict.fromkeys((*rule.functions, *scope.get("functions", ()))))
    sha256 = fingerprint([rule.sha256, scope])
    return replace(rule, kinds=tuple(scope.get("kinds", rule.kinds)), functions=functions, first_year=first, last_year=last, sha256=sha256)


def _is_known(work: Assembly, step: PackFile, rule_id: str, steps: Steps) -> bool:
    if rule_id in work.known:
        return True
    extends = "extends" in step.data
    advice = suggest(rule_id, work.known, "上级规则包的规则") if extends else "只有扩展（extends）别的规则包时才能用"
    work.refuse("R236", f"上级规则包里没有规则“{rule_id}”", advice, step.file.place(steps, key=steps[0] != "disable"))
    return False
