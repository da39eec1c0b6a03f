"""`scorer review FILE`: a person walks through the verdicts on a report; every decision is on disk before the next question."""

import sys
from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from rich.text import Text

from scorer.authoring.review import automatic, decide, queue
from scorer.cli import streams
from scorer.cli.asking import NoMoreAnswers, ask, ask_until, choose
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.model.result import Decision, Judgement, State, Verdict
from scorer.overrides.write import record
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.terminal import Page, make_console
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.gaps import doubts_of
from scorer.render.terminal.inspect import context_line, element_line, passage_lines
from scorer.render.terminal.overrides import override_lines
from scorer.render.terminal.view import Row, View
from scorer.render.visible import visible
from scorer.render.words import Lang

SHOWN = 3
"""Passages shown for one element; `scorer explain` shows all."""
_ACTIONS = {"a": ("认可", "accept"), "c": ("更改", "change"), "s": ("跳过", "skip"), "q": ("结束", "quit")}
_YES = {"y": ("是", "yes"), "n": ("否", "no")}


class ReviewError(ScorerError):
    """A review that cannot begin, or whose decisions cannot be kept."""


class Session(Struct):
    """One person with one report on one day; `taken` counts what is on record since the start."""

    file: str
    view: View
    by: str
    today: date
    taken: int = 0


def review_file(file: str, by: str, scorer: Scorer, today: date, lang: Lang) -> Exit:
    """Walk through what needs review, then through the rest if wanted; the end of the answers is an end like any other."""
    if file == "-":
        raise ReviewError(Problem("C310", words.say("review-stdin", lang), words.say("review-stdin-advice", lang), Place(file)))
    view = View(scorer.score_file(file), lang)
    document = view.card.document
    first, others = queue(view.card)
    head = words.say("review-head", lang, document.body or file, document.year or "", len(first), len(others))
    streams.write(visible(head) + "\n")
    session = Session(file, view, by, today)
    try:
        session.by = by or ask_until(words.say("ask-by", lang))
        _walk(session, first)
        if others and choose(words.say("ask-others", lang, len(others)), _YES, lang, "n") == "y":
            _walk(session, others)
    except NoMoreAnswers:
        if not session.by:
            raise ReviewError(Problem("C310", words.say("review-needs-by", lang), words.say("review-needs-by-advice", lang))) from None
    streams.write(words.say("review-sum", lang, session.taken) + "\n")
    return Exit.FINE


def _walk(session: Session, judgements: list[Judgement]) -> None:
    rows = {row.judgement.rule.id: row for row in session.view.rows}
    for i, judgement in enumerate(judgements, 1):
        row = rows[judgement.rule.id]
        _show(session.view, row, f"{i}/{len(judgements)}")
        decision = _ask_decision(session, row)
        if decision:
            _keep(session, row, decision)


def _show(view: View, row: Row, position: str) -> None:
    """The verdict, why it is doubtful, what others decided, and the passages in their context."""
    page = Page(sys.stdout.isatty())
    console = make_console(page)
    console.print()
    verdict = words.verdict(row.verdict, view.lang)
    console.print(Folded(Text(f"[{position}] {row.title}  {verdict}  {row.points}", "bold")))
    if row.judgement.doubts:
        console.print(Folded(Text(view.say("review-why", doubts_of(row, view)), "yellow"), indent=2, hang=2))
    for line in override_lines(row, view):
        console.print(Folded(line, indent=2, hang=2))
    for element in row.judgement.elements:
        console.print(Folded(element_line(view, element, view.element_title(row, element)), indent=2))
        for evidence in (*element.evidence, *element.weakness, *element.rejected)[:SHOWN]:
            context = context_line(view, evidence)
            for text in (*passage_lines(view, evidence), *([context] if context else [])):
                console.print(Folded(text, indent=4, hang=2))
    streams.write(page.text())


def _ask_decision(session: Session, row: Row) -> Decision | None:
    lang, judgement = session.view.lang, row.judgement
    action = choose(words.say("ask-decision", lang), _ACTIONS, lang)
    if action == "q":
        raise NoMoreAnswers
    if action == "s":
        return None
    answer = _accepted(judgement) if action == "a" else _ask_answer(session.view, row)
    reason = ask(words.say("ask-reason-or-none", lang)) if action == "a" else ask_until(words.say("ask-reason", lang))
    return decide(session.view.card, judgement, answer, session.by, session.today, reason)


def _accepted(judgement: Judgement) -> Verdict | Mapping[str, State]:
    """The states as found, so that accepting a verdict moves no points; n/a does not follow from states."""
    found = automatic(judgement)
    return found if found is Verdict.NA else {e.id: e.state for e in judgement.elements}


def _ask_answer(view: View, row: Row) -> Verdict | dict[str, State]:
    verdicts = {str(i): (words.verdict(v, view.lang), v.value) for i, v in enumerate(Verdict, 1)}
    key = choose(view.say("ask-verdict", _listed(verdicts, view)), {**verdicts, "e": ()}, view.lang)
    if key != "e":
        return list(Verdict)[int(key) - 1]
    states = {str(i): (words.state(s, view.lang), s.value) for i, s in enumerate(State, 1)}
    answers = {}
    for element in row.judgement.elements:
        title, now = view.element_title(row, element), list(State).index(element.state)
        question = view.say("ask-state", title, _listed(states, view), words.state(element.state, view.lang))
        answers[element.id] = list(State)[int(choose(question, states, view.lang, str(now + 1))) - 1]
    return answers


def _listed(choices: Mapping[str, tuple[str, ...]], view: View) -> str:
    return view.say("comma").join(f"{names[0]} {key}" for key, names in choices.items())


def _keep(session: Session, row: Row, decision: Decision) -> None:
    lang = session.view.lang
    try:
        path = record(session.file, decision)
    except OSError as error:
        reason = words.say("review-unwritable", lang, error.strerror or error)
        raise ReviewError(Problem("C310", reason, words.say("review-unwritable-advice", lang), Place(session.file))) from error
    session.taken += 1
    said = words.say("decided", lang, row.title, words.verdict(decision.verdict, lang), path.name)
    streams.write(visible(said) + "\n")
