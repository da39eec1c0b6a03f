"""Shapes of the ranking's pages as numbers for SVG: strips of verdicts, ranges of places, a line over the years."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from scorer.model.ranking import Interval
from scorer.model.result import Verdict

TREND_WIDTH, TREND_HEIGHT, TREND_MARGIN = 640, 200, 40
TREND_LEFT = 90
"""Where the first year stands, clear of the axis."""


class Range(Struct, frozen=True):
    """A place and the range it can take, in percent of the width."""

    at: float
    start: float
    width: float


class Dot(Struct, frozen=True):
    """A report in the line over the years."""

    x: float
    y: float
    year: str
    score: str


def strip(verdicts: Sequence[Verdict]) -> list[tuple[str, str]]:
    """For every verdict that occurs a path of unit squares in its columns, runs drawn as one."""
    paths: dict[str, str] = {}
    at = 0
    for verdict, run in groupby(verdicts):
        length = len(list(run))
        paths[verdict.value] = paths.get(verdict.value, "") + f"M{at} 0h{length}v1h-{length}z"
        at += length
    return list(paths.items())


def stacked(counts: Mapping[Verdict, int]) -> list[tuple[str, int, int]]:
    """Verdict, start and width of each part of a bar as long as there are reports."""
    parts, at = [], 0
    for verdict, count in counts.items():
        if count:
            parts.append((verdict.value, at, count))
            at += count
    return parts


def place_range(place: int, interval: Interval | None, total: int) -> Range:
    """Where a place stands among `total`, each as wide as the others."""
    best, worst = (interval.best, interval.worst) if interval else (place, place)
    return Range(_percent(place - Fraction(1, 2), total), _percent(best - 1, total), _percent(worst - best + 1, total))


def trend(scores: Sequence[tuple[str, Fraction, str]]) -> list[Dot]:
    """Year, exact score and score as printed, from left to right, 0 at the bottom and 100 at the top."""
    steps = max(len(scores) - 1, 1)
    inner = TREND_WIDTH - TREND_LEFT - TREND_MARGIN, TREND_HEIGHT - 2 * TREND_MARGIN
    return [
        Dot(round(TREND_LEFT + inner[0] * i / steps, 1), round(TREND_HEIGHT - TREND_MARGIN - inner[1] * float(exact) / 100, 1), year, said)
        for i, (year, exact, said) in enumerate(scores)
    ]


def _percent(part: Fraction | int, whole: int) -> float:
    return round(float(100 * Fraction(part) / whole), 2)
