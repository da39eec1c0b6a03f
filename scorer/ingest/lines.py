"""HTML nodes -> lines of text: what a reader sees, a block a line, cells of a row parted by tabs."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from scorer.ingest.raised import raised
from scorer.patterns import pattern

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = (
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr html legend li main ol p pre section table tbody tfoot thead title tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
UNSEEN = ["script", "style", "noscript", "template", "iframe", "object", "select", "button", "textarea", "svg", "head", "nav"]
_WHITE = pattern(r"[ \t\r\n\f]+")
_AROUND_TAB = pattern(r" *\t *")
_HIDDEN = pattern(r"display\s*:\s*none", re.IGNORECASE)
_HAN = pattern("[\u3400-\u9fff]")
HIDDEN_LIMIT = 100
"""Chinese characters from which a hidden block is the article itself, which a script of the page would show."""
CELL_LIMIT = 300
"""Chinese characters from which a table cell is part of a page's layout, not of a table."""


def count_han(text: str) -> int:
    """Number of Chinese characters."""
    return len(_HAN.findall(text))


def read_lines(root: "LexborNode", skip: Collection[int] = ()) -> list[str]:
    """Lines of text under `root`, in order, without the nodes whose ids are in `skip`."""
    out: list[str] = []
    rows: list[bool] = []
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            _leave(node, out, rows)
            continue
        if node.tag == "-text":
            out.append(_words(node))
            continue
        if node.mem_id in skip or not _is_seen(node):
            continue
        _enter(node, out, rows)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(_children(node)))
    lines = (_AROUND_TAB.sub("\t", line).strip(" \t\u3000") for line in "".join(out).replace("\xa0", " ").split("\n"))
    return [line for line in lines if line]


def _children(node: "LexborNode") -> list["LexborNode"]:
    return list(node.iter(include_text=True))


def _words(node: "LexborNode") -> str:
    text = node.text_content or ""
    parent = node.parent
    if parent is not None and parent.tag == "pre":
        return text.replace("\r\n", "\n")
    words = _WHITE.sub(" ", text)
    return raised(words) if parent is not None and parent.tag == "sup" else words


def _is_seen(node: "LexborNode") -> bool:
    if node.tag in UNSEEN or (node.tag or "").startswith(("-", "!")):
        return False
    style = node.attributes.get("style") or ""
    hidden = "hidden" in node.attributes or _HIDDEN.search(style)
    return not hidden or count_han(node.text()) >= HIDDEN_LIMIT


def _enter(node: "LexborNode", out: list[str], rows: list[bool]) -> None:
    if node.tag == "tr":
        rows.append(_is_data_row(node) and True not in rows)
        if True not in rows[:-1]:
            out.append("\n")
    elif node.tag == "br" or node.tag in BLOCKS or node.tag in ("td", "th"):
        _break(node, out, rows)


def _leave(node: "LexborNode", out: list[str], rows: list[bool]) -> None:
    if node.tag == "tr":
        rows.pop()
        out.append(" " if True in rows else "\n")
    elif node.tag in ("td", "th"):
        out.append("\t" if rows and rows[-1] else "" if True in rows else "\n")
    elif node.tag in BLOCKS:
        _break(node, out, rows)


def _break(node: "LexborNode", out: list[str], rows: list[bool]) -> None:
    """A block inside a cell of a table does not end the row's line."""
    if True not in rows:
        out.append("\n")
    elif node.tag not in ("td", "th"):
        out.append(" ")


def _is_data_row(row: "LexborNode") -> bool:
    cells = [c for c in row.iter() if c.tag in ("td", "th")]
    if len(cells) < 2:
        return False
    return all(c.css_first("table") is None and count_han(c.text()) <= CELL_LIMIT for c in cells)
