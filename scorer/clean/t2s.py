"""OpenCC's conversion `t2s`, from the dictionaries of opencc-python-reimplemented and with its results.

That package tries every stretch of a text against its dictionary, the longest first. Here every character is converted by
itself, and then the few phrases that are there are laid over it, longer ones first and of equal ones the first.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def convert(text: str) -> str:
    """`text` in simplified characters, length kept.

    >>> convert("乾隆年間後續幹部一目瞭然")
    '乾隆年间后续干部一目了然'
    """
    plain = text.translate(_characters())
    phrases = _read("TSPhrases.txt")
    places = list(_find_phrases(text))
    if not places:
        return plain
    new, taken = list(plain), bytearray(len(text))
    found = [(-len(phrase), at, phrase) for at in places for phrase in phrases if text.startswith(phrase, at)]
    for _, at, phrase in sorted(found):
        end = at + len(phrase)
        if not any(taken[at:end]):
            taken[at:end] = b"\1" * len(phrase)
            new[at:end] = phrases[phrase]
    return "".join(new)


def _find_phrases(text: str) -> Iterator[int]:
    """Wherever a phrase begins, also inside another."""
    m = _any_phrase().search(text)
    while m:
        yield m.start()
        m = _any_phrase().search(text, m.start() + 1)


class _Characters(dict[int, str]):
    """A character for a character; what stays as it is is entered when first met, as gaps are what slows `translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code)
        return self[code]


@cache
def _characters() -> _Characters:
    return _Characters({ord(key): value for key, value in _read("TSCharacters.txt").items()})


@cache
def _any_phrase() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _read("TSPhrases.txt"))))


@cache
def _read(name: str) -> dict[str, str]:
    """A dictionary of the package, found without importing it; of several values the first counts."""
    package = find_spec("opencc")
    assert package is not None and package.origin is not None
    lines = (Path(package.origin).parent / "dictionary" / name).read_text("utf-8").splitlines()
    return {key: values.split(" ")[0] for key, _, values in (line.strip().partition("\t") for line in lines)}
