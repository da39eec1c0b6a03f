"""Two reports side by side on a terminal: what the second gained and lost, with the passages of both."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Console
from rich.text import Text

from scorer.model.ranking import Comparison, Difference, Passage, Result, Side
from scorer.model.result import State
from scorer.render import messages, words
from scorer.render.ranking_rows import decimal, name
from scorer.render.terminal import Page, make_console
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.marks import LABEL, QUIET, STATE, VERDICT
from scorer.render.visible import visible
from scorer.render.words import Lang


def render_comparison(comparison: Comparison, lang: Lang, *, width: int | None = None, is_terminal: bool = False) -> str:
    """Scores, how firm the order is, and the rules that differ, by what they add or take."""
    page = Page(is_terminal)
    console = make_console(page, width)
    before, after = (_name(r, lang) for r in (comparison.before, comparison.after))
    console.print(Folded(Text(words.say("compare-head", lang, before, after), LABEL)))
    total = comparison.after_score - comparison.before_score
    scores = words.say("compare-score", lang, decimal(comparison.before_score), decimal(comparison.after_score), _signed(total))
    console.print(Folded(Text(scores)))
    console.print(Folded(Text(_firmness(comparison, before, after, lang), QUIET)))
    if comparison.left_out:
        text = "! " + words.say("rank-left-out", lang, len(comparison.rules), len(comparison.left_out))
        console.print(Folded(Text(text, "yellow"), hang=2))
    console.print()
    _print_part("compare-gained", [d for d in comparison.differences if d.gain > 0], lang, console)
    _print_part("compare-lost", [d for d in reversed(comparison.differences) if d.gain <= 0], lang, console)
    if comparison.rest:
        console.print(Folded(Text(words.say("compare-rest", lang, _signed(comparison.rest)), QUIET)))
    console.print(Folded(Text(messages.DISCLAIMER[lang is Lang.EN], QUIET)))
    return page.text()


def _print_part(key: str, differences: Sequence[Difference], lang: Lang, console: Console) -> None:
    console.print(Text(words.say(key, lang), LABEL))
    if not differences:
        console.print(Folded(Text(words.say("compare-none", lang), QUIET), indent=2))
    for difference in differences:
        verdicts = [f"{VERDICT[s.item.verdict][0]} {words.verdict(s.item.verdict, lang)}" for s in (difference.before, difference.after)]
        head = words.say("compare-rule", lang, visible(difference.rule.title), *verdicts, _signed(difference.gain))
        console.print(Folded(Text(head, VERDICT[difference.after.item.verdict][1]), indent=2, hang=2))
        for line in _elements(difference, lang):
            console.print(Folded(line, indent=4, hang=4))
    console.print()


def _elements(difference: Difference, lang: Lang) -> Iterator[Text]:
    """The elements whose state differs, with the passage of either side."""
    for i, (_, title) in enumerate(difference.rule.elements):
        sides = difference.before, difference.after
        if sides[0].item.states[i] is sides[1].item.states[i]:
            continue
        yield Text(visible(title))
        for key, side in zip(("compare-before", "compare-after"), sides, strict=True):
            yield _side(words.say(key, lang), side, i, lang)


def _side(label: str, side: Side, i: int, lang: Lang) -> Text:
    state, passage = side.item.states[i], side.passages[i]
    mark, style = STATE[state]
    text = Text("  ").append(label, QUIET).append(f"{mark} {words.state(state, lang)}  ", style)
    return text.append_text(_quote(passage, lang)) if passage and state is not State.ABSENT else text


def _quote(passage: Passage, lang: Lang) -> Text:
    quote = visible("".join(line.strip() for line in passage.quote.splitlines()))
    return Text(f"「{quote}」 ").append(words.say("line", lang, passage.line), QUIET)


def _firmness(comparison: Comparison, before: str, after: str, lang: Lang) -> str:
    return words.say(f"ahead-{comparison.ahead.value}", lang, before, after)


def _name(result: Result, lang: Lang) -> str:
    return visible(name(result)) + (words.say("brackets", lang, result.year) if result.year else "")


def _signed(value: Fraction) -> str:
    return ("+" if value > 0 else "") + decimal(value)
