"""A paragraph of Word -> what a reader sees of it, with all changes accepted and fields shown by their results."""

from msgspec import Struct

from scorer.ingest.raised import raised
from scorer.ingest.word_styles import Styles, is_on
from scorer.ingest.xmltree import Node

DROPPED = frozenset(
    [
        "w:del",
        "w:moveFrom",
        "w:delText",
        "w:instrText",
        "w:delInstrText",
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:sectPr",
        "w:rt",
        "w:fldData",
        "w:footnoteReference",
        "w:endnoteReference",
        "w:commentReference",
        "w:annotationRef",
    ]
)
"""Elements with which everything inside is left out."""
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


class Paragraph(Struct, frozen=True):
    """Text, and the text boxes that hang on it."""

    text: str
    boxes: tuple[Node, ...]


class Runs:
    """Reads one paragraph after the other: fields go on over their ends."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        self._out: list[str] = []
        self._boxes: list[Node] = []

    def read(self, paragraph: Node) -> Paragraph:
        """Text of a paragraph as it stands there, without its number."""
        self._out, self._boxes = [], []
        style = paragraph.find("w:pPr", "w:pStyle")
        hidden = self._styles.hides(style.get("w:val") if style is not None else self._styles.default)
        self._walk(paragraph, hidden)
        # A field whose end is missing must not swallow the rest of the report: its code never spans paragraphs.
        self._fields = [False] * len(self._fields)
        return Paragraph("".join(self._out), tuple(self._boxes))

    def _walk(self, node: Node, hidden: bool) -> None:
        for child in shown_children(node):
            tag = child.tag
            if tag in ("w:t", "m:t"):
                self._say(_words(child), hidden)
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], hidden)
            elif tag == "w:sym":
                self._say(_symbol(child), hidden)
            elif tag == "w:fldChar":
                self._turn(child.get("w:fldCharType"))
            elif tag == "w:txbxContent":
                self._boxes += [] if hidden else [child]
            elif tag == "w:r":
                before = len(self._out)
                self._walk(child, self._is_hidden(child, hidden))
                if (place := child.find("w:rPr", "w:vertAlign")) is not None and place.get("w:val") == "superscript":
                    self._out[before:] = map(raised, self._out[before:])
            else:
                self._walk(child, hidden)

    def _say(self, text: str, hidden: bool) -> None:
        if not hidden and True not in self._fields:
            self._out.append(text)

    def _turn(self, kind: str) -> None:
        """A field is code up to its separator, then result."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_hidden(self, run: Node, paragraph: bool) -> bool:
        own = is_on(run.find("w:rPr", "w:vanish"))
        if own is not None:
            return own
        style = run.find("w:rPr", "w:rStyle")
        return paragraph or (style is not None and self._styles.hides(style.get("w:val")))


def shown_children(node: Node) -> list[Node]:
    """Children that count: one of several alternatives, no placeholders, nothing deleted."""
    if node.tag == "mc:AlternateContent":
        return (node.all("mc:Choice") or node.all("mc:Fallback"))[:1]
    if node.tag == "w:sdt" and is_on(node.find("w:sdtPr", "w:showingPlcHdr")):
        return []
    if node.tag == "w:ruby":
        return node.all("w:rubyBase")
    return [c for c in node.children if c.tag not in DROPPED]


def _words(node: Node) -> str:
    text = node.text.replace("\r", " ").replace("\n", " ")
    return text if node.get("xml:space") == "preserve" else text.strip(" \t")


def _symbol(node: Node) -> str:
    """Signs out of symbol fonts have no character of their own; others do."""
    try:
        code = int(node.get("w:char"), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x10000 else ""
