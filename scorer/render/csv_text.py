"""Tables as CSV for spreadsheets: UTF-8 with a byte-order mark, so that Excel shows Chinese; no cell becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from scorer.render.visible import visible

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full width too."""


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """The table as one text with CR LF line ends, as spreadsheets write it."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow([_safe(h) for h in heads])
    writer.writerows([_safe(v) for v in row] for row in rows)
    return BOM + page.getvalue()


def _safe(value: str | int | float) -> str | int | float:
    """Text that begins like a formula gets an apostrophe, which spreadsheets read as: this is text."""
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip()[:1] in _FORMULA and shown.strip() else shown
