"""One rule looked at closely: its elements, and every passage with its grounds or its context."""

from collections.abc import Iterator

from rich.text import Text

from scorer.model.result import ElementResult, Evidence
from scorer.render import words
from scorer.render.passages import one_line
from scorer.render.terminal.marks import QUIET, STATE
from scorer.render.terminal.passage import grounds, passage
from scorer.render.terminal.view import View
from scorer.render.visible import visible

CONTEXT = 80
"""Characters shown on either side of a passage, at most."""


def element_line(view: View, element: ElementResult, title: str) -> Text:
    """The state of an element, and what is doubtful about it."""
    mark, style = STATE[element.state]
    text = Text().append(f"{mark} {title}", style).append(f"  {words.state(element.state, view.lang)}")
    for doubt in element.doubts:
        text.append(view.say("brackets", words.doubt(doubt, view.lang)), QUIET)
    return text


def passage_lines(view: View, evidence: Evidence) -> Iterator[Text]:
    """Counted or why not; the phrase that found it; the words that decided."""
    state = view.say("uncounted") + view.say("brackets", words.gate(evidence.gate, view.lang))
    if evidence.state:
        state = words.state(evidence.state, view.lang)
    yield Text(state + view.say("colon")).append_text(passage(evidence, view))
    found = view.say("found-by", visible(evidence.phrase), f"{evidence.similarity:g}") if evidence.phrase else ""
    reason = grounds(evidence, view)
    because = view.say("because") + view.say("colon") + reason if reason else ""
    if found or because:
        yield Text("  " + "  ".join(filter(None, (found, because))), QUIET)


def context_line(view: View, evidence: Evidence) -> Text | None:
    """The passage among the sentences around it; None for one that stands in no sentence, such as a date given from outside."""
    sentences, at = view.card.document.sentences, evidence.sentence
    if at < 0:
        return None
    span = view.cites.cite(evidence).span
    start = view.card.cite(sentences[max(at - 1, 0)].span).start
    end = view.card.cite(sentences[min(at + 1, len(sentences) - 1)].span).end
    text = view.card.source.text
    before, after = (one_line(text[a:b]) for a, b in ((min(start, span.start), span.start), (span.end, max(end, span.end))))
    shown = Text(f"  {view.say('context')}{view.say('colon')}", QUIET)
    shown.append(before if len(before) <= CONTEXT else "…" + before[-CONTEXT:], QUIET)
    shown.append(f"「{one_line(text[span.start : span.end])}」")
    return shown.append(after if len(after) <= CONTEXT else after[:CONTEXT] + "…", QUIET)
