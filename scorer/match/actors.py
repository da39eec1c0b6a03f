"""Whose deed a clause tells of: this body's, or another's."""

import re
from functools import lru_cache

from scorer.model.document import Document, Kind, Sentence
from scorer.model.lexicon import Actors
from scorer.model.text import Span


_IS_PLACE = re.compile(r"(?:的)?(?:人民)?(?:政府)?(?:门户|政务|官方)?(?:网|网站|门户|平台|公报|公众号|微信|微博|信息公开|反馈|交办|移送|移交|转办|下发|下达|印发的|备案|批准|同意|挂牌)")
"""After the name of another body: words by which it is only a place, a source or an occasion, not the doer."""


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=8)
def _patterns(actors: Actors) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    opener = _alternatives(actors.openers)
    head = re.compile(
        rf"(?:(?:20\d\d年(?:度)?|\d{{1,2}}月(?:份|\d{{1,2}}日)?|[一二三四五六七八九十]+[是要]|[（(]?[一二三四五六七八九十\d]+[）)、.．]|{opener})，?)*"
    )
    organ = re.compile(rf"(?:[\u4e00-\u9fff]{{0,10}}?)(?:{_alternatives(actors.suffixes)})")
    partner = re.compile(rf"(?:{_alternatives(actors.partners)})")
    return head, organ, partner


class Subjects:
    """Finds the subject of each clause of a document."""

    def __init__(self, document: Document, actors: Actors) -> None:
        self._text = document.text
        self._actors = actors
        self._body = document.body or ""
        self._governs = document.kind in (Kind.GOVERNMENT, Kind.TOWNSHIP)
        self._branch = document.kind is Kind.BRANCH
        self._head, self._organ, self._partner = _patterns(actors)

    def other_than_own(self, sentence: Sentence, span: Span) -> Span | None:
        """The words naming another actor as subject of the clause `span` begins in, None where it is this body.

        A clause without a subject has that of the clause before it in the sentence; a semicolon starts afresh.
        """
        other: Span | None = None
        for clause in sentence.clauses:
            if clause.start > span.start:
                break
            if self._text[clause.start - 1] == "；":
                other = None
            named, who = self._subject(clause)
            if named:
                other = who
        return other

    def _subject(self, clause: Span) -> tuple[bool, Span | None]:
        """Whether the clause names a subject, and where it is another's, the words that name it."""
        text = self._text[clause.start : clause.end]
        at = m.end() if (m := self._head.match(text)) else 0
        rest = text[at:]
        if any(w in text for w in self._actors.own) or (self._branch and "分局" in text):
            return True, None
        if self._partner.match(rest):
            return False, None
        start = clause.start + at
        for words in self._others():
            for w in words:
                i = rest.find(w)
                if 0 <= i <= 8 and _is_modifier(rest[:i]) and not _IS_PLACE.match(rest, i + len(w)):
                    return True, Span(start, start + i + len(w))
        if (m := self._organ.match(rest)) and not _IS_PLACE.match(rest, m.end()):
            return True, None if self._is_own(m[0]) else Span(start, start + m.end())
        return False, None

    def _others(self) -> tuple[tuple[str, ...], ...]:
        a = self._actors
        return (a.enterprises, a.judiciary, a.party, () if self._governs else a.superiors)

    def _is_own(self, organ: str) -> bool:
        if self._governs:
            return not organ.startswith("省") and not organ.endswith(("法院", "检察院"))
        name = organ.lstrip("省市县区州")
        return bool(name) and (name in self._body or self._body.endswith(organ) or organ.endswith(self._actors.own_units))


def _is_modifier(text: str) -> bool:
    """True where `text` before a noun is only its modifier (各, 部分, 辖区, 9家 …), so that the noun is the subject."""
    return bool(re.fullmatch(r"(?:各|部分|多数|少数|个别|有的|一些|所有|全[市县区省]|辖区(?:内)?|重点|\d+[家户名个]|[一二三四五六七八九十百]+[家户名个]|[省市县区州]|上级|排污|涉[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{2}(?=$))*", text))
