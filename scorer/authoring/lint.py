"""Rules about rules: phrases that cannot match, match everywhere or repeat one another; elements nobody tests."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorer.authoring.cases import read_cases
from scorer.errors import PackError, Place, Problem
from scorer.match import prepare
from scorer.match.search import find_words
from scorer.model.rule import Element, Pack, Phrase, ProvedBy, Rule
from scorer.packs import load_pack
from scorer.pipeline import pack_ids

MOST = 0.5
"""A phrase that hits more than this share of the sample sentences says nothing."""
LEAST_CASES = 6
_NEVER_IN_A_SENTENCE = re.compile(r"[。！？；\n\t\s]")


def check(rules: Path, sentences: Sequence[str] = ()) -> list[Problem]:
    """All problems of all packs in a folder; `sentences` are of sample reports, for phrases that match everywhere."""
    problems: list[Problem] = []
    packs = []
    for pack_id in pack_ids(rules):
        try:
            packs.append(load_pack(rules, pack_id))
        except PackError as error:
            problems += error.problems
    seen: set[str] = set()
    for pack, lexicon in packs:
        own = [r for r in pack.rules if r.id not in seen]
        seen |= {r.id for r in own}
        for rule in own:
            problems += _check_rule(rules, rule)
        problems += _match_everywhere(rules, pack, own, prepare(pack, lexicon).fold, sentences)
    return list(dict.fromkeys(problems))


def _check_rule(rules: Path, rule: Rule) -> Iterator[Problem]:
    place = _place(rules, rule)
    for basis in rule.basis:
        if basis.start is None:
            yield Problem("R261", f"依据“{basis.document}”没有施行日期", "请填写 from（施行日期），报告年度要据此选用依据", place)
    for element in rule.elements:
        yield from _check_phrases(element, rule, place)
    yield from _check_cases(rules, rule, place)


def _check_phrases(element: Element, rule: Rule, place: Place) -> Iterator[Problem]:
    if element.proved_by is ProvedBy.WORK and not element.phrases:
        yield Problem("R262", f"要件 {rule.id}.{element.id} 没有短语", "请至少写一条 phrases", place)
    for phrase in (*element.phrases, *element.lacks, *element.never):
        words = [w for part in phrase.parts for w in part.words]
        if any(_NEVER_IN_A_SENTENCE.search(w) for w in words):
            yield Problem("R263", f"短语“{phrase.text}”永远匹配不上：含有句末标点或空白", "请删去这些字符，或拆成两条短语", place)
    texts = Counter((p.text, p.near) for p in element.phrases)
    for (text, _), n in texts.items():
        if n > 1:
            yield Problem("R264", f"要件 {rule.id}.{element.id} 的短语“{text}”写了 {n} 遍", "请只留一条", place)
    for inner, outer in _contained(element.phrases):
        yield Problem("R265", f"短语“{outer.text}”已被“{inner.text}”包含，永远多余", "请删去较长的一条，或收紧较短的一条", place)


def _contained(phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Pairs where every text with the second also has the first: one part, whose words are inside all the other's."""
    single = [p for p in phrases if len(p.parts) == 1 and p.parts[0].words and not p.near]
    for inner in single:
        for outer in phrases:
            if outer is inner or len(outer.parts) != 1:
                continue
            if all(any(w in v for w in inner.parts[0].words) for v in outer.parts[0].words) and outer.parts[0].words:
                yield inner, outer


def _check_cases(rules: Path, rule: Rule, place: Place) -> Iterator[Problem]:
    path = next(iter(rules.rglob(f"{rule.id}.cases.yml")), None)
    if path is None:
        yield Problem("R266", f"规则 {rule.id} 没有用例文件", f"请在规则旁新建 {rule.id}.cases.yml", place)
        return
    try:
        cases, _ = read_cases(path)
    except PackError as error:
        yield from error.problems
        return
    if len(cases) < LEAST_CASES:
        yield Problem("R267", f"规则 {rule.id} 只有 {len(cases)} 个用例", f"至少 {LEAST_CASES} 个：两个已做、一个计划、一个否认或他人所为、两个形似", Place(str(path)))
    for element in rule.elements:
        if not any(element.id in c.expect for c in cases):
            yield Problem("R268", f"要件 {rule.id}.{element.id} 没有用例", "请加一个写明该要件期望状态的用例", Place(str(path)))


def _match_everywhere(rules: Path, pack: Pack, own: Sequence[Rule], fold: dict[int, int], sentences: Sequence[str]) -> Iterator[Problem]:
    if not sentences:
        return
    for rule in own:
        for element in rule.elements:
            for phrase in element.phrases:
                if len(phrase.parts) != 1 or not phrase.parts[0].words or phrase.near:
                    continue
                hits = sum(bool(find_words(s, phrase.parts[0].words, fold)) for s in sentences)
                if hits > MOST * len(sentences):
                    share = f"{100 * hits // len(sentences)}%"
                    yield Problem("R269", f"短语“{phrase.text}”在样本报告 {share} 的句子里都出现", "请写得更具体", _place(rules, rule))


def _place(rules: Path, rule: Rule) -> Place:
    path = next(iter(rules.rglob(f"{rule.id}.yml")), None)
    return Place(str(path) if path else rule.id)
