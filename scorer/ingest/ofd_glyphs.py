"""A page of an OFD -> its characters and where each stands, upright whichever way the page was turned."""

import math
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from scorer.errors import InputError
from scorer.ingest.layout.glyph import Glyph
from scorer.ingest.xmltree import Node

UNITS = 72 / 25.4
"""Points in a millimetre: OFD measures in the latter."""
_QUARTER = math.pi / 2
_SKEW = 0.09
"""Radians off upright from which a text is a watermark."""
_WIDE = "\u2e80"
"""From here on characters are as wide as Chinese ones."""
_NARROW = 0.5
"""Width of foreign characters, in widths of a Chinese one, where nothing else tells."""
_NESTED = 4
"""Groups within groups; real files have one."""
OBJECTS = 100_000
"""Pieces of text and groups on a page: groups that name groups are the oldest of bombs."""
_MOST = 10_000
"""Characters in one piece of text."""


class _Matrix(NamedTuple):
    """Where an object's own measures lie on the page: x to the right, y down."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the object as one of the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def around(self, inner: "_Matrix") -> "_Matrix":
        """Of an object that stands inside the one this is the matrix of."""
        a, b = self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b
        c, d = self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d
        return _Matrix(a, b, c, d, *self.place(inner.e, inner.f))


def read_glyphs(page: Node, height: float, units: Callable[[str], Node | None], too_many: InputError) -> list[Glyph]:
    """The characters that run the way most of the page does: turned ones are stamps and watermarks.

    `units` finds the groups of objects that a page names instead of holding them, as converters from PDF write.
    """
    turned: list[tuple[int, Glyph]] = []
    for count, (node, matrix) in enumerate(_texts(page, _Matrix(), units, 0)):
        if count > OBJECTS:
            raise too_many
        if node is not None:
            turned += _read_object(node, matrix, height)
    if not turned:
        return []
    usual = Counter(quarter for quarter, _ in turned).most_common(1)[0][0]
    return [glyph for quarter, glyph in turned if quarter == usual and all(map(math.isfinite, glyph[1:]))]


def _texts(root: Node, outer: _Matrix, units: Callable[[str], Node | None], depth: int) -> Iterator[tuple[Node | None, _Matrix]]:
    """Pieces of text with their places; None for every group, so that whoever counts sees those as well."""
    for node in root.everywhere("TextObject", "CompositeObject"):
        if node.get("Visible", "true") == "false":
            continue
        matrix = outer.around(_matrix(node))
        if node.tag == "TextObject":
            yield node, matrix
            continue
        yield None, matrix
        unit = units(node.get("ResourceID")) if depth < _NESTED else None
        if unit is not None:
            yield from _texts(unit, matrix, units, depth + 1)


def _matrix(node: Node) -> _Matrix:
    own = _Matrix(*_numbers(node.get("CTM"), 6)) if node.get("CTM") else _Matrix()
    left, top = _numbers(node.get("Boundary"), 2)
    return own._replace(e=own.e + left, f=own.f + top)


def _read_object(node: Node, matrix: _Matrix, page: float) -> Iterator[tuple[int, Glyph]]:
    size = _number(node.get("Size"), 3.5)
    angle = math.atan2(matrix.b, matrix.a)
    if not math.isfinite(angle) or size <= 0:
        return
    quarter = round(angle / _QUARTER)
    if abs(angle - quarter * _QUARTER) > _SKEW:
        return
    em, stretch = size * _number(node.get("HScale"), 1.0), math.hypot(matrix.a, matrix.b) * UNITS
    high = size * math.hypot(matrix.c, matrix.d) * UNITS
    x = y = 0.0
    for code in node.all("TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        for char, dx, dy, width in _places(code, em):
            right, down = matrix.place(x + dx, y + dy)
            yield quarter % 4, _upright(char, quarter % 4, right * UNITS, (page - down) * UNITS, width * stretch, high)


def _upright(char: str, quarter: int, x: float, y: float, width: float, height: float) -> Glyph:
    """Turn the page back by as many quarters as the character is turned, clockwise."""
    left, base = ((x, y), (-y, x), (-x, -y), (y, -x))[quarter]
    return Glyph(char, left, left + width, base, height)


def _places(code: Node, em: float) -> Iterator[tuple[str, float, float, float]]:
    """Each character with its distance from the first one, to the right and down, and its width."""
    text = code.text.strip() if "\n" in code.text else code.text
    text = text[:_MOST]
    widths = [em if char >= _WIDE else em * _NARROW for char in text]
    right, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
    if right or down:
        # What the next character leaves to a foreign one tells its width better than any guess.
        steps = (right + [0.0] * len(text))[: len(text)]
        widths = [step if char < _WIDE and 0 < step <= em else width for char, step, width in zip(text, steps, widths, strict=True)]
    else:
        right = widths
    return zip(text, _sums(right, len(text)), _sums(down, len(text)), widths, strict=True)


def _sums(steps: list[float], count: int) -> list[float]:
    """Where each of `count` characters stands; the last step counts for all that have none of their own."""
    steps = (steps + [steps[-1] if steps else 0.0] * count)[: max(count - 1, 0)]
    return list(accumulate(steps, initial=0.0))[:count]


def _deltas(text: str, count: int) -> list[float]:
    """Distances; `g 5 3.2` stands for five times 3.2."""
    steps: list[float] = []
    words = iter(text.split())
    for word in islice(words, count):
        if word == "g":
            times, step = int(_number(next(words, ""), 0)), _number(next(words, ""), 0.0)
            steps += [step] * max(0, min(times, count))
        else:
            steps.append(_number(word, 0.0))
        if len(steps) >= count:
            break
    return steps


def _numbers(text: str, count: int) -> list[float]:
    found = [_number(word, 0.0) for word in text.split()[:count]]
    return found + [0.0] * (count - len(found))


def _number(text: str, default: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return default
    return value if math.isfinite(value) else default
