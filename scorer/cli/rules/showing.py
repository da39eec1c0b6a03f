"""`scorer rules list` and `scorer rules show`: rules as their readers see them."""

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.cells import cell_len

from scorer.authoring.mutate import unmark
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import PackError, Problem, ScorerError
from scorer.model.rule import Basis, Element, Pack, Rule
from scorer.packs import find_rules, load_pack
from scorer.pipeline import DEFAULT_PACK, pack_ids
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class UnknownRule(ScorerError):
    """An id that no pack has."""


def list_packs(rules: str | None, lang: Lang) -> Exit:
    """Every pack: id, version, title, number of rules, fingerprint; broken ones are told after the others."""
    folder = find_rules(rules)
    problems: list[Problem] = []
    for pack_id in pack_ids(folder):
        try:
            pack, _ = load_pack(folder, pack_id)
        except PackError as error:
            problems += error.problems
            continue
        count = words.say("rules-count", lang, len(pack.rules))
        _write([f"{pack.id}  {pack.version}  {words.title(pack, lang)}  {count}  {pack.sha256[:12]}"])
    if problems:
        raise PackError(*dict.fromkeys(problems))
    return Exit.FINE


def show(wanted: str, rules: str | None, pack: str | None, lang: Lang) -> Exit:
    """A rule with everything it says, or the contents of a pack."""
    folder = find_rules(rules)
    ids = pack_ids(folder)
    if wanted in ids and pack is None:
        _write(_contents(load_pack(folder, wanted)[0], lang))
        return Exit.FINE
    for pack_id in [pack] if pack else sorted(ids, key=lambda i: i != DEFAULT_PACK):
        found = next((r for r in load_pack(folder, pack_id)[0].rules if r.id == wanted), None)
        if found:
            _write([*_rule(found, lang), *_examples(folder, found, lang)])
            return Exit.FINE
    raise UnknownRule(Problem("C306", words.say("no-such-rule", lang, visible(wanted)), words.say("no-such-rule-advice", lang)))


def _contents(pack: Pack, lang: Lang) -> Iterator[str]:
    yield f"{pack.id} {pack.version}  {words.title(pack, lang)}"
    for category in pack.categories:
        yield f"\n{words.title(category, lang)}"
        for rule in (r for r in pack.rules if r.category == category.id):
            yield f"  {rule.id}  {words.title(rule, lang)}  ({rule.weight})"


def _rule(rule: Rule, lang: Lang) -> Iterator[str]:
    yield f"{rule.id}  {words.title(rule, lang)}"
    yield f"{words.say('weight', lang)} {rule.weight}"
    if rule.why:
        yield f"{words.say('why', lang)}  {' '.join(rule.why.split())}"
    for basis in rule.basis:
        yield f"{words.say('basis', lang)}  {_basis(basis, lang)}"
    for element in rule.elements:
        yield from _element(element, lang)


def _basis(basis: Basis, lang: Lang) -> str:
    dates = f"（{basis.start or '…'} – {basis.end or '…'}）" if basis.start or basis.end else ""
    unread = "" if basis.verified else f" [{words.say('unverified', lang)}]"
    return f"《{basis.document}》{basis.number}{basis.article}{dates}{unread}"


def _element(element: Element, lang: Lang) -> Iterator[str]:
    yield f"\n{element.id}  {words.title(element, lang)}"
    for key, phrases in (("phrases", element.phrases), ("lacks", element.lacks), ("never", element.never)):
        if phrases:
            label = words.say(key, lang)
            for i, phrase in enumerate(phrases):
                yield f"  {label if not i else ' ' * cell_len(label)}  {phrase.text}"


def _examples(folder: Path, rule: Rule, lang: Lang) -> Iterator[str]:
    """The cases of a rule: what is written, what comes of it, and why."""
    from scorer.authoring.pages import examples

    pack = next((p for p in pack_ids(folder) if (folder / p / rule.category / f"{rule.id}.cases.yml").is_file()), "")
    cases = examples(folder, pack, rule) if pack else []
    if cases:
        yield f"\n{words.say('examples', lang)}"
    for case in cases:
        states = ", ".join(f"{element}: {words.state(state, lang)}" for element, state in case.expect.items())
        yield f"  「{unmark(case.text).strip()}」"
        yield f"    {states}  {case.name}"


def _write(lines: Iterator[str] | list[str]) -> None:
    """Lines of a pack, wherever it came from, without what could steer a terminal."""
    shown = ("\n".join(visible(part) for part in line.split("\n")) for line in lines)
    try:
        streams.write("".join(line + "\n" for line in shown))
    except BrokenPipeError:
        streams.discard(sys.stdout)
