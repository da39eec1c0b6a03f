"""The columns of the tables: one row per input, with a score per category, a verdict and points per rule."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from scorer.model.document import Kind
from scorer.model.result import Verdict
from scorer.model.rule import Grade, Pack
from scorer.render import words
from scorer.render.lines import BUG
from scorer.render.words import Lang

Row = dict[str, Any]
Type = type[str] | type[int] | type[float]
SHOWN = 20
"""Failures that are listed one by one at the end of a run; the tables have all."""


class Column(Struct, frozen=True):
    """One column: its name for programs, its title for people, and how a row fills it."""

    id: str
    title: str
    type: Type
    value: Callable[[Row], Any]
    """None where a row has nothing to say."""
    say: Callable[[Any], Any] = lambda value: value
    """How people read the value."""


class Survey(Struct, frozen=True):
    """What the rows hold, as far as it decides which columns there are and how the run ended."""

    total: int
    failures: int
    bugs: int
    packs: tuple[str, ...]
    """Ids, in order of appearance."""
    groups: tuple[str, ...]
    failed: tuple[tuple[str, str, str], ...]
    """Path, code and reason of the first `SHOWN` failures."""


def survey(rows: Iterable[Row]) -> Survey:
    """Go through all rows once."""
    total = failures = bugs = 0
    packs, groups, failed = dict[str, None](), dict[str, None](), list[tuple[str, str, str]]()
    for row in rows:
        total += 1
        if "failure" in row:
            code, reason = row["failure"]
            failures += 1
            bugs += code == BUG
            failed += [(row["path"], code, reason)] if failures <= SHOWN else []
        packs |= {row["pack"]: None} if "pack" in row else {}
        groups |= dict.fromkeys(row["groups"])
    return Survey(total, failures, bugs, tuple(packs), tuple(name for name in groups if name != "kind"), tuple(failed))


def columns(found: Survey, packs: Sequence[Pack], lang: Lang, *, copied: bool) -> list[Column]:
    """All columns for these rows, judged by these packs; a rule that several packs share has one.

    `copied` says whether copied text was looked for.
    """
    by_size = sorted(packs, key=lambda pack: -len(pack.rules))
    return [*_report(by_size, lang, copied=copied), *_groups(found), *_categories(by_size, lang), *_rules(by_size, lang)]


def _report(packs: Sequence[Pack], lang: Lang, *, copied: bool) -> list[Column]:
    grades: dict[str, Grade] = {g.id: g for p in packs for g in p.grades}
    plain: tuple[tuple[str, Type], ...] = (("path", str), ("body", str), ("year", int))
    more: tuple[tuple[str, Type], ...] = (("published", str), ("characters", int), ("pack", str), ("pack_version", str), ("score", float))
    return [
        *(_field(key, kind, lang) for key, kind in plain),
        Column("kind", words.column("kind", lang), str, _inside("groups", "kind"), lambda value: words.kind(Kind(value), lang)),
        Column("sector", words.column("sector", lang), str, _get("sector"), lambda value: words.sector(value, lang)),
        *(_field(key, kind, lang) for key, kind in more),
        Column("grade", words.column("grade", lang), str, _get("grade"), lambda value: words.title(grades[value], lang)),
        *(Column(v.value, words.verdict(v, lang), int, _inside("verdicts", v.value)) for v in Verdict),
        _field("review", int, lang),
        *([_field("copied", int, lang)] if copied else []),
        Column("warnings", words.column("warnings", lang), str, lambda row: "; ".join(row.get("warnings", ())) or None),
        Column("failure", words.column("failure", lang), str, lambda row: row["failure"][0] if "failure" in row else None),
        Column("reason", words.column("reason", lang), str, lambda row: row["failure"][1] if "failure" in row else None),
    ]


def _groups(found: Survey) -> list[Column]:
    return [Column(f"group.{name}", name, str, _inside("groups", name)) for name in found.groups]


def _categories(packs: Sequence[Pack], lang: Lang) -> list[Column]:
    titles = {c.id: words.title(c, lang) for p in packs for c in p.categories}
    return [Column(f"category.{name}", title, float, _inside("categories", name)) for name, title in titles.items()]


def _rules(packs: Sequence[Pack], lang: Lang) -> list[Column]:
    titles = {r.id: words.title(r, lang) for p in packs for r in p.rules}
    return [column for name, title in titles.items() for column in _rule(name, title, lang)]


def _rule(name: str, title: str, lang: Lang) -> tuple[Column, Column]:
    found = _inside("rules", name)
    points = f"{title}{words.say('brackets', lang, words.say('earned', lang))}"
    return (
        Column(f"rule.{name}", title, str, lambda row: (found(row) or (None,))[0], lambda value: words.verdict(Verdict(value), lang)),
        Column(f"rule.{name}.points", points, float, lambda row: (found(row) or (None, None))[1]),
    )


def _field(key: str, type: Type, lang: Lang) -> Column:
    return Column(key, words.column(key, lang), type, _get(key))


def _get(key: str) -> Callable[[Row], Any]:
    return lambda row: row.get(key)


def _inside(key: str, name: str) -> Callable[[Row], Any]:
    return lambda row: row.get(key, {}).get(name)
