"""Markdown -> source: the file as it is, since offsets index it; its marks are taken out by cleaning."""

import re
from datetime import date

from scorer.hanzi.dates import find_dates
from scorer.ingest.decode import decode
from scorer.ingest.extract import Extract

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(?P<name>[\w\u4e00-\u9fff-]+)[ \t]*[:：][ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)
_TITLES = ("title", "标题")
_DATES = ("published", "pubdate", "publishdate", "date", "发布日期", "发布时间")
_PUBLISHERS = ("publisher", "发布机构", "来源")


def read_markdown(_: str, data: bytes) -> Extract:
    """The text with what the fields at its top say of it; never fails, as any text is Markdown."""
    text, notices = decode(data)
    fields = _read_fields(text)
    return Extract(
        text,
        title=_first(fields, _TITLES),
        published=_day(_first(fields, _DATES)),
        publisher=_first(fields, _PUBLISHERS),
        notices=notices,
    )


def _read_fields(text: str) -> dict[str, str]:
    front = _FRONT.match(text)
    if front is None:
        return {}
    return {m["name"].lower(): m["value"].strip().strip("\"'").strip() for m in _FIELD.finditer(front["fields"])}


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _day(value: str) -> date | None:
    return next((day for day, _, _ in find_dates(value.replace("T", " "))), None)
