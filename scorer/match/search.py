"""Where words stand in a text: exactly, with one character mistaken for a look-alike, or nearly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from scorer.match.sieve import Sieve
from scorer.model.text import Span

MISTAKES = 1
"""Look-alike characters allowed in one word: two would let 法制审核 pass for unrelated terms."""
SHORTEST_MISTAKEN = 3
"""A shorter word with one character mistaken is another word."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word found at `span`, as alike as `similarity` (0-100)."""

    span: Span
    similarity: float


ORDINARY = frozenset(
    [
        "正确",
        "正面",
        "正式",
        "正在",
        "正当",
        "正规",
        "正常",
        "正义",
        "正向",
        "平时",
        "平均",
        "平台",
        "平安",
        "平等",
        "平衡",
        "义务",
        "预计",
        "预期",
        "予以",
    ]
)
"""Words that begin with a look-alike: 执法正确 is not a mistaken 执法证."""
DECISIVE = frozenset("无没未不非免零否0123456789一二三四五六七八九十百")
"""Characters that a near-match must not lose: 无规范性文件 is nearly 本规范性文件, and the opposite."""
FOREIGN = frozenset("未无没不非免，；。：")
"""Characters that a near-match must not bring in: 未取得执法证件 is nearly 已取得执法证件."""

Occurrences = dict[str, list[Occurrence]]


class TextIndex:
    """Where every pair of characters stands in a text: a word is looked up by its first two."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs: dict[str, list[int]] = {}
        for i in range(len(text) - 1):
            self._pairs.setdefault(text[i : i + 2], []).append(i)

    def may_hold(self, word: str) -> bool:
        """False where the first two characters of `word` stand nowhere together: most words of a pack, in most reports."""
        return len(word) < 2 or word[:2] in self._pairs

    def find(self, word: str) -> Iterator[int]:
        """Offsets of every occurrence of `word`, overlapping ones too, in order."""
        if len(word) < 2:
            at = self._text.find(word) if word else -1
            while at >= 0:
                yield at
                at = self._text.find(word, at + 1)
            return
        places = self._pairs.get(word[:2])
        if not places:
            return
        if len(word) == 2:
            yield from places
            return
        text = self._text
        for at in places:
            if text.startswith(word, at):
                yield at


def find_words(text: str, words: Sequence[str], fold: dict[int, int], keys: Sequence[str] = ()) -> Occurrences:
    """All exact and look-alike occurrences of `words` in `text`; `keys` are the words folded, where that is done already."""
    index = TextIndex(text.translate(fold))
    found: Occurrences = {}
    for word, key in zip(words, keys or [w.translate(fold) for w in words], strict=True):
        if not index.may_hold(key):
            continue
        for at in index.find(key):
            end = at + len(word)
            if text.startswith(word, at):
                found.setdefault(word, []).append(Occurrence(Span(at, end), 100.0))
            elif (
                len(word) >= SHORTEST_MISTAKEN
                and text[end - 1 : end + 1] not in ORDINARY
                and (wrong := sum(a != b for a, b in zip(word, text[at:end], strict=True))) <= MISTAKES
            ):
                alike = 100.0 * (len(word) - wrong) / len(word)
                found.setdefault(word, []).append(Occurrence(Span(at, end), alike))
    return found


def add_similar(found: Occurrences, text: str, sentences: Sequence[Span], words: Sequence[str], cutoff: float) -> None:
    """Add the best near-occurrence of each word in each sentence, where none was found exactly.

    A passage shorter than the word is no occurrence: there the passage would become the needle.
    """
    pieces = [text[s.start : s.end] for s in sentences]
    sieve = Sieve(pieces, cutoff)
    for word in words:
        for i in sieve.candidates(word):
            sentence, piece = sentences[i], pieces[i]
            if len(piece) < len(word) or any(sentence.holds(o.span) for o in found.get(word, ())):
                continue
            hit = partial_ratio_alignment(word, piece, score_cutoff=cutoff)
            whole = hit is not None and hit.dest_end - hit.dest_start >= len(word) - 1
            if hit is not None and whole and _keeps_sense(word, piece[hit.dest_start : hit.dest_end]):
                span = Span(sentence.start + hit.dest_start, sentence.start + hit.dest_end)
                found.setdefault(word, []).append(Occurrence(span, hit.score))


def _keeps_sense(word: str, passage: str) -> bool:
    """False where likeness hides what matters: a negation or number lost, a negation or a comma brought in."""
    return all(c in passage for c in word if c in DECISIVE) and all(c in word for c in passage if c in FOREIGN)
