"""Numbers as Word writes them before paragraphs: 1, 一, 壹, 甲, A, iv, ①."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LARGEST = 9999
_MANY = 780
"""Letters repeat from the 27th on (AA, BB …); beyond thirty of them a figure says more."""


def ordinal(style: str, number: int) -> str:
    """`number` in a numbering style of Word; styles that we do not know, and numbers a style has no sign for, come as figures.

    >>> ordinal("chineseCounting", 12), ordinal("chineseCountingThousand", 105), ordinal("upperLetter", 28)
    ('十二', '一百零五', 'BB')
    >>> ordinal("lowerRoman", 4), ordinal("decimalEnclosedCircle", 3), ordinal("nonsense", 7), ordinal("none", 7)
    ('iv', '③', '7', '')
    """
    if style in ("none", "bullet"):
        return ""
    write = _STYLES.get(style)
    if write is None or not 0 < number <= _LARGEST:
        return str(number)
    return write(number) or str(number)


def _counting(digits: str, units: str, bare_ten: bool) -> Callable[[int], str]:
    def write(number: int) -> str:
        out, gap = "", False
        for place in range(3, -1, -1):
            digit = number // 10**place % 10
            if digit == 0:
                gap = bool(out)
                continue
            out += digits[0] * gap + digits[digit] + (units[place - 1] if place else "")
            gap = False
        return out[1:] if bare_ten and 10 <= number < 20 else out

    return write


def _counting_to_99(number: int) -> str:
    """Word's plain Chinese counting turns to single digits from one hundred on."""
    return _thousand(number) if number < 100 else _digital(number).replace("〇", "○")


def _digital(number: int) -> str:
    return "".join(("〇" + _DIGITS[1:])[int(c)] for c in str(number))


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number <= _MANY else ""


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _sign(*ranges: tuple[int, int, int]) -> Callable[[int], str]:
    """One sign for each number: `(first number, last number, code point of the first)`."""

    def write(number: int) -> str:
        return next((chr(code + number - low) for low, high, code in ranges if low <= number <= high), "")

    return write


def _row(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


_thousand = _counting(_DIGITS, "十百千", bare_ten=True)
_circle = _sign((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate({0x30 + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda n: str(n).translate({0x30 + i: 0xFF10 + i for i in range(10)}),
    "numberInDash": lambda n: f"- {n} -",
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "chineseCounting": _counting_to_99,
    "taiwaneseCounting": _counting_to_99,
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _thousand,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": _counting(_LEGAL, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": _counting(_LEGAL_TRADITIONAL, "拾佰仟", bare_ten=False),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedFullstop": _sign((1, 20, 0x2488)),
    "decimalEnclosedParen": _sign((1, 20, 0x2474)),
    "ideographEnclosedCircle": _sign((1, 10, 0x3280)),
}
