"""Styles of a Word file, as far as they decide what is read: lists that come with a style, and text that a style hides."""

from scorer.ingest.xmltree import Node

_HOPS = 20
"""Styles may be based on styles; a circle of them is a damaged file."""
_OFF = ("0", "false", "off", "none")


def is_on(node: Node | None) -> bool | None:
    """A switch of Word: present means on unless it says off; None where it is absent."""
    return None if node is None else node.get("w:val", "1") not in _OFF


def read_number(node: Node | None, *path: str) -> int | None:
    """The value of an element that holds a whole number."""
    found = node.find(*path) if node is not None else None
    value = found.get("w:val") if found is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


class Styles:
    """What a paragraph or run inherits, by the id of its style."""

    def __init__(self, root: Node) -> None:
        self._styles = {s.get("w:styleId"): s for s in root.all("w:style")}
        self.default = next(
            (s.get("w:styleId") for s in root.all("w:style") if s.get("w:type") == "paragraph" and s.get("w:default", "0") not in _OFF), ""
        )

    def numbering(self, style: str) -> tuple[int | None, int | None, str]:
        """List and level that come with a style, and the id of the style that says so."""
        level: int | None = None
        for node in self._line(style):
            properties = node.find("w:pPr", "w:numPr")
            level = read_number(properties, "w:ilvl") if level is None else level
            number = read_number(properties, "w:numId")
            if number is not None:
                return number, level, node.get("w:styleId")
        return None, level, ""

    def hides(self, style: str) -> bool:
        """Whether text in this style is hidden."""
        switches = (is_on(node.find("w:rPr", "w:vanish")) for node in self._line(style))
        return bool(next((s for s in switches if s is not None), False))

    def _line(self, style: str) -> list[Node]:
        """The style and those that it is based on, nearest first."""
        found: list[Node] = []
        while (node := self._styles.get(style)) is not None and len(found) < _HOPS:
            found.append(node)
            based = node.find("w:basedOn")
            style = based.get("w:val") if based is not None else ""
        return found
