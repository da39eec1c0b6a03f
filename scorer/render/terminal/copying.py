"""Copied text on a terminal: report by report, the warnings first, then the passages with their sources."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from scorer.model.copying import Copied, Copies, Mark, Spot
from scorer.render import messages, words
from scorer.render.copying import elements, evidence_of, source, warning
from scorer.render.terminal import Page, make_console
from scorer.render.terminal.fold import Folded
from scorer.render.terminal.marks import LABEL, QUIET
from scorer.render.visible import visible
from scorer.render.words import Lang

_LONGEST = 120
"""Characters of a passage that are shown; JSON and CSV have all of it."""
_LISTED = 4
"""Elements named; JSON and CSV have them all."""


def render_copies(copies: Copies, marks: Sequence[Mark], bounds: tuple[int, int, int], lang: Lang, *, width: int | None, is_terminal: bool) -> str:
    """All passages and warnings; `bounds` are letters, percent and bodies that decided what is listed."""
    page = Page(is_terminal)
    console = make_console(page, width)
    proved = evidence_of(marks)
    warned = {w.text for w in copies.warnings}
    console.print(Folded(Text(words.say("copies-head", lang, len(copies.subjects), len(copies.passages), len(warned)), LABEL)))
    if not copies.passages and not copies.warnings:
        console.print(Folded(Text(words.say("copies-none", lang), QUIET)))
    console.print()
    for text in sorted(warned | {c.here.text for c in copies.passages}):
        console.print(Folded(Text(visible(copies.subjects[text].path), LABEL)))
        for warned_of in (w for w in copies.warnings if w.text == text):
            console.print(Folded(Text("! " + visible(warning(warned_of, copies.subjects, lang)), "yellow"), indent=2, hang=2))
        for copied in (c for c in copies.passages if c.here.text == text):
            _print_passage(copied, copies, proved.get(copied, []), lang, console)
        console.print()
    console.print(Folded(Text(words.say("copies-note", lang, *bounds), QUIET)))
    console.print(Folded(Text(messages.DISCLAIMER[lang is Lang.EN], QUIET)))
    return page.text()


def _print_passage(copied: Copied, copies: Copies, marks: Sequence[Mark], lang: Lang, console: Console) -> None:
    alike = words.say("copies-exact", lang) if copied.similarity == 100 else words.say("copies-near", lang, copied.similarity)
    head = visible(source(copied, copies.subjects, lang)) + words.say("brackets", lang, alike)
    console.print(Folded(Text(head), indent=2, hang=2))
    console.print(Folded(_quote("copies-here", copied.here, copies, lang), indent=4, hang=2))
    if copied.similarity < 100:
        console.print(Folded(_quote("copies-there", copied.there, copies, lang), indent=4, hang=2))
    if proved := elements(marks):
        shown = words.say("and", lang).join(proved[:_LISTED]) + (words.say("copies-more", lang, len(proved)) if len(proved) > _LISTED else "")
        console.print(Folded(Text(visible(words.say("copies-proves", lang, shown)), "yellow"), indent=4, hang=2))


def _quote(key: str, spot: Spot, copies: Copies, lang: Lang) -> Text:
    quote = visible("".join(line.strip() for line in spot.quote.splitlines()))
    shown = quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + "…"
    path = visible(copies.subjects[spot.text].path) if key == "copies-there" else ""
    place = f"{path} {words.say('line', lang, spot.line)}".strip()
    return Text(words.say(key, lang), QUIET).append(f"「{shown}」 ", "").append(place, QUIET)
