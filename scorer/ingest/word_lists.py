"""The numbers that Word computes: they stand in no paragraph, but readers see them, and headings are told by them."""

import re

from msgspec import Struct, field

from scorer.ingest.ordinals import ordinal
from scorer.ingest.word_styles import Styles, read_number
from scorer.ingest.xmltree import Node

_PLACE = re.compile(r"%([1-9])")
LEVELS = 9


class Level(Struct, frozen=True):
    """One level of a list: how its number is written, and after which level it starts again (None: after any above)."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    spaced: bool = True
    paragraph_style: str = ""


class _List(Struct):
    """One use of a list definition: levels of its own in place of the definition's, and numbers to start at."""

    definition: int
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """Every list of a file, with the numbers given so far."""

    def __init__(self, root: Node, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {i: n for n in root.all("w:abstractNum") if (i := _id(n, "w:abstractNumId")) is not None}
        self._levels: dict[int, dict[int, Level]] = {}
        self._lists = {i: _read_list(n) for n in root.all("w:num") if (i := _id(n, "w:numId")) is not None}
        self._given: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def number(self, paragraph: Node | None) -> str:
        """The number before a paragraph with these properties, counted on; empty where there is none, and for bullets."""
        list_id, depth = self._place(paragraph)
        used = self._lists.get(list_id)
        if used is None or depth >= LEVELS:
            return ""
        level = self._level(used, depth)
        given = self._count(list_id, used, depth)
        if level.style == "bullet":
            return ""

        def write(m: re.Match[str]) -> str:
            at = int(m[1]) - 1
            if at > depth:
                return ""
            above = self._level(used, at)
            return ordinal("decimal" if level.legal and above.style != "none" else above.style, given.get(at, 1))

        text = _PLACE.sub(write, level.text)
        return text + " " if level.spaced and text[-1:].isalnum() else text

    def _place(self, paragraph: Node | None) -> tuple[int, int]:
        """List and level of a paragraph; what it says itself goes before what its style says."""
        named = paragraph.find("w:pStyle") if paragraph is not None else None
        style = named.get("w:val") if named is not None else self._styles.default
        own = paragraph.find("w:numPr") if paragraph is not None else None
        list_id, depth = read_number(own, "w:numId"), read_number(own, "w:ilvl")
        styled_id, styled_depth, source = self._styles.numbering(style)
        if list_id is None and styled_id is not None:
            list_id = styled_id
            depth = self._depth_of(styled_id, source) if depth is None else depth
        depth = styled_depth if depth is None else depth
        return list_id or 0, depth or 0

    def _depth_of(self, list_id: int, style: str) -> int | None:
        """Headings name their list in the style; the list then names the style at its level."""
        used = self._lists.get(list_id)
        levels = self._levels_of(used.definition) if used else {}
        return next((depth for depth, level in levels.items() if level.paragraph_style == style), None)

    def _level(self, used: _List, depth: int) -> Level:
        return used.levels.get(depth) or self._levels_of(used.definition).get(depth) or Level(style="none")

    def _levels_of(self, definition: int) -> dict[int, Level]:
        if definition not in self._levels:
            node = self._definitions.get(definition)
            link = node.find("w:numStyleLink") if node is not None else None
            if link is not None:
                linked = self._lists.get(self._styles.numbering(link.get("w:val"))[0] or 0)
                node = self._definitions.get(linked.definition) if linked else None
            self._levels[definition] = _read_levels(node) if node is not None else {}
        return self._levels[definition]

    def _start(self, used: _List, depth: int) -> int:
        return used.starts.get(depth, self._level(used, depth).start)

    def _count(self, list_id: int, used: _List, depth: int) -> dict[int, int]:
        """The numbers that now stand at each level; all lists with one definition count on together."""
        given = self._given.setdefault(used.definition, {})
        if depth in used.starts and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            given.pop(depth, None)
        for above in range(depth):
            given.setdefault(above, self._start(used, above))
        given[depth] = given.get(depth, self._start(used, depth) - 1) + 1
        for below in [d for d in given if d > depth]:
            restart = self._level(used, below).restart
            if restart is None or depth < restart:
                del given[below]
        return given


def _id(node: Node, name: str) -> int | None:
    value = node.get(name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 12 else None


def _read_list(node: Node) -> _List:
    found = _List(read_number(node, "w:abstractNumId") or 0)
    for override in node.all("w:lvlOverride"):
        depth = _id(override, "w:ilvl") or 0
        level = override.find("w:lvl")
        if level is not None:
            found.levels[depth] = _read_level(level)
        start = read_number(override, "w:startOverride")
        if start is not None:
            found.starts[depth] = start
    return found


def _read_levels(node: Node) -> dict[int, Level]:
    return {_id(level, "w:ilvl") or 0: _read_level(level) for level in node.all("w:lvl")}


def _read_level(node: Node) -> Level:
    def value(tag: str, default: str) -> str:
        found = node.find(tag)
        return found.get("w:val", default) if found is not None else default

    start = read_number(node, "w:start")
    return Level(
        start=1 if start is None else start,
        style=value("w:numFmt", "decimal"),
        text=value("w:lvlText", ""),
        restart=read_number(node, "w:lvlRestart"),
        legal=node.find("w:isLgl") is not None,
        spaced=value("w:suff", "tab") != "nothing",
        paragraph_style=value("w:pStyle", ""),
    )
