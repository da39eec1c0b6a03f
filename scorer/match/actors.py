"""Whose deed a clause tells of: this body's, or another's."""

import re
from collections.abc import Sequence
from functools import lru_cache

from scorer.match.names import is_short_for, short_names
from scorer.model.document import Document, Kind, Sentence
from scorer.model.lexicon import Actors
from scorer.model.text import Span
from scorer.patterns import pattern

_IS_PLACE = pattern(
    r"(?:的)?(?:人民)?(?:政府)?(?:门户|政务|官方)?(?:网|网站|门户|平台|公报|公众号|微信|微博|信息公开|反馈|交办|移送|移交|转办|下发|下达|印发的|备案|批准|同意|挂牌|名录|名单|清单|目录|数据|排口|信息|台账|档案|底数|化|制改|(?:委员|代表)?(?:提出)?的?(?:提案|议案|建议)|习)"
)
"""After the name of another body: words by which it is only a place, a source or an occasion, not the doer."""
_BY = pattern(r"(?<![经理缘])由(?!于)")
_TOWARDS = "在与和、对向同给为于到服驻"
"""Before the name of this body: it is the one concerned (市公安局在我局设立警务室), and so takes part."""
_ISSUED = pattern(r"(?P<who>[国省市县区部中][务家委厅局级里央办]?院?[^\W\d_]{0,8}?)(?:印发|出台|制定|公布|下发|发布|修订)的《[^》]*》")
"""A document named with the body that issued it."""
_NO_VERB = r"(?:(?!完成|落实|整改|开展|组织|制定)[^，。；了对把将并])"
_IS_SOURCE = pattern(
    rf"{_NO_VERB}{{0,16}}?(?:反馈|交办|转办|移交|指出|转来|交来|督办)|{_NO_VERB}{{0,16}}?(?:提出|反映|反馈|交办|指出|发现|移交|转办|转来|下达|部署|要求|印发|出台|确定|安排|组织|举办|牵头|主办|召开|推送|移送|派发|分解|认定|批准|核定|通报|点名|委托|授权|下放|赋予|统一)的"
)
_CHARS_IN_NO_NAME = frozenset("按了共获报收到邀请聘派拟与向对由经把将在从给被并是为")
_LISTED = (
    "使用 梳理 提请 抓实 执行 落实 参照 依据 依照 套用 运用 承接 采用 转发 迎接 争创 依托 利用 结合 围绕 通过 "
    "承办 办理 答复 办结 受理 修订 制定 印发 会同 联合 配合 协助 组织 接受 参加"
)
_WORDS_IN_NO_NAME = tuple(_LISTED.split())
"""What no name of an organisation holds: a clause with it before 局 has another subject, or none."""


NAME_LENGTH = 14
"""Most characters of a name or modifier before the noun that tells what kind of other it is."""


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=64)
def _own_pattern(own: tuple[str, ...], short: tuple[str, ...]) -> re.Pattern[str]:
    """Words for this body; 局机关 is another's in 市局机关, and 在我镇 only names a place."""
    bare = [w for w in own if w.startswith("局")]
    place = [w for w in own if re.fullmatch(r"我[省市县区州镇乡]", w)]
    rest = [w for w in (*own, *short) if w not in bare and w not in place and w != "分局"]
    groups = [rf"(?<![省市县区州总])(?:{_alternatives(tuple(bare))})", rf"(?<!在)(?:{_alternatives(tuple(place))})", _alternatives(tuple(rest))]
    if "分局" in short:
        groups.append(r"(?:(?<![^\W\d_])|(?<=[我本由经与和及在到对向为以把让]))分局")
    return re.compile("|".join(g for g in groups if not g.endswith("(?:)")))


@lru_cache(maxsize=8)
def _patterns(actors: Actors) -> tuple[re.Pattern[str], re.Pattern[str]]:
    opener = _alternatives(actors.openers)
    head = re.compile(
        rf"(?:(?:20\d\d年(?:度)?|\d{{1,2}}月(?:份|\d{{1,2}}日)?|[一二三四五六七八九十]+[是要]|[（(]?[一二三四五六七八九十\d]+[）)、.．]|{opener})，?)*"
    )
    # a name begins with its place (县农业农村局, 临溪县公安局); 担任局 and 收到过法院 are none
    place = r"(?:[^\W\d_]{1,4}?[省市县区州旗盟镇乡]|[省市县区州旗])"
    organ = re.compile(rf"{place}[^\W\d_]{{0,10}}?(?:{_alternatives(actors.suffixes)})|[^\W\d_]{{2,3}}分局")
    return head, organ


class Subjects:
    """Finds the subject of each clause of a document."""

    def __init__(self, document: Document, actors: Actors) -> None:
        self._text = document.text
        self._known: dict[int, tuple[bool, Span | None]] = {}
        self._actors = actors
        self._body = document.body or ""
        self._governs = document.kind is Kind.GOVERNMENT
        self._township = document.kind is Kind.TOWNSHIP
        self._branch = document.kind is Kind.BRANCH
        self._short = short_names(self._body, document.kind)
        self._own = _own_pattern(actors.own, self._short)
        self._head, self._organ = _patterns(actors)

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

    def names_own(self, span: Span) -> bool:
        """True where the text of `span` names this body."""
        return bool(self._own.search(self._text, span.start, span.end))

    def _subject(self, clause: Span) -> tuple[bool, Span | None]:
        """Whether the clause names a subject, and where it is another's, the words that name it."""
        if clause.start not in self._known:
            self._known[clause.start] = self._read(clause)
        return self._known[clause.start]

    def _read(self, clause: Span) -> tuple[bool, Span | None]:
        text = self._text[clause.start : clause.end]
        at = m.end() if (m := self._head.match(text)) else 0
        named, other = self._opening(text, at)
        own = self._own.search(text)
        if own and not (other and own.start() >= other[1] and not _is_towards(text, own.start())):
            return True, None
        if not named and (agent := self._agent(text)) is not None:
            named, other = True, agent
        return named, Span(clause.start + other[0], clause.start + other[1]) if other else None

    def _opening(self, text: str, at: int) -> tuple[bool, tuple[int, int] | None]:
        """The subject a clause opens with at `at`: whether there is one, and its place where it is another's."""
        rest = text[at:]
        if rest.startswith(self._actors.partners):
            return False, None
        if self._body and rest.startswith(self._body):
            return True, None
        for words in self._others():
            for w in words:
                i = rest.find(w, 0, NAME_LENGTH + len(w))
                if i >= 0 and _is_modifier(rest[:i], w) and not self._is_aside(rest, i + len(w)) and w not in self._short:
                    return True, None if rest[: i + len(w)] in self._body else (at, at + i + len(w))
        if (m := self._organ.match(rest)) and not self._is_aside(rest, m.end()) and _may_be_name(m[0]):
            return True, None if self._is_own(m[0]) else (at, at + m.end())
        return False, None

    def is_quoted(self, sentence: Sentence, parts: Sequence[Span]) -> Span | None:
        """The words of another body that issued a document, where a phrase stands wholly in them (省厅印发的《…》)."""
        text = self._text[sentence.span.start : sentence.span.end]
        for m in _ISSUED.finditer(text) if "的《" in text else ():
            if (who := m["who"]) and who not in self._short and not self._own.search(m[0]):
                span = Span(sentence.span.start + m.start(), sentence.span.start + m.end())
                if all(span.holds(p) for p in parts):
                    return Span(span.start, span.start + len(who))
        return None

    def _agent(self, clause: str) -> tuple[int, int] | None:
        """The other body that a clause names as its agent (由市局统一负责)."""
        for m in _BY.finditer(clause):
            rest = clause[m.end() :]
            for words in self._others():
                for w in words:
                    if rest.startswith(w) and w not in self._short:
                        return m.end(), m.end() + len(w)
            if (organ := self._organ.match(rest)) and _may_be_name(organ[0]) and not self._is_own(organ[0]):
                return m.end(), m.end() + organ.end()
        return None

    def _others(self) -> tuple[tuple[str, ...], ...]:
        a = self._actors
        return (a.enterprises, a.judiciary, a.party, a.above if self._governs else a.superiors)

    def _is_aside(self, text: str, end: int) -> bool:
        """True where the name that ends at `end` is only a place or a source (督察反馈的问题), or acts with its government."""
        return bool(_IS_PLACE.match(text, end) or _IS_SOURCE.match(text, end)) or (self._governs and text.startswith(_BESIDE, end))

    def _is_own(self, organ: str) -> bool:
        if self._governs:
            return not (organ.startswith("省") and "省" not in self._body) and not organ.endswith(("法院", "检察院"))
        if self._township:
            return organ[0] in "镇乡" or organ.endswith(("村委会", "社区")) or organ in self._body
        if self._branch:
            return organ.endswith("分局") and organ in self._body
        return organ in self._body or is_short_for(organ, self._body) or organ.endswith(("分局", *self._actors.own_units))


_BESIDE = ("书记", "、县政府", "、区政府", "、市政府", "县政府", "区政府", "市政府")
"""After the Party committee's name in a government's report: then the government acts as well."""


def _is_towards(text: str, own: int) -> bool:
    """True where the name of this body at `own` is that of the one concerned."""
    return text[own - 1] in _TOWARDS or text.startswith("了我", own - 1)


_MODIFIER = pattern(
    r"(?:各|部分|多数|少数|个别|有的|一些|所有|某|全[市县区省]|辖区(?:内)?|重点|涉[^\W\d_]{1,2}|上级|排污|化工|规模|小微|民营|生产|中小"
    r"|\d+余?[家户名个][^\W\d_]{0,6}?|[一二三四五六七八九十百]+余?[家户名个][^\W\d_]{0,6}?|[省市县区州])*"
)


def _may_be_name(text: str) -> bool:
    return _CHARS_IN_NO_NAME.isdisjoint(text) and not any(word in text for word in _WORDS_IN_NO_NAME)


NAMED = ("公司", "集团", "工厂", "协会", "医院", "中学", "小学", "学院", "银行")
"""Others that go by a name of their own (民营的康禾医院, 云桥化工公司)."""


def _is_modifier(text: str, noun: str) -> bool:
    """True where `text` before a noun is only its modifier (各, 部分, 9家 …, a firm's name), so that the noun is the subject."""
    if text.endswith("等"):
        text = text[:-1]
        return _may_be_name(text)
    if noun[0] in "市县区州人" and re.fullmatch(r"[^\W\d_]{2,4}?[镇乡市县区州省]?", text):
        return _may_be_name(text)
    if noun in NAMED and len(text) >= 2:
        return _may_be_name(text)
    return bool(_MODIFIER.fullmatch(text))
