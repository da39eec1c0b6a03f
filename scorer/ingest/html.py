"""A web page -> source: the report's text, with the page's title and publication date before it, so that both can be cited."""

import re
from datetime import date
from typing import TYPE_CHECKING

from scorer.hanzi.dates import find_dates
from scorer.ingest.article import find_article
from scorer.ingest.decode import decode
from scorer.ingest.extract import Extract
from scorer.ingest.lines import read_lines
from scorer.ingest.nesting import MOST_LEVELS, is_too_deep
from scorer.ingest.refusals import over_limit

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TITLE_END = re.compile(r"\s*(?:[_|｜]|-\s*\||\s[-–—]\s|--|-(?=[^-]*(?:网|政府|局|厅|委)[^-]*$)).*", re.DOTALL)
_SHOWN_DATE = re.compile(
    r"(?P<label>(?:发布|公布|公开|上网|发稿|更新)(?:日期|时间)|(?<![\u4e00-\u9fff])(?:日期|时间)(?=\s*[:：]))[\s:：\[【]*(?P<value>\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)"
)
_BARE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s.*(?:来源|作者|浏览|阅读|字号|字体|打印).*")
_PUBLISHER = re.compile(r"(?:发布机构|发布单位|公开机构|发文机关|信息来源|来源)[\s:：]*([\u4e00-\u9fff]{3,30})")
_SPACE = re.compile(r"\s+")


def read_page(path: str, data: bytes, charset: str = "") -> Extract:
    """The report on a page; odd markup is read somehow, only what would take too long is refused.

    `charset` is the encoding that something outside the page names.
    """
    from selectolax.lexbor import LexborHTMLParser

    named = _CHARSET.search(data[:4096])
    text, notices = decode(data, charset or (named[1].decode("ascii", "ignore") if named else ""))
    if is_too_deep(text):
        raise over_limit(path, "HTML 文件", f"标签嵌套超过 {MOST_LEVELS} 层")
    page = LexborHTMLParser(text)
    meta = _read_meta(page)
    article = find_article(page)
    lines = read_lines(article) if article is not None else []
    inside = article.mem_id if article is not None else 0
    around = read_lines(page.body, {inside}) if page.body is not None else []
    title = meta.get("articletitle", "") or _find_title(page)
    head = [] if _opens_with(lines, title) else [title]
    shown, published = _find_date(around)
    head += [shown] if shown else []
    return Extract(
        "\n".join([*filter(None, head), *lines]) + "\n",
        title=title,
        published=_meta_date(meta) or published or _find_date(lines)[1],
        publisher=meta.get("contentsource") or _find_publisher(around) or meta.get("sitename", ""),
        notices=notices,
    )


def _read_meta(page: "LexborHTMLParser") -> dict[str, str]:
    """Named meta fields in lower case; the first of each counts."""
    fields: dict[str, str] = {}
    for node in page.css("meta"):
        name, value = _attribute(node, "name"), _attribute(node, "content")
        if name and value:
            fields.setdefault(name.lower(), value)
    return fields


def _attribute(node: "LexborNode", name: str) -> str:
    return _SPACE.sub(" ", node.attributes.get(name) or "").strip()


def _meta_date(meta: dict[str, str]) -> date | None:
    for name in ("pubdate", "publishdate", "publishtime", "pubtime", "firstpublishedtime", "releasedate"):
        for day, _, _ in find_dates(meta.get(name, "").replace("T", " "), compact=True):
            return day
    return None


def _find_title(page: "LexborHTMLParser") -> str:
    """The heading that the window's title begins with, else the window's title up to the site's name, else the longest heading."""
    window = page.css_first("title")
    full = _SPACE.sub(" ", window.text()).strip() if window is not None else ""
    headings = ["".join(read_lines(n)) for n in page.css("h1, h2, h3, .title, .article-title, .bt")]
    for text in sorted(filter(None, headings), key=len, reverse=True):
        if len(text) >= 6 and full.replace(" ", "").startswith(text.replace(" ", "")):
            return text
    cut = _TITLE_END.sub("", full)
    return cut or max((h for h in headings if len(h) <= 80), key=len, default="")


def _opens_with(lines: list[str], title: str) -> bool:
    start = re.sub(r"\s", "", "".join(lines[:5]))
    return not title or re.sub(r"\s", "", title) in start


def _find_date(lines: list[str]) -> tuple[str, date | None]:
    """The row of the page that shows when it was published: label and value as they stand there."""
    for line in lines:
        m = _SHOWN_DATE.search(line) if len(line) <= 300 else None
        if m and (days := list(find_dates(m["value"]))):
            return f"{m['label']}：{_SPACE.sub(' ', m['value'])}", days[0][0]
    for line in lines:
        if len(line) <= 120 and _BARE_DATE.fullmatch(line) and (days := list(find_dates(line[:20]))):
            return line, days[0][0]
    return "", None


def _find_publisher(lines: list[str]) -> str:
    return next((m[1] for line in lines if (m := _PUBLISHER.search(line))), "")
