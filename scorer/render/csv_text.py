"""Tables as CSV for spreadsheets: UTF-8 with a byte-order mark, so that Excel shows Chinese; no cell becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from scorer.render.cells import cell

BOM = "\ufeff"


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """The table as one text with CR LF line ends, as spreadsheets write it."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow([cell(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return BOM + page.getvalue()
