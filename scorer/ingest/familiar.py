"""How much like Chinese prose a text looks: read in the wrong encoding it is full of characters that nobody writes."""

from scorer.patterns import pattern

_HAN = pattern("[\u3400-\u9fff]+")
_SAMPLE = 20_000
"""Characters looked at."""
_SETS = (("gb2312", bytes(range(0xB0, 0xD8))), ("big5", bytes(range(0xA4, 0xC7))))
"""The standards' own first levels, by leading byte: the 3755 characters of simplified prose, the 5401 of traditional prose."""
READABLE = 0.75
"""Familiarity under which a text was taken from its file in the wrong way; what it says then is nothing anyone wrote."""


def familiarity(text: str) -> float:
    """Share of its Chinese characters that are among the common ones, simplified or traditional; 0 where it has none.

    Prose has 0.95 and more, one script mixed with the other 0.8, what an encoding mistook for Chinese at most 0.65.

    >>> familiarity("聘请法律顾问"), familiarity("聘請法律顧問"), familiarity("聘请法律顾问".encode().decode("gb18030"))
    (1.0, 1.0, 0.125)
    """
    han = "".join(_HAN.findall(text[:_SAMPLE]))
    return max(_share(han, *common) for common in _SETS) if han else 0.0


def _share(han: str, encoding: str, common: bytes) -> float:
    leads = han.encode(encoding, "ignore")[::2]
    return (len(leads) - len(leads.translate(None, common))) / len(han)
