"""`scorer rules impact` and `scorer rules suggest`: what rules make of a folder of reports."""

from pathlib import Path

from scorer.authoring.impact import ElementChange, Impact, impact, reports_in
from scorer.authoring.suggest import suggest
from scorer.cli import streams, trouble
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.model.result import State, Verdict
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class NoReports(ScorerError):
    """A folder without reports."""


def print_impact(old: str, new: str, folder: str, pack: str | None, lang: Lang) -> Exit:
    """Only what differs, report by report; those that cannot be read are told after."""
    paths = _reports(folder, lang)
    failures: list[Problem] = []
    changed = verdicts = 0
    for found in impact(Scorer(old, pack), Scorer(new, pack), paths, failures):
        if found.changes or found.before != found.after:
            changed += 1
            verdicts += sum(c.before is not c.after for c in found.changes)
            streams.write("".join(f"{visible(line)}\n" for line in _lines(found, lang)))
    streams.write(words.say("impact-sum", lang, len(paths), changed, verdicts) + "\n")
    trouble.report(failures, lang)
    return Exit.UNREADABLE if failures else Exit.FINE


def _reports(folder: str, lang: Lang) -> list[Path]:
    paths = reports_in(Path(folder)) if Path(folder).exists() else []
    if not paths:
        raise NoReports(Problem("C307", words.say("no-reports", lang), words.say("no-reports-advice", lang), Place(folder)))
    return paths


def _lines(found: Impact, lang: Lang) -> list[str]:
    lines = [words.say("impact-report", lang, found.report, _score(found.before, lang), _score(found.after, lang))]
    for change in found.changes:
        lines.append(words.say("impact-rule", lang, change.title, _verdict(change.before, lang), _verdict(change.after, lang)))
        lines += [line for element in change.elements for line in _element(element, lang)]
    return lines


def _element(element: ElementChange, lang: Lang) -> list[str]:
    lines = [words.say("impact-element", lang, element.title, _state(element.before, lang), _state(element.after, lang))]
    for key, quote in (("impact-before", element.quote_before), ("impact-after", element.quote_after)):
        if quote:
            lines.append(words.say(key, lang, " ".join(quote.split())))
    return lines


def _score(value: float | None, lang: Lang) -> str:
    return words.say("nothing", lang) if value is None else f"{value:g}"


def _verdict(value: Verdict | None, lang: Lang) -> str:
    return words.verdict(value, lang) if value else words.say("impact-none", lang)


def _state(value: State | None, lang: Lang) -> str:
    return words.state(value, lang) if value else words.say("impact-none", lang)


def print_suggestions(rule: str, folder: str, rules: str | None, pack: str | None, lang: Lang) -> Exit:
    """Wordings that the rule's phrases miss, the likeliest first."""
    _reports(folder, lang)
    scorer, failures = Scorer(rules, pack), list[Problem]()
    if not any(r.id == rule for r in scorer.prepared(scorer.pack_of(rule)).pack.rules):
        raise NoReports(Problem("C306", words.say("no-such-rule", lang, visible(rule)), words.say("no-such-rule-advice", lang)))
    found = suggest(rule, scorer, Path(folder), failures)
    for number, one in enumerate(found, 1):
        streams.write(visible(words.say("suggested", lang, number, one.wording, one.clauses, one.reports)) + "\n")
        streams.write(visible(words.say("suggested-example", lang, one.where, one.example)) + "\n")
    streams.write(words.say("suggested-note" if found else "suggested-none", lang) + "\n")
    trouble.report(failures, lang)
    return Exit.UNREADABLE if failures else Exit.FINE
