"""Questions on standard output, answers from standard input: typed at a terminal or written beforehand."""

import sys
import unicodedata
from collections.abc import Mapping, Sequence

from scorer.cli import streams
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class NoMoreAnswers(Exception):
    """Standard input has ended, or the person wants to."""


def ask(question: str) -> str:
    """One line, without blanks around it; where nobody types, the answer is shown as if somebody had."""
    streams.write(question)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        streams.write(visible(line.rstrip("\n")) + "\n")
    if not line:
        raise NoMoreAnswers
    return line.strip()


def ask_until(question: str) -> str:
    """The first answer that is not empty."""
    while not (answer := ask(question)):
        pass
    return answer


def choose(question: str, choices: Mapping[str, Sequence[str]], lang: Lang, default: str = "") -> str:
    """A key of `choices`, answered by key or by one of its names; empty for the default where there is one."""
    by_name = {_plain(name): key for key, names in choices.items() for name in (key, *names)}
    while True:
        answer = ask(question)
        if not answer and default:
            return default
        if _plain(answer) in by_name:
            return by_name[_plain(answer)]
        streams.write(words.say("answer-unknown", lang, visible(answer)) + "\n")


def _plain(text: str) -> str:
    """Full-width letters and capitals are as good as small ones."""
    return unicodedata.normalize("NFKC", text).casefold()
