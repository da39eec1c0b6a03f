"""Who reports: the body's name, kind and sector, read off title, signature, opening and the page around."""

import re
from collections import Counter

from scorer.model.document import Kind
from scorer.model.lexicon import Bodies
from scorer.patterns import pattern
from scorer.segment.head import Head
from scorer.segment.opening import opening_names, opening_places
from scorer.segment.places import is_place, whole_place

_TITLE_CUT = pattern(r"(?:关于)|(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年?|(?:年度)?(?:法治|依法行政|推进法治|开展法治|落实)")
_TITLE_LEAD = pattern(r"^(?:[\W\d_]|附件|关于(?:报送|印发|公布|上报)?|二[〇○零][〇○零一二三四五六七八九]{2}(?=年)|年度?(?:[上下]半年)?)+")
"""What a title says before the name: a number, 关于, the year (2020年度云岭县…)."""
_WHOLE_NAME = pattern(r"(?!.*(?:法治政府|法治建设|依法|年度|关于|我局))[^\W\d_]+")
_NAME = r"[^\W\d_]{2,24}?"
_PARTY = pattern(r"^中共[^\W\d_]{1,11}委(?:员会)?和?(?=[^\W\d_]{3,})")
_SEAL = pattern(r"(?:（[^（）]{0,6}章）)?[\s\d年月日（）〇○零一二三四五六七八九十/.-]*$")
_SELF = pattern(r"我(局|委|厅|办|院|省|市|县|区|州|旗|镇|乡|街道)(?!们)")
_OWN = {"委": ("委", "委员会"), "办": ("办公室",), "街道": ("街道办事处",), "局": ("局",), "厅": ("厅",), "院": ("院",)}
"""How the name of a body ends that calls itself so; any other is the government of its place."""


def read_body(head: Head, bodies: Bodies, publisher: str, page_title: str) -> str | None:
    """The reporting body: from title, signature and page head, the fullest name that the others end with."""
    around = [n for n in (*_page_names(head, bodies), publisher) if _is_name(n, bodies)]
    names = title_names(head, bodies, page_title) + signature_names(head, bodies)
    names = names or _names_of_self(head.text, [*around, *_opening_names(head, bodies)])
    names = names or _places(head.title) or _subjects(head, bodies)
    if not names:
        return None
    best = names[0]
    longer = [n for n in {*names, *around} if n.endswith(best) and n != best and len(n) <= len(best) + 12]
    return _complete(max(longer, key=len) if longer else best, head.text)


def read_kind(body: str | None, bodies: Bodies) -> Kind:
    """Kind of body by its name; a place stands for its government, and a department where nothing says otherwise."""
    for kind, words in bodies.kinds:
        if body and any(w in body for w in words):
            return Kind(kind)
    if body and is_place(body):
        return Kind.TOWNSHIP if body.endswith(("镇", "乡", "街道")) else Kind.GOVERNMENT
    return Kind.DEPARTMENT


def read_sector(body: str | None, text: str, bodies: Bodies) -> str:
    """Sector by the body's name; where there is no name, by the opening of the text."""
    for sector, words in bodies.sectors:
        if any(w in (body or text[:300]) for w in words):
            return sector
    return "general"


def bodies_clash(head: Head, bodies: Bodies, page_title: str) -> bool:
    """Whether title and signature name two bodies, neither of them a short form or a part of the other."""
    titled, signed = title_names(head, bodies, page_title), signature_names(head, bodies)
    return bool(titled and signed) and not any(a in b or b in a for a in titled for b in signed)


def title_names(head: Head, bodies: Bodies, page_title: str) -> list[str]:
    """Names of bodies that the report's title, and the page's, begin with."""
    return [n for t in (head.title, page_title) if (n := _name_in_title(t, bodies))]


def signature_names(head: Head, bodies: Bodies) -> list[str]:
    """Names of bodies on lines of their own near the end, the last first."""
    lines = [head.line(i) for i in head.last_lines()]
    return [name for line in lines if len(line) <= 45 and _is_name(name := _SEAL.sub("", line).strip(), bodies)]


def _is_name(name: str, bodies: Bodies) -> bool:
    return 3 <= len(name) <= 28 and name.endswith(bodies.suffixes) and bool(_WHOLE_NAME.fullmatch(name))


def _before_subject(title: str) -> str:
    """What a title says before the year and the subject."""
    bare = _TITLE_LEAD.sub("", title)
    cut = _TITLE_CUT.search(bare)
    return re.sub(r"[\W\d_].*$", "", _PARTY.sub("", bare[: cut.start()].strip())) if cut else ""


def _name_in_title(title: str, bodies: Bodies) -> str | None:
    name = _before_subject(title)
    if not _is_name(name, bodies) and (m := re.search(rf"(?:年度?)({_NAME})(?:法治|依法行政|推进|关于|开展)", title)):
        name = m[1]
    return name if _is_name(name, bodies) else None


def _places(title: str) -> list[str]:
    name = _before_subject(title)
    return [name] if is_place(name) else []


def _names_of_self(text: str, names: list[str]) -> list[str]:
    """Those of `names` that fit what the report calls its body: 我局, 我县."""
    word = _own_word(text)
    return [n for n in names if word and n.endswith(_OWN.get(word, ("人民政府",))) and (word in _OWN or word in n)]


def _own_word(text: str) -> str:
    """What the report calls its body most often: 局 for 我局."""
    usual = Counter(_SELF.findall(text)).most_common(1)
    return usual[0][0] if usual else ""


def _page_names(head: Head, bodies: Bodies) -> list[str]:
    runs = [r for i in head.around() for r in re.findall(r"[^\W\d_]+", head.line(i))]
    return [r for r in runs if _is_name(r, bodies)]


def _opening_names(head: Head, bodies: Bodies) -> list[str]:
    return [n for n in opening_names(head.report, bodies.suffixes) if _is_name(n, bodies)]


def _subjects(head: Head, bodies: Bodies) -> list[str]:
    """Whom the opening names; a bureau that calls itself so (我局) is no government, but any body has a 我市 to speak of."""
    word = _own_word(head.text)
    if word in _OWN:
        return []
    return _opening_names(head, bodies) or [p for p in opening_places(head.report) if word in p]


def _complete(name: str, text: str) -> str:
    """Put the place before a name that begins with 市, 县 or 区, where the text names that place's government."""
    place = whole_place(name[0], text) if name[0] in "省市县区州旗镇" else None
    return place + name[1:] if place else name
