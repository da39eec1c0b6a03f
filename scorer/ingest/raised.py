"""Raised figures: after words they are marks of notes, after a unit powers; written as plain digits they would make other numbers."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST = 3
"""Figures in a mark or a power."""


def raised(text: str) -> str:
    """A raised figure by its own character; anything else that is raised, such as `[1]`, stays.

    >>> raised("12"), raised("[1]"), raised("2023")
    ('¹²', '[1]', '2023')
    """
    bare = text.strip()
    return text.translate(_RAISED) if bare.isascii() and bare.isdigit() and len(bare) <= _MOST else text
