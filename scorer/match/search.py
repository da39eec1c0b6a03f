"""Where words stand in a text: exactly, with one character mistaken for a look-alike, or nearly."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from scorer.match.sieve import Sieve
from scorer.model.text import Span

if TYPE_CHECKING:
    from rapidfuzz.distance import ScoreAlignment

MISTAKES = 1
"""Look-alike characters allowed in one word: two would let 法制审核 pass for unrelated terms."""
PAIR = 2
"""Characters by which words are looked up."""
HEAD = 4
"""Characters by which most of those are told not to be in a text, before they are looked for."""
SHORTEST_MISTAKEN = 3
"""A shorter word with one character mistaken is another word."""


class Occurrence(NamedTuple):
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

    def find(self, word: str) -> Sequence[int]:
        """Offsets of every occurrence of `word`, overlapping ones too, in order."""
        if len(word) < 2:
            return [*_find_all(word, self._text)] if word else []
        places = self._pairs.get(word[:2], [])
        return _starting(word, self._text, places) if places and len(word) > 2 else places


def _starting(word: str, text: str, places: Sequence[int]) -> Sequence[int]:
    """Those of `places` at which `word` stands: mostly there is one place, and mostly it does not."""
    if len(places) == 1:
        return places if text.startswith(word, places[0]) else ()
    return [at for at in places if text.startswith(word, at)]


def _find_all(character: str, text: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def fold_text(text: str, fold: dict[str, str]) -> str:
    """`text` with look-alikes folded: some forty replacements take a tenth of `str.translate`."""
    for character, plain in fold.items():
        text = text.replace(character, plain)
    return text


class Words(NamedTuple):
    """Words to be found, and what is needed of them for every text."""

    groups: dict[str, str]
    """Words that begin alike, parted by blanks, by the pair of characters they begin with, look-alikes folded."""
    fold: dict[str, str]


def fold_words(words: Iterable[str], fold: dict[str, str]) -> Words:
    """Words ready to be found in many texts; there is no blank in any of them."""
    known = list(dict.fromkeys(words))
    # one translation of all words at once: thousands of small ones cost more than the search
    keys = fold_text("\n".join(known), fold).split("\n") if known else []
    groups: dict[str, list[str]] = {}
    for key, word in zip(keys, known, strict=True):
        groups.setdefault(key[:PAIR], []).append(word)
    return Words({pair: " ".join(group) for pair, group in groups.items()}, fold)


def find_words(text: str, words: Words) -> Occurrences:
    """All exact and look-alike occurrences of `words` in `text`."""
    folded = fold_text(text, words.fold)
    index = TextIndex(folded)
    beginnings = {folded[i : i + length] for length in range(1, HEAD + 1) for i in range(len(folded))}
    groups = "\n".join([words.groups[pair] for pair in words.groups.keys() & beginnings])
    found: Occurrences = {}
    for word, key in zip(groups.split(), fold_text(groups, words.fold).split(), strict=True):
        # most words of a pack, in most reports, have not even their beginning there
        if key[:HEAD] in beginnings and (places := index.find(key)):
            occurrences = [Occurrence(Span(at, at + len(word)), alike) for at in places if (alike := _alikeness(word, text, at))]
            if occurrences:
                found[word] = occurrences
    return found


def _alikeness(word: str, text: str, at: int) -> float:
    """How alike a word is to what stands at `at`, look-alikes folded; 0 where that is another word."""
    if text.startswith(word, at):
        return 100.0
    end = at + len(word)
    if len(word) < SHORTEST_MISTAKEN or text[end - 1 : end + 1] in ORDINARY:
        return 0.0
    wrong = sum(a != b for a, b in zip(word, text[at:end], strict=True))
    return 100.0 * (len(word) - wrong) / len(word) if wrong <= MISTAKES else 0.0


def find_near(sentences: Sequence[str], words: Sequence[str], sieve: Sieve, cutoff: float) -> Iterator[tuple[int, str, "ScoreAlignment"]]:
    """Each sentence and word that are at least `cutoff` alike, and where: just what a loop over all pairs finds.

    `sieve` is over the words. A sentence shorter than the word is passed over: there the sentence would become the needle.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    for i, sentence in enumerate(sentences):
        for word in map(words.__getitem__, sieve.candidates(sentence)):
            if len(word) <= len(sentence) and (hit := partial_ratio_alignment(word, sentence, score_cutoff=cutoff)):
                yield i, word, hit


def add_similar(found: Occurrences, text: str, sentences: Sequence[Span], words: Sequence[str], sieve: Sieve, cutoff: float) -> None:
    """Add the best near-occurrence of each word in each sentence, where none was found exactly."""
    for i, word, hit in find_near([text[s.start : s.end] for s in sentences], words, sieve, cutoff):
        span = Span(sentences[i].start + hit.dest_start, sentences[i].start + hit.dest_end)
        if len(span) < len(word) - 1 or any(sentences[i].holds(o.span) for o in found.get(word, ())):
            continue
        # what a noun is stands at its end: 行政处罚案件审理 holds no 行政处罚案件数; the passage found may end a character early
        is_same_noun = word[-1] in text[span.end - 2 : span.end + 1]
        if is_same_noun and _keeps_sense(word, text[span.start : span.end]):
            found.setdefault(word, []).append(Occurrence(span, hit.score))


def _keeps_sense(word: str, passage: str) -> bool:
    """False where likeness hides what matters: a negation or number lost, a negation or a comma brought in."""
    return all(c in passage for c in word if c in DECISIVE) and all(c in word for c in passage if c in FOREIGN)
