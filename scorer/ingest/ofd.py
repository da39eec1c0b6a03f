"""OFD (GB/T 33190) -> text: a zip of pages on which every character has its place, laid out again as PDF pages are."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from scorer.errors import InputError
from scorer.ingest.extract import Extract
from scorer.ingest.layout.columns import find_lines
from scorer.ingest.layout.furniture import Page, drop_furniture
from scorer.ingest.layout.paragraphs import to_text
from scorer.ingest.layout.rows import find_rows
from scorer.ingest.limits import current
from scorer.ingest.ofd_glyphs import OBJECTS, UNITS, read_glyphs
from scorer.ingest.refusals import damaged, over_limit, scanned
from scorer.ingest.xmltree import Node, read_blocks, read_tree
from scorer.ingest.zipped import Archive
from scorer.model.text import Notice

KIND = "OFD 文件"
_A4 = (210.0, 297.0)
_Box = tuple[float, float]


def read_ofd(path: str, data: bytes) -> Extract:
    """The text of an OFD; raises `InputError` where it is damaged, hostile, or has pictures of pages only."""
    archive = Archive(path, data, KIND)
    root = _tree(archive, "OFD.xml")
    pages: list[Page] = []
    unreadable = blind = 0
    for name, box, units in _pages(archive, root):
        node = _page(archive, name)
        if node is None:
            unreadable += 1
            continue
        width, height = _size(node.find("Area")) or box
        rows = tuple(find_rows(read_glyphs(node, height, units.find, over_limit(path, KIND, f"一页上的对象多于 {OBJECTS} 个"))))
        blind += not rows and next(node.everywhere("ImageObject", "CompositeObject"), None) is not None
        pages.append(Page(width * UNITS, height * UNITS, rows))
    if not pages:
        raise damaged(path, KIND, "没有一页能够读出")
    text = to_text(find_lines(drop_furniture(pages)))
    if not text.strip():
        raise scanned(path, KIND)
    notices = [Notice(code, (str(n),)) for code, n in (("pages-without-text", blind), ("pages-unreadable", unreadable)) if n]
    return Extract(text, title=_title(root), notices=tuple(notices))


class _Units:
    """Groups of objects that pages name; read when the first of them is asked for, and only the text in them kept."""

    def __init__(self, archive: Archive, document: str, node: Node) -> None:
        common = node.find("CommonData")
        self._archive = archive
        self._parts = [_resolve(document, n.text.strip()) for tag in ("PublicRes", "DocumentRes") for n in (common.all(tag) if common else ())]
        self._found: dict[str, Node] | None = None

    def find(self, name: str) -> Node | None:
        """The group with this id."""
        if self._found is None:
            self._found = {}
            for part in filter(None, map(self._archive.find, self._parts)):
                self._read(self._archive.chunks(part), self._found)
        return self._found.get(name)

    def _read(self, chunks: Iterator[bytes], found: dict[str, Node]) -> None:
        for unit in read_blocks(self._archive.path, KIND, chunks, {}, "CompositeGraphicUnits"):
            texts = list(unit.everywhere("TextObject", "CompositeObject"))
            if unit.tag == "CompositeGraphicUnit" and texts:
                for text in texts:
                    text.children = text.all("TextCode")
                unit.children = texts
                found[unit.get("ID")] = unit


def _pages(archive: Archive, root: Node) -> Iterator[tuple[str, _Box, _Units]]:
    """Part and size of each page of each document, in order, with what its pages share."""
    count = 0
    for body in root.all("DocBody"):
        place = body.find("DocRoot")
        name = _resolve("", place.text.strip()) if place is not None else ""
        document = _tree(archive, name)
        box = _size(document.find("CommonData", "PageArea")) or _A4
        units = _Units(archive, name, document)
        pages = document.find("Pages")
        for page in pages.all("Page") if pages is not None else ():
            count += 1
            if count > current().pages:
                raise over_limit(archive.path, KIND, f"页数超过上限 {current().pages} 页")
            yield _resolve(name, page.get("BaseLoc")), box, units


def _page(archive: Archive, name: str) -> Node | None:
    """A page that is missing or damaged costs that page; one that is hostile, the file."""
    found = archive.find(name)
    if not found:
        return None
    try:
        return read_tree(archive.path, KIND, archive.chunks(found), {})
    except InputError as error:
        if error.problems[0].code != "I109":
            raise
        return None


def _tree(archive: Archive, name: str) -> Node:
    found = archive.find(name)
    if not found:
        raise damaged(archive.path, KIND, f"缺少 {name[:60] or '文档入口'}")
    return read_tree(archive.path, KIND, archive.chunks(found), {})


def _resolve(base: str, target: str) -> str:
    """Places are named from the part that names them, or from the top."""
    return normpath(join("/", dirname(base), target.replace("\\", "/"))).lstrip("/")


def _size(area: Node | None) -> _Box | None:
    """Width and height of a page in millimetres."""
    box = area.find("PhysicalBox") if area is not None else None
    if box is None:
        return None
    try:
        _, _, width, height = map(float, box.text.split())
    except ValueError:
        return None
    return (width, height) if 0 < width < 10_000 and 0 < height < 10_000 else None


def _title(root: Node) -> str:
    node = root.find("DocBody", "DocInfo", "Title")
    return " ".join(node.text.split())[:200] if node is not None else ""
