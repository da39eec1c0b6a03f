"""The language of phrases: plain Chinese with gaps and slots. Its whole grammar:

    phrase      := part {gap part}
    gap         := '…' | '……' | '...'
    part        := alternatives {slot} | slot {part}
    alternatives:= words {'/' words}
    slot        := '【' kind [':' unit {'/' unit}] [op bound] '】'      (see slots.py)
    words       := one or more characters; '\\' makes the next mark, or the next synonym head, literal

`聘请/选聘…法律顾问` asks for one of two words and, at most 20 characters on, another. `法制审核…【比例 ≥ 100%】` asks for
a percentage after a word. A word and a slot that touch (`审核率【比例】`) may have 8 characters between them
(达到, 为, 均达 …). Words are unfolded by the synonyms; the first of `Part.words` is what the author wrote.
In YAML write phrases bare or in single quotes: in double quotes the backslash belongs to YAML.
"""

import re

from msgspec import Struct

from scorer.model.rule import Part, Phrase
from scorer.packs.slots import SlotError, parse_slot
from scorer.packs.words import MAX_WORDS, Synonyms, TooManyWords, normalise

GAP = 20
"""Most characters between two parts with a gap mark, unless the rule says otherwise."""
TOUCHING = 8
"""Most characters between a word and a slot written without a gap mark."""

_TOKEN = re.compile(
    r"(?P<escape>\\.?)|(?P<gap>…+|\.{3,})|(?P<slot>【[^【】]*】)|(?P<stray>[【】])|(?P<or>[/／])|(?P<text>[^\\…【】/／.]+|.)", re.DOTALL
)


class PhraseError(Exception):
    """A phrase that breaks the grammar: code, what is wrong, what to write instead, and at which character."""

    def __init__(self, code: str, message: str, advice: str, offset: int) -> None:
        super().__init__(message)
        self.code, self.message, self.advice, self.offset = code, message, advice, offset


class _Word(Struct):
    """An alternative being read: its clean characters, and where a backslash stood."""

    start: int
    text: str = ""
    literal: frozenset[int] = frozenset()

    def add(self, clean: str, *, literal: bool) -> None:
        if literal:
            self.literal |= {len(self.text)}
        self.text += clean


def parse_phrase(text: str, synonyms: Synonyms, gap: int = GAP) -> Phrase:
    """The phrase that `text` writes down; `gap` is the reach of its gap marks."""
    reader = _Reader(synonyms, gap)
    for token in _TOKEN.finditer(text):
        reader.take(token)
    reader.close(len(text))
    if not any(part.alternatives for part in reader.parts):
        raise PhraseError("R244", "短语里只有数值，没有文字", "请至少写一个词，例如“法制审核…【比例 ≥ 100%】”", 0)
    return Phrase(text, tuple(reader.parts))


def parse_words(text: str, synonyms: Synonyms) -> tuple[str, ...]:
    """Alternatives alone, for words that must stand near a phrase: no gaps, no slots."""
    phrase = parse_phrase(text, synonyms)
    if len(phrase.parts) != 1:
        raise PhraseError("R241", "near 里只能写词，不能写“…”或【】", "请拆成几个词", 0)
    return phrase.parts[0].words


class _Reader:
    """Gathers the tokens of a phrase into parts."""

    def __init__(self, synonyms: Synonyms, gap: int) -> None:
        self.parts: list[Part] = []
        self._synonyms = synonyms
        self._gap = gap
        self._next_gap = 0
        self._words: list[_Word] = []
        self._after_gap = True
        """Whether a part must come next: at the start and after a gap mark."""

    def take(self, token: re.Match[str]) -> None:
        """Take in one token by its kind."""
        at, found = token.start(), token[0]
        match token.lastgroup:
            case "gap":
                self.close(at)
                self._next_gap, self._after_gap = self._gap, True
            case "slot":
                self._slot(found, at)
            case "stray":
                raise PhraseError("R241", f"“{found}”没有配对", "【 和 】要成对；若要写括号本身，请在前面加 \\", at)
            case "or":
                self._alternative(at)
            case "escape" if len(found) == 1:
                raise PhraseError("R241", "句末的 \\ 后面没有字", "请删去 \\，或写成 \\\\", at)
            case kind if clean := normalise(found[kind == "escape" :]):
                self._words = self._words or [_Word(at)]
                self._words[-1].add(clean, literal=kind == "escape")

    def close(self, at: int) -> None:
        """End the part that is being read."""
        if self._words:
            self._add(Part(" ".join(self._unfold()), gap=self._next_gap))
            self._words = []
        elif self._after_gap:
            raise PhraseError("R240", "“…”的前后都要有词" if at or self.parts else "短语是空的", "请补上词，或删去多余的“…”", at)

    def _slot(self, found: str, at: int) -> None:
        if self._words:
            if not self._words[-1].text:
                raise PhraseError("R241", "“/”不能连接数值", "请拆成两条短语，一条写词，一条写【】", at)
            self.close(at)
        try:
            slot = parse_slot(found[1:-1])
        except SlotError as error:
            raise PhraseError(error.code, error.message, error.advice, at) from None
        self._add(Part(slot=slot, gap=self._next_gap))

    def _add(self, part: Part) -> None:
        self.parts.append(part)
        self._next_gap, self._after_gap = TOUCHING, False

    def _alternative(self, at: int) -> None:
        if not self._words and self.parts and not self._after_gap:
            raise PhraseError("R241", "“/”不能连接数值", "请拆成两条短语，一条写【】，一条写词", at)
        if not self._words or not self._words[-1].text:
            raise PhraseError("R240", "“/”的前后都要有词", "请补上词，或删去多余的“/”；若要写 / 本身，请写成 \\/", at)
        self._words.append(_Word(at + 1))

    def _unfold(self) -> tuple[str, ...]:
        words: dict[str, None] = {}
        for word in self._words:
            if not word.text:
                raise PhraseError("R240", "这里缺一个词", "请补上词，或删去多余的“/”；引号和空格不算字", word.start)
            try:
                words |= dict.fromkeys(self._synonyms.expand(word.text, word.literal))
            except TooManyWords:
                advice = "请拆成几条短语，或在不必换说法的词前加 \\"
                raise PhraseError("R245", f"“{word.text}”按同义词展开后超过 {MAX_WORDS} 种说法", advice, word.start) from None
        return tuple(words)
