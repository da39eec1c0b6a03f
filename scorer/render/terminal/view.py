"""What every part of a printed scorecard needs at hand: the card, its citations, the language, and one row per rule."""

from collections.abc import Iterator

from msgspec import Struct

from scorer.model.result import ElementResult, Evidence, Judgement, Scorecard, State, Tally, Verdict
from scorer.render import words
from scorer.render.citation import Citations
from scorer.render.words import Lang
from scorer.score import points_of

_TELLING = {
    Verdict.MET: State.DONE,
    Verdict.PARTIAL: State.DONE,
    Verdict.FAILED: State.DENIED,
    Verdict.PLANNED: State.PLANNED,
}
"""The state whose passage explains a verdict."""


class Row(Struct, frozen=True):
    """One rule of the scorecard."""

    judgement: Judgement
    title: str
    points: str
    best: Evidence | None

    @property
    def verdict(self) -> Verdict:
        """Of the rule."""
        return self.judgement.verdict

    @property
    def gaps(self) -> tuple[ElementResult, ...]:
        """Elements that are not done."""
        return tuple(e for e in self.judgement.elements if e.state is not State.DONE)


class View:
    """A scorecard in one language, ready to be laid out."""

    def __init__(self, card: Scorecard, lang: Lang) -> None:
        self.card = card
        self.lang = lang
        self.cites = Citations(card)
        self.rows = tuple(self._row(j) for j in card.judgements)

    def categories(self) -> Iterator[tuple[str, Tally, tuple[Row, ...]]]:
        """Title, figures and rows of every category that has rules."""
        titles = {c.id: words.title(c, self.lang) for c in self.card.pack.categories}
        for tally in self.card.categories:
            rows = tuple(r for r in self.rows if r.judgement.rule.category == tally.id)
            if rows:
                yield titles.get(tally.id, tally.title), tally, rows

    def say(self, key: str, *values: object) -> str:
        """A label in the language of this view."""
        return words.say(key, self.lang, *values)

    def element_title(self, row: Row, element: ElementResult) -> str:
        """The title of an element, in English where the pack has one."""
        return next((words.title(e, self.lang) for e in row.judgement.rule.elements if e.id == element.id), element.title)

    def _row(self, judgement: Judgement) -> Row:
        done, required, most = points_of(judgement)
        points = f"{_short(most * done / required)}/{most}" if most else "–"
        found = judgement.reviewed.automatic if judgement.reviewed else judgement.verdict
        wanted = _TELLING.get(found)
        best = next((e.evidence[0] for e in judgement.elements if e.state is wanted and e.evidence), None)
        return Row(judgement, words.title(judgement.rule, self.lang), points, best)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
