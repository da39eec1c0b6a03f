"""Who reports on what year, when it was published and signed, read off title, page head and signature."""

import re
from datetime import date

from scorer.hanzi.dates import YEAR, find_dates, read_year
from scorer.model.document import Found, Kind
from scorer.model.lexicon import Bodies
from scorer.model.text import Span
from scorer.patterns import pattern
from scorer.records import dataclass
from scorer.segment.furniture import Extent
from scorer.segment.lines import Line

_PUBLISHED = pattern(r"(?:发布|公布|发文|公开|上网|更新|发稿|录入)(?:日期|时间)|(?<![成印签])(?:日期|时间)[：:]")
_DATED = pattern(r"^（?.{0,4}\d{4}年\d{1,2}月\d{1,2}日(?:发布|公布|发文|公开)")
_CREATED = pattern(r"成文日期|印发日期|生成日期|签发日期|今天是|上一篇|下一篇")
_TITLE_CUT = pattern(r"(?:关于)|(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年?|(?:年度)?(?:法治|依法行政|推进法治|开展法治|落实)")
_WHOLE_NAME = pattern(r"(?!.*(?:法治政府|法治建设|依法|年度|关于|我局))[^\W\d_]+")
_NAME = r"[^\W\d_]{2,24}?"
SOURCE_LENGTH = 24
"""How much of what follows an unlabelled date is cited with it."""
SIGNATURE_LINES = 8
"""How many lines from the end of the report the signature and its date may stand."""


@dataclass(frozen=True, slots=True)
class Head:
    """Text lines of a report, with where it begins and ends."""

    text: str
    lines: list[Line]
    extent: Extent

    def line(self, i: int) -> str:
        """Text of line `i`."""
        s = self.lines[i].span
        return self.text[s.start : s.end]

    @property
    def title(self) -> str:
        """The report's title, joined where it is wrapped."""
        t = self.extent.title
        return "".join(self.line(i) for i in range(t[0], t[1] + 1)) if t else ""


def read_year_of(head: Head, page_title: str) -> int | None:
    """The year reported on: the title's, else the one the opening names with the subject, else the year before the signature's."""
    for title in (head.title, page_title):
        if m := YEAR.search(title):
            return read_year(m["y"])
        if m := re.search(r"(?<!\d)20\d\d(?!\d)", title):
            return int(m[0])
    start = head.lines[head.extent.begin].span.start if head.extent.begin < len(head.lines) else 0
    opening = head.text[start : start + 400]
    if m := re.search(r"(20\d\d)年度?[^。，]{0,12}(?:法治|依法行政)", opening) or YEAR.search(opening):
        return read_year(m[1])
    if signed := read_signed(head):
        return signed.value.year - 1
    return None


def read_published(head: Head) -> Found[date] | None:
    """The publication date the page shows: never the date written, today's banner or a neighbour's."""
    title_line = head.extent.title[0] if head.extent.title else 0
    order = sorted(
        (i for i in range(len(head.lines)) if i < head.extent.begin or i >= head.extent.end),
        key=lambda i: (i < title_line, abs(i - title_line)),
    )
    for labelled in (True, False):
        for i in order:
            text, span = head.line(i), head.lines[i].span
            if len(text) > 160 or (not labelled and (_CREATED.search(text) or i < title_line or i >= head.extent.end)):
                continue
            starts = [m.span() for m in _PUBLISHED.finditer(text)] + [(0, 0)] * bool(_DATED.search(text)) if labelled else [(0, 0)]
            for label, at in starts:
                hit = next(find_dates(head.text, span.start + at, span.end), None)
                if hit and (not labelled or hit[1] - span.start - at <= 6) and not _CREATED.search(text[max(at - 8, 0) : at]):
                    # an unlabelled date is told by what follows it (来源 …)
                    return Found(hit[0], Span(span.start + label, hit[2] if labelled else min(span.end, hit[2] + SOURCE_LENGTH)))
    return None


def read_signed(head: Head) -> Found[date] | None:
    """The date under the signature: a short line of its own near the end."""
    last = head.extent.end
    for i in range(last - 1, max(last - SIGNATURE_LINES, head.extent.begin) - 1, -1):
        text, span = head.line(i), head.lines[i].span
        hit = next(find_dates(head.text, span.start, span.end), None)
        if hit and len(text) <= 45 and hit[2] >= span.end - 2:
            return Found(hit[0], Span(hit[1], hit[2]))
    return None


def read_body(head: Head, bodies: Bodies, publisher: str, page_title: str) -> str | None:
    """The reporting body: from title, signature and page head, the fullest name that the others end with."""
    names = [n for t in (head.title, page_title) if (n := _name_in_title(t, bodies))]
    names += _signature_names(head, bodies)
    if not names:
        names = _opening_names(head, bodies)
    if not names:
        return None
    pool = set(names) | set(_page_names(head, bodies)) | {publisher}
    best = names[0]
    longer = [n for n in pool if n.endswith(best) and n != best and len(n) <= len(best) + 12]
    best = max(longer, key=len) if longer else best
    return _complete(best, head.text)


def read_kind(body: str | None, bodies: Bodies) -> Kind:
    """Kind of body by its name; a department where nothing says otherwise."""
    for kind, words in bodies.kinds:
        if body and any(w in body for w in words):
            return Kind(kind)
    return Kind.DEPARTMENT


def read_sector(body: str | None, text: str, bodies: Bodies) -> str:
    """Sector by the body's name; where there is no name, by the opening of the text."""
    for sector, words in bodies.sectors:
        if any(w in (body or text[:300]) for w in words):
            return sector
    return "general"


def _is_name(name: str, bodies: Bodies) -> bool:
    return 3 <= len(name) <= 28 and name.endswith(bodies.suffixes) and bool(_WHOLE_NAME.fullmatch(name))


def _name_in_title(title: str, bodies: Bodies) -> str | None:
    cut = _TITLE_CUT.search(title)
    name = re.sub(r"^[\W\d_]+", "", title[: cut.start()] if cut else "").strip()
    name = re.sub(r"[\W\d_].*$", "", name)
    if not _is_name(name, bodies) and (m := re.search(rf"(?:年度?)({_NAME})(?:法治|依法行政|推进|关于|开展)", title)):
        name = m[1]
    return name if _is_name(name, bodies) else None


def _signature_names(head: Head, bodies: Bodies) -> list[str]:
    last = head.extent.end
    found = []
    for i in range(last - 1, max(last - SIGNATURE_LINES, head.extent.begin) - 1, -1):
        name = re.sub(r"[\s\d年月日（）〇○零一二三四五六七八九十-]+$", "", head.line(i)).strip()
        if _is_name(name, bodies) and len(head.line(i)) <= 45:
            found.append(name)
    return found


def _page_names(head: Head, bodies: Bodies) -> list[str]:
    lines = [i for i in range(len(head.lines)) if i < head.extent.begin or i >= head.extent.end]
    runs = [r for i in lines for r in re.findall(r"[^\W\d_]+", head.line(i))]
    return [r for r in runs if _is_name(r, bodies)]


def _opening_names(head: Head, bodies: Bodies) -> list[str]:
    text = head.text[head.lines[head.extent.begin].span.start :] if head.extent.begin < len(head.lines) else ""
    ends = "|".join(map(re.escape, sorted(bodies.suffixes, key=len, reverse=True)))
    hits = re.findall(rf"(?:^|[，。、年\n])([^\W\d_]{{2,14}}?(?:{ends}))", text[:600])
    return [h for h in hits if _is_name(h, bodies) and not re.match(r"现将|我|本|在|根据|按照|省|中央", h)][:1]


def _complete(name: str, text: str) -> str:
    """Put the place before a name that begins with 市, 县 or 区, where the text names that place's government."""
    if name[0] not in "省市县区州旗镇":
        return name
    places = re.findall(rf"([^\W\d_]{{1,5}}?{name[0]})(?:人民政府|委|政府)", text)
    whole = [re.sub(r"^.*[省市州](?=[^\W\d_]{2,3}[县区旗]$)", "", p) for p in places if len(p) > 1 and not p.startswith(("全", "各", "本", "中共"))]
    if not whole:
        return name
    best = max(sorted(set(whole)), key=whole.count)
    return best + name[1:]
