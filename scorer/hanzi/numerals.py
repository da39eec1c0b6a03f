"""Chinese numerals as numbers: 三十二 is 32, 二〇二一 is 2021, 一百万 is 1,000,000."""

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMERAL_CHARS = "".join(DIGITS) + "".join(UNITS)


def parse_numeral(text: str) -> float | None:
    """Value of a Chinese numeral, None where it is none.

    >>> parse_numeral("三十二"), parse_numeral("二〇二一"), parse_numeral("十")
    (32.0, 2021.0, 10.0)
    >>> parse_numeral("一百零五"), parse_numeral("两"), parse_numeral("十几")
    (105.0, 2.0, None)
    """
    if not text or any(c not in DIGITS and c not in UNITS and c not in MYRIADS for c in text):
        return None
    if all(c in DIGITS for c in text):
        return float("".join(str(DIGITS[c]) for c in text))
    total, section, digit = 0, 0, 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in UNITS:
            section += (digit or 1) * UNITS[c]
            digit = 0
        else:
            total += (section + digit or 1) * MYRIADS[c]
            section = digit = 0
    return float(total + section + digit)
