"""`scorer copies`: what the reports of a batch share, with whom, and which evidence rests on it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from scorer.cli import streams
from scorer.cli.choices import CopiesFormat
from scorer.cli.exits import Exit
from scorer.copies import Texts, TextsError, find_copies, mark
from scorer.copies.align import NEARLY, SHORTEST
from scorer.copies.candidates import COMMON
from scorer.errors import Place, Problem
from scorer.model.copying import Cited, Subject
from scorer.model.ranking import Result
from scorer.rank import read_cited, read_results
from scorer.render.words import Lang


def print_copies(folder: str, form: CopiesFormat, lang: Lang, width: int | None) -> Exit:
    """Find and print copied text; it costs nobody a point."""
    results = {(r.path, r.sha256): r for r in read_results(Path(folder)).scored}
    with Texts(Path(folder)) as texts:
        found = [_of(texts, i, results) for i in range(len(texts))]
        copies = find_copies(texts, [Subject(r.path, r.sha256, r.body, r.year) for r in found])
    concerned = {spot.text for c in copies.passages for spot in (c.here, c.there)}
    cited = read_cited(Path(folder), {found[i].line for i in concerned})
    marks = mark(copies, [Cited(i, *piece) for i in sorted(concerned) for piece in cited[found[i].line]])
    if form is CopiesFormat.TABLE:
        from scorer.render.terminal.copying import render_copies

        streams.write(render_copies(copies, marks, (SHORTEST, NEARLY, COMMON), lang, width=width, is_terminal=sys.stdout.isatty()))
    else:
        from scorer.render.copying import to_csv, to_json

        streams.write(to_json(copies, marks) if form is CopiesFormat.JSON else to_csv(copies, marks, lang))
    return Exit.FINE


def _of(texts: Texts, index: int, results: Mapping[tuple[str, str], Result]) -> Result:
    """The result that a text belongs to."""
    text = texts.get(index)
    if result := results.get((text.path, text.sha256)):
        return result
    place = Place(str(texts.path), index + 1, 1)
    raise TextsError(Problem("D509", "报告文字与评分结果对不上", "请用 scorer batch 重新生成，不要手工改动", place))
