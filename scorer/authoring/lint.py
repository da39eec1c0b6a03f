"""Rules about rules: phrases that cannot match, match everywhere or repeat one another; elements nobody tests.

R261 basis without a date · R263 phrase that cannot match · R264 phrase twice · R265 phrase inside another · R266 no cases ·
R267 few cases · R268 element without a case · R269 phrase that matches everywhere · R271 basis not in force ·
R272 case of an unknown element · R273 cases of no rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scorer.authoring.lint_cases import check_cases, stray_cases
from scorer.authoring.lint_phrases import check_phrases
from scorer.authoring.places import Placed
from scorer.errors import PackError, Place, Problem
from scorer.match import prepare
from scorer.match.search import find_words, fold_words
from scorer.model.rule import ProvedBy, Rule
from scorer.packs import load_pack
from scorer.packs.folder import Folder, read_folder
from scorer.packs.lexicon import LexiconReader
from scorer.packs.listing import read_rule

MOST = 0.5
"""A phrase that hits more than this share of the sample sentences says nothing."""
OPEN_END = 2099
"""The last year that is looked at where no end is set."""


def check(rules: Path, sentences: Sequence[str] = ()) -> list[Problem]:
    """All problems of all files in a folder; `sentences` are of sample reports, for phrases that match everywhere."""
    folder = read_folder(rules)
    problems: list[Problem] = []
    loaded = []
    for pack_id in _own(folder):
        try:
            loaded.append(load_pack(rules, pack_id))
        except PackError as error:
            problems += error.problems
    placed = list(_rules(folder))
    for one in placed:
        problems += check_bases(one)
        problems += check_phrases(one)
        problems += check_cases(rules, one)
    problems += stray_cases(rules, folder)
    if sentences and loaded:
        problems += _match_everywhere(placed, prepare(*loaded[0]).words.fold, sentences)
    return list(dict.fromkeys(problems))


def _own(folder: Folder) -> list[str]:
    """The packs that lie in the folder itself: those it stands upon are not its author's to mend."""
    return [pack for pack in folder.packs() if (folder.rules / pack).is_dir()]


def _rules(folder: Folder) -> Iterator[Placed]:
    """Every rule that can be read, whether or not its pack can be used: one run is to tell all there is to mend."""
    shared = LexiconReader(folder)
    groups = shared.synonyms().groups
    for pack in _own(folder):
        for path in folder.rule_files(pack):
            rule, file, problems = read_rule(folder.files[path], folder.name(path), groups)
            if rule and file and not problems:
                yield Placed(rule, file, pack)


def check_bases(one: Placed) -> Iterator[Problem]:
    """Bases without a date, and bases or years of application that miss one another."""
    rule = one.rule
    for i, basis in enumerate(rule.basis):
        if basis.start is None:
            message = f"依据“{basis.document}”没有施行日期"
            yield Problem("R261", message, "请填写 from（施行日期），报告年度要据此选用依据", one.at("basis", i, "document"))
    if not rule.basis or any(b.start is None for b in rule.basis):
        return
    first, last, where = _years(rule)
    bad = [i for i, b in enumerate(rule.basis) if not any(b.in_force_days(y) for y in range(first, last + 1))]
    for i in bad:
        key = "to" if rule.basis[i].end else "from"
        message = f"依据“{rule.basis[i].document}”在规则适用的年度（{_span(first, last)}）里都不施行"
        yield Problem("R271", message, "请核对 from、to 和规则的适用年度，或删去这一依据", one.at("basis", i, key))
    gap = next((y for y in range(first, last + 1) if not any(b.in_force_days(y) for b in rule.basis)), None)
    if gap is not None and not bad and where:
        message = f"规则适用于 {gap} 年度，而那一年没有一个依据在施行"
        yield Problem("R271", message, "请补上当年的依据，或改适用的年度", one.at(*where))


def _span(first: int, last: int) -> str:
    return f"{first}–{last if last < OPEN_END else ''}"


def _years(rule: Rule) -> tuple[int, int, tuple[str | int, ...]]:
    """The report years a rule says it is for, and where it says so; by its bases alone where it says nothing."""
    deadlines = [(d, i) for i, e in enumerate(rule.elements) if e.proved_by is ProvedBy.DATES for d in e.deadlines if d.first]
    starts = [b.start.year for b in rule.basis if b.start]
    first, last = min(starts), min(rule.last_year, OPEN_END)
    if rule.first_year:
        return rule.first_year, last, ("applies", "from_year")
    if rule.last_year <= OPEN_END:
        return first, last, ("applies", "to_year")
    if deadlines:
        early, index = min(deadlines, key=lambda pair: pair[0].first)
        return early.first, last, ("elements", index, "deadlines", 0, "from_year")
    return first, last, ()


def _match_everywhere(placed: Iterable[Placed], fold: dict[str, str], sentences: Sequence[str]) -> Iterator[Problem]:
    single = [
        (phrase.text, phrase.parts[0].words, place)
        for one in placed
        for index in range(len(one.rule.elements))
        for phrase, place in one.phrases(index, "phrases")
        if len(phrase.parts) == 1 and phrase.parts[0].alternatives and not phrase.context
    ]
    words = fold_words((w for _, any_of, _ in single for w in any_of), fold)
    hits = [0] * len(single)
    for sentence in sentences:
        found = find_words(sentence, words)
        for n, (_, any_of, _) in enumerate(single):
            hits[n] += any(w in found for w in any_of)
    for (text, _, place), count in zip(single, hits, strict=True):
        if count > MOST * len(sentences):
            yield _everywhere(text, 100 * count // len(sentences), place)


def _everywhere(text: str, share: int, place: Place) -> Problem:
    return Problem("R269", f"短语“{text}”在样本报告 {share}% 的句子里都出现", "请写得更具体", place)
