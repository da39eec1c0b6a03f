"""Dates in every usual official form: 2020-04-14, 2020年4月14日, 二〇二〇年四月十四日, 2020/4/14, 2020.4.14."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from scorer.hanzi.numerals import parse_numeral
from scorer.patterns import pattern

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = pattern(
    rf"(?<!\d)(?P<y>(?:19|20)\d\d|[一二][〇○零Oo0九][〇○零Oo0一二三四五六七八九]{{2}})\s?[-年/.．]\s?(?P<m>{_NUM})\s?[-月/.．]\s?(?P<d>{_NUM})(?:日|(?!\d))"
)
_COMPACT = pattern(r"(?<!\d)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
YEAR = pattern(r"(?<!\d)(?P<y>20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})\s?年")


def read_year(text: str) -> int:
    """The year a matched `y` group stands for.

    >>> read_year("二〇二一"), read_year("2021")
    (2021, 2021)
    """
    plain = text.translate(str.maketrans("○Oo0", "〇〇〇〇")) if not text.isdigit() else text
    return int(parse_numeral(plain) or 0) if not text.isdigit() else int(text)


def find_dates(text: str, start: int = 0, end: int | None = None, *, compact: bool = False) -> Iterator[tuple[date, int, int]]:
    """Every full date in `text[start:end]` with its offsets; impossible ones are passed over.

    Eight digits are a date only where the caller expects one, as after a label.

    >>> [d.isoformat() for d, _, _ in find_dates("2020年4月14日，二〇二一年三月一日，2020-02-30")]
    ['2020-04-14', '2021-03-01']
    """
    end = len(text) if end is None else end
    for m in chain(DATE.finditer(text, start, end), _COMPACT.finditer(text, start, end) if compact else ()):
        month, day = (int(g) if g.isdigit() else int(parse_numeral(g) or 0) for g in (m["m"], m["d"]))
        try:
            yield date(read_year(m["y"]), month, day), m.start(), m.end()
        except ValueError:
            continue
