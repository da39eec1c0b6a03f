"""Text made safe for spreadsheets: no cell that a report or file name fills may become a formula."""

from scorer.render.visible import visible

_STARTS = "=+-@＝＋－＠|%"


def cell(value: object) -> object:
    """Numbers as they are; text on one line, with an apostrophe before what a spreadsheet would calculate."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip().startswith(tuple(_STARTS)) else text
