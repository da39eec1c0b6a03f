"""Words of phrases: brought to the alphabet of the clean text, and unfolded into their synonyms."""

from itertools import product

MAX_WORDS = 200
"""Words one alternative may unfold into: beyond this it finds everything and nothing."""

_DELETED = "“”\"'‘’「」『』\u200b\u200c\u200d\u00ad\ufeff"
_WIDE = {c: c - 0xFEE0 for r in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for c in range(*r)}
_TABLE: dict[int, int | str | None] = {
    **_WIDE,
    ord("％"): "%",
    **{ord(c): None for c in _DELETED},
    **dict(zip(map(ord, ",;:?!()"), "，；：？！（）", strict=True)),
}


class TooManyWords(Exception):
    """An alternative that unfolds into more words than a phrase may have."""


def normalise(word: str) -> str:
    """`word` as the clean stage would leave it: without quotation marks and white space, widths unified.

    >>> normalise("“谁执法 谁普法” (１００％)")
    '谁执法谁普法（100%）'
    """
    return "".join(word.translate(_TABLE).split())


class Synonyms:
    """Groups of words that may stand for one another; the first word of each calls for the others."""

    def __init__(self, groups: tuple[tuple[str, ...], ...] = ()) -> None:
        self.groups = groups
        self._groups = {group[0]: group for group in groups}
        self._by_first: dict[str, list[str]] = {}
        for head in sorted(self._groups, key=len, reverse=True):
            self._by_first.setdefault(head[0], []).append(head)

    def expand(self, word: str, literal: frozenset[int] = frozenset()) -> tuple[str, ...]:
        """`word` and what it becomes when its heads are replaced; heads beginning at a `literal` position stay.

        >>> Synonyms((("聘请", "选聘"), ("律师", "法律顾问"))).expand("聘请律师")
        ('聘请律师', '聘请法律顾问', '选聘律师', '选聘法律顾问')
        """
        if self._by_first.keys().isdisjoint(word):
            return (word,)
        pieces: list[tuple[str, ...]] = []
        count, at = 1, 0
        while at < len(word):
            head = next((h for h in self._by_first.get(word[at], ()) if word.startswith(h, at)), word[at])
            pieces.append((head,) if at in literal else self._groups.get(head, (head,)))
            count *= len(pieces[-1])
            if count > MAX_WORDS:
                raise TooManyWords(word)
            at += len(head)
        return tuple(dict.fromkeys("".join(choice) for choice in product(*pieces)))
