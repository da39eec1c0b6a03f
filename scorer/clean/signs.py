"""Kinds of characters, asked by comparison: classes of ten thousand characters take milliseconds to compile at every start."""


def is_han(char: str) -> bool:
    """A Chinese character; false for the empty string.

    >>> is_han("法"), is_han("，"), is_han("A")
    (True, False, False)
    """
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def is_chinese(char: str) -> bool:
    """A Chinese character, or a mark that stands among them without spaces.

    >>> is_chinese("法"), is_chinese("，"), is_chinese("—"), is_chinese("A"), is_chinese("8")
    (True, True, True, False, False)
    """
    if char < "\u2010":
        return char == "·"
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufe6f"
        or "\uff00" <= char <= "\uffee"
        or char <= "\u2026"
        or "\u2160" <= char <= "\u24ff"
        or "\u25a0" <= char <= "\u27bf"
        or "\U00020000" <= char <= "\U0003ffff"
    )
