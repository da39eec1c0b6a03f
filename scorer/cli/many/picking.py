"""Which report of a folder of results somebody means: by path, by file name, or by the name of its body."""

from pathlib import PurePath

from scorer.errors import Problem, ScorerError
from scorer.model.ranking import Result, Results
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang

_LISTED = 5


class PickError(ScorerError):
    """A name that is no report's, or that of several."""


def pick(results: Results, wanted: str, lang: Lang) -> Result:
    """The one report meant."""
    found = all_of(results, wanted, lang)
    if len(found) > 1:
        paths = words.say("comma", lang).join(visible(r.path) for r in found[:_LISTED])
        message = words.say("many-such-reports", lang, visible(wanted), len(found))
        raise PickError(Problem("C322", message, words.say("many-such-reports-advice", lang, paths)))
    return found[0]


def all_of(results: Results, wanted: str, lang: Lang) -> list[Result]:
    """Every report meant, by year: the paths decide, then the names of files, then those of bodies."""
    for i in range(3):
        if found := [r for r in results.scored if (r.path, PurePath(r.path).name, r.body)[i] == wanted]:
            return sorted(found, key=lambda r: (r.year or 0, r.path))
    message = words.say("no-such-report", lang, visible(wanted))
    raise PickError(Problem("C321", message, words.say("no-such-report-advice", lang)))
