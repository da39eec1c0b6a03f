"""Paragraphs, tables and text boxes of Word -> lines, in reading order."""

from scorer.ingest.lines import CELL_LIMIT, count_han
from scorer.ingest.word_lists import Lists
from scorer.ingest.word_runs import DROPPED, Runs, shown_children
from scorer.ingest.word_styles import is_on
from scorer.ingest.xmltree import Node

_BLANKS = " \t\r\n\u3000\xa0"


class Blocks:
    """Collects the lines of a text, a table cell or a text box."""

    def __init__(self, lists: Lists, runs: Runs) -> None:
        self._lists, self._runs = lists, runs
        self._carried = ""
        self.lines: list[str] = []
        self.nested = False

    def add(self, node: Node) -> None:
        """The next block: a paragraph, a table, or something around them."""
        if node.tag == "w:p":
            self._paragraph(node)
        elif node.tag == "w:tbl":
            self.nested = True
            self._table(node)
        elif node.tag not in DROPPED and node.tag not in ("w:document", "w:body"):
            for child in shown_children(node):
                self.add(child)

    def text(self) -> str:
        """Everything so far, each line with its end."""
        self._flush()
        return "".join(line + "\n" for line in self.lines)

    def _paragraph(self, node: Node) -> None:
        """A paragraph whose end was deleted, or is hidden, goes on in the next one and has that one's number."""
        read = self._runs.read(node)
        properties = node.find("w:pPr")
        mark = properties.find("w:rPr") if properties is not None else None
        if mark is not None and (mark.find("w:del") or mark.find("w:moveFrom") or is_on(mark.find("w:vanish"))):
            self._carried += read.text
        else:
            text = self._carried + read.text
            number = self._lists.number(properties)
            self._carried = ""
            self._say(_join(number, text) if text.strip(_BLANKS) else text)
        for box in read.boxes:
            self._flush()
            inside = Blocks(self._lists, self._runs)
            for child in shown_children(box):
                inside.add(child)
            self._say(inside.text())

    def _say(self, text: str) -> None:
        self.lines += [line for line in text.split("\n") if line.strip(_BLANKS)]

    def _flush(self) -> None:
        self._say(self._carried)
        self._carried = ""

    def _table(self, node: Node) -> None:
        self._flush()
        for row in _inner(node, "w:tr"):
            if row.find("w:trPr", "w:del") is None:
                self._row([self._cell(c) for c in _inner(row, "w:tc") if c.find("w:tcPr", "w:cellDel") is None])

    def _cell(self, node: Node) -> "Blocks":
        cell = Blocks(self._lists, self._runs)
        for child in shown_children(node):
            if child.tag != "w:tcPr":
                cell.add(child)
        cell._flush()
        return cell

    def _row(self, cells: list["Blocks"]) -> None:
        """Cells of data stand on one line; cells that hold paragraphs or tables are only there to lay out the page."""
        texts = [" ".join(line.strip(_BLANKS).replace("\t", " ") for line in cell.lines) for cell in cells]
        if len(cells) < 2 or any(cell.nested for cell in cells) or any(count_han(t) > CELL_LIMIT for t in texts):
            self.lines += [line for cell in cells for line in cell.lines]
        elif any(texts):
            self.lines.append("\t".join(texts))


def _inner(node: Node, tag: str) -> list[Node]:
    """Rows of a table, or cells of a row, also those inside content controls."""
    found: list[Node] = []
    for child in shown_children(node):
        if child.tag == tag:
            found.append(child)
        elif child.tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"):
            found += _inner(child, tag)
    return found


def _join(number: str, text: str) -> str:
    """A figure after `1.` would make one number of the two."""
    return f"{number} {text}" if number.endswith(".") and text[:1].isdigit() else number + text
