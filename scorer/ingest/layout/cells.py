"""Characters in the cells of ruled tables -> rows, each cell whole, however many lines it has."""

from collections import defaultdict

from scorer.ingest.layout.glyph import Glyph
from scorer.ingest.layout.grid import Box, Grid
from scorer.ingest.layout.joints import joint
from scorer.ingest.layout.rows import Row, Segment, find_rows

LONGEST = 300
"""Characters in a cell up to which it belongs to a table; longer ones are the page's layout, as in web pages."""


def find_all_rows(glyphs: list[Glyph], grid: Grid) -> list[Row]:
    """The rows of a page from the top down, those of tables among them."""
    cells: dict[Box, list[Glyph]] = defaultdict(list)
    flow: list[Glyph] = []
    for glyph in glyphs:
        box = grid.find((glyph.left + glyph.right) / 2, glyph.base + glyph.height / 4)
        (cells[box] if box else flow).append(glyph)
    tables: dict[int, list[Segment]] = defaultdict(list)
    for box in sorted(cells):
        if len(cells[box]) > LONGEST:
            flow += cells[box]
        elif cell := _to_cell(cells[box]):
            tables[box[1]].append(cell)
    rows = find_rows(flow) + [Row(tuple(row), is_table=True) for row in tables.values()]
    return sorted(rows, key=lambda row: -max(s.base for s in row.segments))


def _to_cell(glyphs: list[Glyph]) -> Segment | None:
    rows = find_rows(glyphs)
    if not rows:
        return None
    text = rows[0].text
    for row in rows[1:]:
        text += joint(text, row.text) + row.text
    pieces = [s for row in rows for s in row.segments]
    return Segment(text, min(s.left for s in pieces), max(s.right for s in pieces), rows[0].base, rows[0].em, pieces[0].lead)
