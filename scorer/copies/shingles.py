"""Shingles: short runs of letters by whose hashes shared text is found (winnowing, Schleimer, Wilkerson and Aiken 2003)."""

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

from scorer.model.document import Document, Role
from scorer.model.text import CleanText, Span

LENGTH = 12
"""Letters in a shingle. Punctuation and spaces do not count: they are what a copy changes first."""
WINDOW = 8
"""Of so many shingles in a row one is kept: any shared run of LENGTH + WINDOW - 1 letters is found."""
FIELDS = 3
"""Numbers kept for a shingle: hash, start and end in the source."""


def prints(clean: CleanText, document: Document) -> "array[int]":
    """Hash, start and end of every kept shingle, one after another, in the order of the text.

    Menus and footers have none; of a shingle that comes again only the first place is kept.
    """
    furniture = {i for s in document.sentences if s.role is Role.BOILERPLATE for i in range(s.span.start, s.span.end)}
    at = [i for i, c in enumerate(clean.text) if c.isalnum() and i not in furniture]
    letters = "".join(clean.text[i] for i in at)
    hashes = [crc32(letters[i : i + LENGTH].encode("utf-8", "surrogatepass")) for i in range(len(letters) - LENGTH + 1)]
    found, known = array("I"), set[int]()
    for i in _winnowed(hashes):
        if hashes[i] in known:
            continue
        known.add(hashes[i])
        span = clean.offsets.to_raw(Span(at[i], at[i + LENGTH - 1] + 1))
        found.extend((hashes[i], span.start, span.end))
    return found


def _winnowed(hashes: Sequence[int]) -> Iterator[int]:
    """The place of the smallest hash of every window, the last of equals; each place once."""
    best = -1
    for first in range(max(len(hashes) - WINDOW + 1, min(len(hashes), 1))):
        window = range(first, min(first + WINDOW, len(hashes)))
        if best < first:
            best = min(window, key=lambda i: (hashes[i], -i))
        elif hashes[window[-1]] <= hashes[best]:
            best = window[-1]
        else:
            continue
        yield best
