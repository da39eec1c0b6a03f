"""`scorer evaluate`: how right the rules are on labelled reports, beside a plain keyword search and beside saying nothing."""

from pathlib import Path

from scorer.authoring.evaluate import Evaluation, evaluate
from scorer.authoring.figures import Figures
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.pipeline import Scorer
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class NoLabels(ScorerError):
    """A folder without labelled reports."""


def print_evaluation(folder: str, rules: str | None, lang: Lang, *, errors: bool) -> Exit:
    """Figures of states, verdicts, metadata and citations; every single error where asked for."""
    result = evaluate(Path(folder), Scorer(rules))
    if not result.reports:
        raise NoLabels(Problem("C307", words.say("no-labels", lang), words.say("no-labels-advice", lang), Place(folder)))
    lines = [words.say("evaluated", lang, len(result.reports), len(result.pairs))]
    for key, figures in (("product", result.states), ("keyword", result.keyword), ("majority", result.majority)):
        lines.append(words.say("figures", lang, words.say(key, lang), *_shown(figures)))
    right, length = result.citations
    lines.append(words.say("other-figures", lang, *(f"{100 * v:.1f}" for v in (result.verdicts, result.metadata, right)), f"{length:g}"))
    lines.append(words.say("review-figures", lang, *(f"{100 * v:.1f}" for v in result.review)))
    streams.write("\n".join(lines + (_errors(result, lang) if errors else [])) + "\n")
    return Exit.FINE


def _shown(figures: Figures) -> tuple[str, ...]:
    each = ", ".join(f"{state.value} {value:.3f}" for state, value in figures.f1.items())
    return f"{100 * figures.right:.1f}", f"{figures.macro_f1:.3f}", each, f"{figures.kappa:.3f}"


def _errors(result: Evaluation, lang: Lang) -> list[str]:
    lines = []
    for miss in (m for r in result.reports for m in r.misses):
        lines.append(words.say("miss", lang, visible(miss.report), miss.key, words.state(miss.labelled, lang), words.state(miss.found, lang)))
        lines += [f"    - {visible(q)}" for q in miss.wanted]
        lines += [f"    + {visible(miss.quote)}"] if miss.quote else []
    return lines
