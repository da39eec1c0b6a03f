"""`scorer rules check` and `scorer rules test`: findings on standard output, as linters do."""

from pathlib import Path

from scorer.cli import streams, trouble
from scorer.cli.exits import Exit
from scorer.errors import PackError
from scorer.packs import find_rules
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


def check(path: str | None, lang: Lang) -> Exit:
    """Every problem of every pack in a folder; a pack too broken to load is a finding like the others."""
    from scorer.authoring import lint

    folder, part = _whole(path)
    try:
        problems = lint.check(folder)
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


def _whole(path: str | None) -> tuple[Path, str]:
    """The rules folder that a file or pack is part of, and the part; findings need the whole, people ask for what they edit."""
    if path is None or (Path(path).is_dir() and not (Path(path) / "pack.yml").is_file()):
        return find_rules(path), ""
    above = next((p for p in Path(path).parents if (p / "shared").is_dir()), None) if Path(path).exists() else None
    return (find_rules(above.as_posix()), Path(path).as_posix()) if above else (find_rules(path), "")


def run_cases(rules: str | None, ids: tuple[str, ...], lang: Lang) -> Exit:
    """Every case that gives another state than it should; a recorded limit that now passes is told."""
    from scorer.authoring import cases

    ran = failed = known = passing = 0
    for outcome in cases.run(Path(find_rules(rules)), Scorer(rules), ids):
        if outcome.case.known:
            known, passing = known + 1, passing + outcome.passed
            continue
        ran += 1
        if not outcome.passed:
            failed += 1
            name = f"{outcome.case.name} ({outcome.mutation})" if outcome.mutation else outcome.case.name
            said = words.say("case", lang, outcome.case.rule, name, outcome.element, outcome.wanted, outcome.found.value)
            streams.write(visible(said) + "\n" + (f"    {visible(outcome.quote)}\n" if outcome.quote else ""))
    streams.write(words.say("tested", lang, ran, failed) + "\n")
    if known:
        streams.write(words.say("known", lang, known, passing) + "\n")
    return Exit.BELOW if failed else Exit.FINE
