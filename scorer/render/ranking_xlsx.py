"""A ranking as a workbook: a sheet per table, verdicts in colour, links from a place to its verdicts."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from scorer.model.ranking import Group, Ranking
from scorer.model.result import Failure, Verdict
from scorer.render import messages, words
from scorer.render.ranking_rows import HEADS, column, name, rows
from scorer.render.words import Lang
from scorer.render.workbook import Cell, Column, Sheet, Value, titles, workbook

FILLS = {
    Verdict.MET: "C6EFCE",
    Verdict.PARTIAL: "FFEB9C",
    Verdict.FAILED: "FFC7CE",
    Verdict.PLANNED: "BDD7EE",
    Verdict.MISSING: "E4DFEC",
    Verdict.NA: "EDEDED",
}
"""Background of a verdict."""
_WIDTHS = {"group": 24, "body": 28, "path": 40, "reason": 28, "pack": 20}
_WIDE = 60
_RANKED = [h for h in HEADS if h not in ("group", "reason")]
_GROUPED = [h for h in HEADS if h != "reason"]
_APART = ("group", "body", "year", "kind", "sector", "applicable", "compared", "possible", "reason", "path")


def to_xlsx(ranking: Ranking, lang: Lang, folder: Path) -> bytes:
    """The workbook; links to reports are relative to `folder`, where it will lie, and lead only to files that are there."""
    whole, groupings = ranking.groups[0], _groupings(ranking)
    says = [words.say("rank-by", lang, words.say("and", lang).join(column(c, lang) for c in columns)) for columns in groupings]
    every = titles([words.say(key, lang) for key in ("rank-all", "rank-matrix", "rank-apart", "rank-failures", "rank-notes")] + says)
    first, matrix, apart, failures, notes = every[:5]
    sheets = [_places(first, [whole], _RANKED, lang, folder, matrix)]
    sheets += [_places(title, found, _GROUPED, lang, folder) for title, found in zip(every[5:], groupings.values(), strict=True)]
    sheets += [_matrix(matrix, whole, lang), _apart(apart, ranking.groups, lang), _failures(failures, ranking.failures, lang)]
    return workbook([*sheets, Sheet(notes, [Column(notes, 100)], [[note] for note in _notes(ranking, lang)])])


def _groupings(ranking: Ranking) -> dict[tuple[str, ...], list[Group]]:
    """Groups by the columns that make them; the group of all reports has none and is left out."""
    found: dict[tuple[str, ...], list[Group]] = {}
    for group in ranking.groups[1:]:
        found.setdefault(tuple(c for c, _ in group.key), []).append(group)
    return found


def _places(title: str, groups: Sequence[Group], heads: Sequence[str], lang: Lang, folder: Path, matrix: str = "") -> Sheet:
    """Places; in the table of all reports each links to its row of verdicts."""

    def lines() -> Iterator[list[Value]]:
        for group in groups:
            for i, row in enumerate(r for r in rows(group, lang) if "place" in r):
                cells: dict[str, Value] = {**row, "path": Cell(row["path"], link=_link(str(row["path"]), folder))}
                if matrix:
                    cells["place"] = Cell(row["place"], link=f"#'{matrix}'!A{i + 2}")
                yield [cells.get(h, "") for h in heads]

    return Sheet(title, _columns(heads, lang), lines(), heads.index("body") + 1)


def _matrix(title: str, group: Group, lang: Lang) -> Sheet:
    """A row for each ranked report, a column for each rule compared."""
    columns = [*_columns(("place", "body", "year"), lang), *(Column(head.title, 12) for head in group.rules)]

    def lines() -> Iterator[list[Value]]:
        for entry in group.entries:
            verdicts = [Cell(words.verdict(i.verdict, lang), FILLS[i.verdict]) for i in entry.items]
            yield [entry.place, name(entry.result), entry.result.year or "", *verdicts]

    return Sheet(title, columns, lines(), 2)


def _apart(title: str, groups: Sequence[Group], lang: Lang) -> Sheet:
    unranked = (row for group in groups for row in rows(group, lang) if "place" not in row)
    return Sheet(title, _columns(_APART, lang), ([row.get(h, "") for h in _APART] for row in unranked))


def _failures(title: str, failures: Sequence[Failure], lang: Lang) -> Sheet:
    columns = [Column(words.say(f"rank-{key}", lang), width) for key, width in (("path", 40), ("message", _WIDE), ("advice", _WIDE))]
    return Sheet(title, columns, ([f.path, f"{f.code} {f.message}", f.advice] for f in failures))


def _notes(ranking: Ranking, lang: Lang) -> list[str]:
    whole = ranking.groups[0]
    packs = words.say("and", lang).join(f"{p.id} {p.version}" for p in whole.packs)
    notes = [words.say("rank-rules", lang, len(whole.rules), packs)]
    if whole.left_out:
        notes.append(words.say("rank-left-out", lang, len(whole.rules), len(whole.left_out)))
    notes += [words.say(f"rank-{key}-note", lang) for key in ("interval", "band", "points", "copied")]
    return [*notes, messages.DISCLAIMER[lang is Lang.EN]]


def _columns(heads: Sequence[str], lang: Lang) -> list[Column]:
    return [Column(words.say(f"rank-{h}", lang), _WIDTHS.get(h, 10)) for h in heads]


def _link(path: str, folder: Path) -> str:
    """A relative link to a report that is there; none to anything else a path may be taken for."""
    if not Path(path).is_file():
        return ""
    try:
        return quote(PurePath(os.path.relpath(path, folder)).as_posix())
    except ValueError:  # another drive
        return ""
