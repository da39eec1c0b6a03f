"""`scorer rank`: a folder of results ranked, printed or written."""

import sys
from collections.abc import Sequence
from pathlib import Path

from scorer.cli import streams
from scorer.cli.choices import RankFormat
from scorer.cli.exits import Exit
from scorer.cli.many.picking import pick
from scorer.errors import Place, Problem, ScorerError
from scorer.model.ranking import Ranking
from scorer.rank import EXACT, Limits, compare, rank, read_passages, read_results
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class WriteError(ScorerError):
    """A ranking that cannot be written."""


def groupings(by: Sequence[str]) -> list[list[str]]:
    """`--by region,sector` groups by both at once; given twice, by either."""
    return [[c for part in each.split(",") if (c := part.strip())] for each in by]


def rank_folder(folder: str, by: Sequence[str], limits: Limits, form: RankFormat, output: str | None, lang: Lang, width: int | None) -> Exit:
    """Rank the results in `folder`; XLSX goes to ranking.xlsx there unless another file is named.

    What the batch could not score is listed, and is no failure of the ranking.
    """
    ranking = rank(read_results(Path(folder)), [columns for columns in groupings(by) if columns], limits)
    target = Path(output) if output else Path(folder) / "ranking.xlsx" if form is RankFormat.XLSX else None
    data = _made(ranking, form, target, lang, width)
    if target is None:
        streams.write_bytes(data)
    else:
        from scorer.yamlio.write import write_whole

        try:
            write_whole(target, data)
        except OSError as error:
            message = words.say("rank-unwritable", lang, error.strerror or error)
            raise WriteError(Problem("C320", message, words.say("rank-unwritable-advice", lang), Place(str(target)))) from error
        streams.write(words.say("rank-written", lang, visible(str(target))) + "\n")
    return Exit.FINE


def _made(ranking: Ranking, form: RankFormat, target: Path | None, lang: Lang, width: int | None) -> bytes:
    if form is RankFormat.XLSX:
        from scorer.render.ranking_xlsx import to_xlsx

        return to_xlsx(ranking, lang, target.parent if target else Path())
    if form is RankFormat.TABLE:
        from scorer.render.terminal.ranking import render_ranking

        return render_ranking(ranking, EXACT, lang, width=width, is_terminal=target is None and sys.stdout.isatty()).encode()
    from scorer.render.ranking_tables import to_csv, to_json

    return (to_csv(ranking, lang) if form is RankFormat.CSV else to_json(ranking)).encode()


def explain_order(folder: str, wanted: tuple[str, str], lang: Lang, width: int | None) -> Exit:
    """What puts the first of two reports above the second: gained is what it has over it."""
    found = read_results(Path(folder))
    ahead, behind = (pick(found, name, lang) for name in wanted)
    passages = read_passages(Path(folder), {ahead.line, behind.line})
    from scorer.render.terminal.comparing import render_comparison

    comparison = compare((behind, passages[behind.line]), (ahead, passages[ahead.line]))
    streams.write(render_comparison(comparison, lang, width=width, is_terminal=sys.stdout.isatty()))
    return Exit.FINE
