"""What a tailored pack changes in the pack it extends."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from scorer.model.rule import Pack, Rule
from scorer.packs import load_pack
from scorer.packs.folder import read_folder
from scorer.packs.schema import Json
from scorer.yamlio import parse


class Difference(Struct, frozen=True):
    """One rule: `kind` is added, disabled, weight, scope; before and after in words."""

    kind: str
    rule: Rule
    before: str = ""
    after: str = ""


def parent_of(rules: Path, pack: str) -> str | None:
    """The pack that this one extends."""
    folder = read_folder(rules)
    data: Json = parse(folder.files[f"{pack}/pack.yml"], folder.name(f"{pack}/pack.yml")).data
    parent: str | None = data.get("extends")
    return parent


def differences(rules: Path, pack: str, parent: str) -> tuple[Pack, Pack, list[Difference]]:
    """The parent, the tailored pack, and every rule that differs."""
    old, new = load_pack(rules, parent)[0], load_pack(rules, pack)[0]
    return old, new, list(_compare(old, new))


def _compare(old: Pack, new: Pack) -> Iterator[Difference]:
    olds, news = {r.id: r for r in old.rules}, {r.id: r for r in new.rules}
    for rule in old.rules:
        if rule.id not in news:
            yield Difference("disabled", rule)
            continue
        now = news[rule.id]
        if now.weight != rule.weight:
            yield Difference("weight", now, str(rule.weight), str(now.weight))
        if scope(now) != scope(rule):
            yield Difference("scope", now, scope(rule), scope(now))
    for rule in new.rules:
        if rule.id not in olds:
            yield Difference("added", rule, "", str(rule.weight))


def scope(rule: Rule) -> str:
    """To whom and when a rule applies, `*` where to all."""
    parts = [*rule.kinds, *rule.functions]
    if rule.first_year or rule.last_year < 9999:
        parts.append(f"{rule.first_year or '…'}–{rule.last_year if rule.last_year < 9999 else '…'}")
    return " ".join(parts) or "*"
