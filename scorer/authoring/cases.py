"""Cases beside the rules: tiny texts with the states they should give, and their mutations."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from scorer.authoring.mutate import mutations, unmark
from scorer.errors import PackError
from scorer.model.result import Evidence, Scorecard, State
from scorer.model.text import Source
from scorer.packs.schema import Json, check
from scorer.pipeline import Overrides, Scorer
from scorer.yamlio import YamlFile, load

DEFAULT_BODY = "云澜市生态环境局"
DEFAULT_YEAR = 2022
WORK_HEADING = "一、主要工作开展情况"


class Case(Struct, frozen=True):
    """A text and the state each element of the rule should have in it."""

    rule: str
    name: str
    text: str
    expect: dict[str, State]
    heading: str = WORK_HEADING
    body: str = DEFAULT_BODY
    year: int = DEFAULT_YEAR
    kind: str | None = None
    known: str = ""
    """`miss` or `false`: a recorded limit, which never fails the run until it starts to pass."""


class Shown(Struct, frozen=True):
    """The passage an outcome rests on: the phrase that found it, the gate that turned it away, the words that decided."""

    quote: str
    phrase: str
    gate: str
    because: tuple[tuple[str, str], ...]
    """(words, the cue they were taken for)."""
    is_bounded: bool = False
    """A value was held against a bound."""


class Outcome(Struct, frozen=True):
    """One case or mutation, run."""

    case: Case
    mutation: str
    element: str
    wanted: str
    found: State
    passed: bool
    shown: Shown | None = None


def load_cases(path: Path) -> tuple[YamlFile, Json]:
    """A file of cases and its data; raises `PackError` with all that is wrong with it."""
    file = load(path)
    data, problems = check(file, "cases")
    if problems:
        raise PackError(*problems)
    return file, data


def read_cases(path: Path) -> tuple[list[Case], dict[str, str]]:
    """The cases of one `<rule-id>.cases.yml`, and what its rule declares impossible, with reasons."""
    _, data = load_cases(path)
    rule = path.name.removesuffix(".cases.yml")
    cases = [
        Case(
            rule,
            entry["name"],
            entry["text"],
            {k: State(v) for k, v in entry["expect"].items()},
            entry.get("heading", WORK_HEADING),
            entry.get("body", DEFAULT_BODY),
            entry.get("year", DEFAULT_YEAR),
            entry.get("kind"),
            entry.get("known", ""),
        )
        for entry in data["cases"]
    ]
    return cases, data.get("not_applicable", {})


def run(rules: Path, scorer: Scorer, ids: Sequence[str] = ()) -> Iterator[Outcome]:
    """Run the cases (and mutations of their marked predicates) of all rules, or of those named."""
    for path in sorted(rules.rglob("*.cases.yml")):
        rule = path.name.removesuffix(".cases.yml")
        if ids and rule not in ids:
            continue
        cases, excused = read_cases(path)
        for case in cases:
            yield from run_case(case, scorer)
            for mutant in mutations(case.text):
                if mutant.kind not in excused and not case.known:
                    yield from run_mutant(replace(case, text=mutant.text, heading=mutant.heading or case.heading), mutant.kind, scorer)


def run_case(case: Case, scorer: Scorer) -> Iterator[Outcome]:
    """One outcome for each element the case speaks of."""
    states = _states(case, scorer)
    for element, wanted in case.expect.items():
        found, shown = states.get(element, (State.ABSENT, None))
        yield Outcome(case, "", element, wanted.value, found, found is wanted, shown)


def run_mutant(case: Case, mutation: str, scorer: Scorer) -> Iterator[Outcome]:
    """A mutated predicate must no longer count as done, at least for one element that was."""
    done = [e for e, wanted in case.expect.items() if wanted is State.DONE]
    if not done:
        return
    states = _states(case, scorer)
    if mutation == "missed" and not any(shown and shown.is_bounded for _, shown in states.values()):
        return
    still = [e for e in done if states.get(e, (State.ABSENT, None))[0] is State.DONE]
    found, shown = states.get(done[0], (State.ABSENT, None))
    yield Outcome(case, mutation, done[0], "not done", found, len(still) < len(done), shown)


def _states(case: Case, scorer: Scorer) -> dict[str, tuple[State, Shown | None]]:
    text = f"{case.heading}\n{unmark(case.text)}\n"
    source = Source(case.name, "", text)
    pack = scorer.pack_of(case.rule)
    card = scorer.score_source(source, Overrides(body=case.body, year=case.year, kind=case.kind), pack=pack)
    judgement = next(j for j in card.judgements if j.rule.id == case.rule)
    return {e.id: (e.state, next((_show(card, x) for x in (e.evidence or e.rejected)), None)) for e in judgement.elements}


def _show(card: Scorecard, x: Evidence) -> Shown:
    text = card.document.text
    because = tuple((text[r.span.start : r.span.end], r.cue) for r in x.because)
    return Shown(text[x.span.start : x.span.end], x.phrase, x.gate, because, bool(x.value and x.value.bound))
