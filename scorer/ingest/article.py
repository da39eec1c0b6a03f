"""Which node of a page holds the report: the editors' containers of the usual content systems, else the densest block."""

from collections import defaultdict
from typing import TYPE_CHECKING

from scorer.ingest.lines import BLOCKS, count_han

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

SELECTORS = (
    ".TRS_Editor",
    ".TRS_UEDITOR",
    ".trs_editor_view",
    ".view.TRS_UEDITOR",
    "#UCAP-CONTENT",
    "#zoom",
    "#Zoom",
    ".pages_content",
    ".xxgk-content",
    ".xxgk_content",
    ".article-content",
    ".article_content",
    ".articleContent",
    ".news_content",
    ".conTxt",
    ".bt-content",
    "#content",
    "#article",
    ".article",
    "article",
    ".content",
    ".view",
    ".main-content",
)
FEWEST = 60
"""Chinese characters a container must hold."""
SHARE = 0.5
"""Share of the page's running text that a container must hold: some pages use these names for boxes of links."""
MOST = 0.92
"""Share of a page's running text that the innermost block must hold to be the article: a footer has the rest."""
FEW = 80
"""Chinese characters that title, signature and date take together."""
LEVELS = 4
"""How far up the page a signature may stand beside the report."""
PARAGRAPH = 20
"""Chinese characters from which a block is running text, not a link or a label."""


def find_article(page: "LexborHTMLParser") -> "LexborNode | None":
    """The node that holds the report; None for a page without a body."""
    body = page.body
    if body is None:
        return page.root
    paragraphs = [(n, count) for n in body.css("*") if (count := _running_text(n))]
    total = sum(count for _, count in paragraphs)
    for selector in SELECTORS:
        best = max(page.css(selector), key=_size, default=None)
        if best is not None and _size(best) >= FEWEST and _size(best) >= SHARE * total:
            return best
    return _densest(body, paragraphs, total)


def _size(node: "LexborNode") -> int:
    return count_han(node.text())


def _running_text(node: "LexborNode") -> int:
    """Chinese characters that stand in this block itself, outside links and inner blocks; 0 where they are few."""
    if node.tag not in BLOCKS and node.tag not in ("td", "th"):
        return 0
    count = 0
    stack = list(node.iter(include_text=True))
    while stack:
        child = stack.pop()
        if child.tag == "-text":
            count += count_han(child.text_content or "")
        elif child.tag not in BLOCKS and child.tag not in ("td", "th", "a"):
            stack.extend(child.iter(include_text=True))
    return count if count >= PARAGRAPH else 0


def _densest(body: "LexborNode", paragraphs: list[tuple["LexborNode", int]], total: int) -> "LexborNode":
    """The innermost node that holds nearly all running text of the page; the body where text is scattered."""
    held: dict[int, int] = defaultdict(int)
    nodes: dict[int, LexborNode] = {}
    depth: dict[int, int] = {}
    for node, count in paragraphs:
        chain: list[LexborNode] = []
        up: LexborNode | None = node
        while up is not None and up.mem_id != body.mem_id:
            chain.append(up)
            up = up.parent
        for level, ancestor in enumerate(reversed(chain)):
            held[ancestor.mem_id] += count
            nodes[ancestor.mem_id], depth[ancestor.mem_id] = ancestor, level
    rich = [i for i, count in held.items() if count >= MOST * total and nodes[i].tag != "p"]
    return _with_signature(nodes[max(rich, key=depth.__getitem__)], body) if rich else body


def _with_signature(node: "LexborNode", body: "LexborNode") -> "LexborNode":
    """The block around it, where that adds a few words and no links: a title, a signature, a date."""
    for _ in range(LEVELS):
        parent = node.parent
        if parent is None or parent.mem_id == body.mem_id or node.tag in ("td", "th"):
            break
        if _size(parent) > _size(node) + FEW or len(parent.css("a")) > len(node.css("a")):
            break
        node = parent
    return node
