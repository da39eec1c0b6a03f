"""Source -> clean text: one repair per defect, in a fixed order, with the way back to the source kept."""

import re

from msgspec import Struct

from scorer.clean.characters import DOTS, INVISIBLE, LINE_ENDS, RADICALS, SPACES, WIDTH, invisible, line_ends, radicals, width
from scorer.clean.edit import Fix, Trail
from scorer.clean.marks import SIGNS, markdown
from scorer.clean.pages import page_headers, page_numbers
from scorer.clean.residue import BULLETS, NOTES, QUOTES, bookmarks, bullets, footnotes, leaders, mojibake, pinyin, quotes
from scorer.clean.simplify import simplify
from scorer.clean.spaces import stray_spaces
from scorer.clean.wraps import hard_breaks
from scorer.hanzi.traditional import TRADITIONAL
from scorer.model.text import CleanText, Source, Step

LINES = LINE_ENDS | {"\n"}


class Repair(Struct, frozen=True):
    """A fix and the characters without any of which it has nothing to do; looking for those once a round is most of the speed."""

    fix: Fix
    signs: frozenset[str] | re.Pattern[str]

    def may_apply(self, present: set[str]) -> bool:
        """Whether a text made of these characters may have the defect."""
        if isinstance(self.signs, frozenset):
            return not self.signs.isdisjoint(present)
        return self.signs.search("".join(present)) is not None


REPAIRS = (
    Repair(line_ends, LINE_ENDS),
    Repair(invisible, INVISIBLE),
    Repair(radicals, RADICALS),
    Repair(width, WIDTH),
    Repair(pinyin, frozenset("(（")),
    Repair(mojibake, frozenset("?？")),
    Repair(bookmarks, frozenset("[［【")),
    Repair(page_numbers, LINES),
    Repair(page_headers, LINES),
    Repair(hard_breaks, LINES),
    Repair(quotes, QUOTES),
    Repair(footnotes, NOTES),
    Repair(leaders, frozenset("…‥.．") | DOTS),
    Repair(bullets, BULLETS | DOTS),
    Repair(stray_spaces, frozenset(" \t") | SPACES),
    Repair(simplify, TRADITIONAL),
)
"""Lines are joined before words are converted, since opencc converts by phrase; pages go before lines are joined across them."""

OF_FORMAT = {"markdown": (Repair(markdown, SIGNS),)}
"""Repairs that only texts in one format need; they go right after line ends, before width changes the signs they look for."""

ROUNDS = 12
"""One repair may bring to light another's defect; two rounds are usual, the rest is a stop for hostile text."""


def clean(source: Source) -> CleanText:
    """Repair the text until no repair finds anything: so a clean text stays as it is when it is cleaned again."""
    text, trail = source.text, Trail()
    repairs = REPAIRS[:1] + OF_FORMAT.get(source.format, ()) + REPAIRS[1:]
    counts = {repair.fix.__name__: 0 for repair in repairs}
    for _ in range(ROUNDS):
        before, present = text, set(text)
        for repair in repairs:
            if not repair.may_apply(present):
                continue
            edit = repair.fix(text)
            if edit.count:
                counts[repair.fix.__name__] += edit.count
                trail.follow(edit)
                text = edit.result
        if text == before:
            break
    return CleanText(text, trail.offset_map(len(text)), tuple(Step(name, n) for name, n in counts.items() if n))
