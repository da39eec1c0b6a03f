"""`scorer rules check` and `scorer rules test`: findings on standard output, as linters do."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scorer.cli import streams, trouble
from scorer.cli.exits import Exit
from scorer.errors import PackError
from scorer.packs import find_rules
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang

if TYPE_CHECKING:
    from scorer.authoring.cases import Outcome


def check(path: str | None, lang: Lang) -> Exit:
    """Every problem of every pack in a folder; a pack too broken to load is a finding like the others."""
    from scorer.authoring import lint

    folder, part = _whole(path)
    try:
        problems = lint.check(folder, _samples(folder))
    except PackError as error:
        problems = list(error.problems)
    if part:
        problems = [p for p in problems if p.place and (p.place.path == part or p.place.path.startswith(f"{part}/"))]
    for problem in problems:
        streams.write(trouble.line(problem, lang) + "\n")
        if problem.place and problem.place.excerpt.strip():
            streams.write(trouble.excerpt(problem.place) + "\n")
    streams.write(words.say("checked", lang, visible(part or str(folder)), len(problems)) + "\n")
    return Exit.BELOW if problems else Exit.FINE


def _samples(folder: Path) -> list[str]:
    """Sentences of the sample reports beside the rules, where there are any: what hits most of them says nothing."""
    from scorer.ingest import read

    reports = sorted((folder.parent / "reports").glob("*.txt"))
    return [s for report in reports for s in read(str(report)).text.replace("\n", "").split("。") if s.strip()]


def _whole(path: str | None) -> tuple[Path, str]:
    """The rules folder that a file or pack is part of, and the part; findings need the whole, people ask for what they edit."""
    if path is None or (Path(path).is_dir() and not (Path(path) / "pack.yml").is_file()):
        return find_rules(path), ""
    above = next((p for p in Path(path).parents if (p / "shared").is_dir()), None) if Path(path).exists() else None
    return (find_rules(above.as_posix()), Path(path).as_posix()) if above else (find_rules(path), "")


def _reasons(outcome: "Outcome", lang: Lang) -> Iterator[str]:
    """The text that failed, and what decided about it."""
    from scorer.authoring.mutate import unmark

    yield "    " + words.say("case-text", lang, unmark(outcome.case.text))
    shown = outcome.shown
    if shown is None:
        yield "    " + words.say("case-nothing", lang)
        return
    yield "    " + words.say("case-passage", lang, shown.quote, shown.phrase)
    if shown.gate:
        yield "    " + words.say("case-gate", lang, words.gate(shown.gate, lang))
    for text, cue in shown.because:
        yield "    " + words.say("case-because", lang, text, words.cue(cue, lang))


def run_cases(rules: str | None, ids: tuple[str, ...], lang: Lang, pack: str | None = None) -> Exit:
    """Every case that gives another state than it should; a recorded limit that now passes is told."""
    from scorer.authoring import cases

    ran = failed = known = passing = 0
    for outcome in cases.run(Path(find_rules(rules)), Scorer(rules, pack), ids):
        if outcome.case.known:
            known, passing = known + 1, passing + outcome.passed
            continue
        ran += 1
        if not outcome.passed:
            failed += 1
            name = f"{outcome.case.name} ({outcome.mutation})" if outcome.mutation else outcome.case.name
            said = words.say("case", lang, outcome.case.rule, name, outcome.element, outcome.wanted, outcome.found.value)
            streams.write("".join(f"{visible(part)}\n" for part in (said, *_reasons(outcome, lang))))
    streams.write(words.say("tested", lang, ran, failed) + "\n")
    if known:
        streams.write(words.say("known", lang, known, passing) + "\n")
    return Exit.BELOW if failed else Exit.FINE
