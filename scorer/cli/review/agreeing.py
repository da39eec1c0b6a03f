"""`scorer review agreement` and `to-cases`: what two reviewers make of the same verdicts, and what rules can learn from reviewers."""

from collections.abc import Iterator
from pathlib import Path

from scorer.authoring.agreement import agreement
from scorer.authoring.review_cases import add_cases, cases_of, states_of
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.model.result import Decision, Judgement, Scorecard
from scorer.packs import find_rules
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class NoRecords(ScorerError):
    """No review decisions where some are needed, or no place for cases."""


def print_agreement(one: str, other: str, lang: Lang) -> Exit:
    """Figures, then every disagreement with both reasons."""
    for place in (one, other):
        if not Path(place).exists():
            raise NoRecords(Problem("C307", words.say("no-records", lang), words.say("no-records-advice", lang), Place(place)))
    found = agreement(Path(one), Path(other))
    total, agreed = len(found.both), len(found.both) - len(found.differing)
    if not total and not found.alone and not found.apart:
        raise NoRecords(Problem("C307", words.say("no-records", lang), words.say("no-records-advice", lang), Place(one)))
    share = f"{100 * agreed / total:.1f}" if total else "–"
    lines = [words.say("agreement", lang, total, agreed, share, f"{found.kappa:.3f}" if total else "–")]
    lines.append(words.say("agreement-alone", lang, found.alone, found.apart))
    for report, a, b in found.differing:
        lines += _disagreement(report or Path(one).name, a, b, lang)
    streams.write("".join(f"{visible(line)}\n" for line in lines))
    return Exit.FINE


def _disagreement(report: str, a: Decision, b: Decision, lang: Lang) -> Iterator[str]:
    yield words.say("disagreement", lang, report, a.rule, words.verdict(a.verdict, lang), a.by, words.verdict(b.verdict, lang), b.by)
    for decision in (a, b):
        if decision.reason:
            yield words.say("disagreement-reason", lang, decision.by, decision.reason)


def make_cases(files: list[str], rules: str | None, pack: str | None, lang: Lang) -> Exit:
    """Add the decisions that hold to the cases beside their rules; what cannot be a case is told with the reason."""
    if rules is None:
        raise NoRecords(Problem("C309", words.say("new-needs-rules", lang), words.say("new-needs-rules-advice", lang)))
    scorer, folder, made = Scorer(rules, pack), find_rules(rules), 0
    for file in files:
        card = scorer.score_file(file)
        for judgement in card.judgements:
            decision = _decision_on(judgement)
            if decision is None:
                continue
            added, why = _add(card, judgement, decision, folder, lang)
            made += added
            if why:
                streams.write(words.say("cases-none", lang, judgement.rule.id, words.say(why, lang)) + "\n")
    streams.write(words.say("cases-sum", lang, made, visible(folder.as_posix())) + "\n")
    return Exit.FINE


def _decision_on(judgement: Judgement) -> Decision | None:
    if judgement.reviewed:
        return judgement.reviewed.decision
    return judgement.stale_review.decision if judgement.stale_review else None


def _add(card: Scorecard, judgement: Judgement, decision: Decision, folder: Path, lang: Lang) -> tuple[int, str]:
    """How many cases were added, and why none."""
    states = states_of(decision, judgement)
    if judgement.stale_review:
        return 0, "why-stale"
    if not states:
        return 0, "why-unclear"
    name = words.say("case-of-review", Lang.ZH, Path(card.source.path).name, decision.by, decision.reason or decision.on.isoformat())
    cases = list(cases_of(card, judgement, states, name))
    if not cases:
        return 0, "why-nothing"
    path = next(folder.rglob(f"{judgement.rule.id}.cases.yml"), None)
    if path is None:
        return 0, "why-no-file"
    added = add_cases(path, card, cases)
    if added:
        streams.write(words.say("cases-made", lang, visible(path.as_posix()), added) + "\n")
    return added, "" if added else "why-there"
