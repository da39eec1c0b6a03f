"""Decisions of reviewers made cases of the rule: the sentences they judged, with the states they saw."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from scorer.authoring.cases import load_cases
from scorer.errors import PackError, Problem
from scorer.model.result import Decision, ElementResult, Judgement, Scorecard, State, Verdict
from scorer.packs.schema import check
from scorer.yamlio import parse
from scorer.yamlio.write import quoted, write_whole

_ONLY = {Verdict.FAILED: State.DENIED, Verdict.PLANNED: State.PLANNED}
"""What a verdict says of the only element of a rule."""
_MARKS = str.maketrans("[]", "〔〕")
"""Square brackets mark verbs in cases."""


class NewCase(Struct, frozen=True):
    """A text under its heading, and the state each element should have in it."""

    name: str
    text: str
    heading: str
    expect: dict[str, State]


def states_of(decision: Decision, judgement: Judgement) -> Mapping[str, State]:
    """The state of each element as the reviewer sees it; empty where the verdict alone does not tell."""
    if decision.states:
        return dict(decision.states)
    elements = judgement.rule.elements
    if decision.verdict in (Verdict.MET, Verdict.MISSING):
        state = State.DONE if decision.verdict is Verdict.MET else State.ABSENT
        return {e.id: state for e in elements if e.required or state is State.ABSENT}
    return {elements[0].id: _ONLY[decision.verdict]} if len(elements) == 1 and decision.verdict in _ONLY else {}


def cases_of(card: Scorecard, judgement: Judgement, states: Mapping[str, State], name: str) -> Iterator[NewCase]:
    """One case for each part of the report in which passages stand: an element is expected where its own passage is."""
    parts: dict[str, list[tuple[int, str]]] = {}
    for element in judgement.elements:
        at = _sentence(element)
        if element.id in states and at >= 0:
            headings = card.document.sentences[at].headings
            heading = card.document.text[headings[-1].start : headings[-1].end] if headings else ""
            parts.setdefault(heading, []).append((at, element.id))
    for number, (heading, found) in enumerate(parts.items(), 1):
        spans = [card.document.sentences[at].span for at in sorted({at for at, _ in found})]
        text = "".join(card.document.text[s.start : s.end] for s in spans).translate(_MARKS)
        numbered = f"{name}（{number}）" if len(parts) > 1 else name
        yield NewCase(numbered, text, heading, {element: states[element] for _, element in found})


def add_cases(path: Path, card: Scorecard, cases: list[NewCase]) -> int:
    """Add to a file of cases those whose names it does not have; how many. Raises PackError, OSError."""
    file, data = load_cases(path)
    new = [c for c in cases if c.name not in {entry["name"] for entry in data["cases"]}]
    if not new:
        return 0
    last = file.place(("cases", len(data["cases"]) - 1))
    if not last.excerpt.lstrip().startswith("- "):
        raise PackError(Problem("R274", "cases 列表写成了一行，不能自动添加", "请改成每行一个“- ”", file.place(("cases",))))
    indent = last.excerpt[: len(last.excerpt) - len(last.excerpt.lstrip())]
    after = file.key_marks.get(("not_applicable",), (len(file.lines) + 1, 1))[0]
    start = after - 1 if after > last.line else len(file.lines)
    entries = [line for case in new for line in _lines(case, card, indent)]
    text = "\n".join([*file.lines[:start], *entries, *file.lines[start:], ""])
    _, problems = check(parse(text, path.as_posix()), "cases")
    if problems:
        raise PackError(*problems)
    write_whole(path, text)
    return len(new)


def _sentence(element: ElementResult) -> int:
    """The sentence of an element's best passage, or of the one that was turned away; -1 where there is none."""
    return next((e.sentence for e in (*element.evidence, *element.rejected)), -1)


def _lines(case: NewCase, card: Scorecard, indent: str) -> Iterator[str]:
    document = card.document
    yield f"{indent}- name: {quoted(case.name)}"
    yield f"{indent}  text: {quoted(case.text)}"
    if case.heading:
        yield f"{indent}  heading: {quoted(case.heading)}"
    if document.body:
        yield f"{indent}  body: {quoted(document.body)}"
    if document.year:
        yield f"{indent}  year: {document.year}"
    yield f"{indent}  kind: {document.kind.value}"
    yield f"{indent}  expect: {{{', '.join(f'{element}: {state.value}' for element, state in case.expect.items())}}}"
