"""DOCX -> text: what a reader of the printed page sees, without headers, footers and footnotes."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from scorer.ingest.extract import Extract
from scorer.ingest.refusals import damaged
from scorer.ingest.word_blocks import Blocks
from scorer.ingest.word_lists import Lists
from scorer.ingest.word_runs import Runs
from scorer.ingest.word_styles import Styles
from scorer.ingest.xmltree import Node, read_blocks, read_tree, read_tree_or_nothing
from scorer.ingest.zipped import Archive

KIND = "DOCX 文件"
_MARKUP = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
PREFIXES = {
    f"{_MARKUP}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_MARKUP}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_MARKUP}markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_MAIN = "word/document.xml"


def read_docx(path: str, data: bytes) -> Extract:
    """The text of a Word file; raises `InputError` where it is damaged, hostile or locked."""
    archive = Archive(path, data, KIND)
    package = _relations(archive, "")
    main = archive.find(package.get("officeDocument", _MAIN)) or archive.find(_MAIN)
    if not main:
        raise damaged(path, KIND, "缺少正文 document.xml")
    parts = _relations(archive, main)
    styles = Styles(_tree(archive, parts.get("styles", "word/styles.xml")))
    lists = Lists(_tree(archive, parts.get("numbering", "word/numbering.xml")), styles)
    blocks = Blocks(lists, Runs(styles))
    found = False
    for node in read_blocks(path, KIND, archive.chunks(main), PREFIXES, "w:body"):
        found = found or node.tag == "w:document"
        blocks.add(node)
    if not found:
        raise damaged(path, KIND, "正文不是 Word 文档")
    title = _tree(archive, package.get("core-properties", "docProps/core.xml")).find("dc:title")
    return Extract(blocks.text(), title=" ".join(title.text.split())[:200] if title is not None else "")


def _relations(archive: Archive, part: str) -> dict[str, str]:
    """Parts that `part` (the package where empty) names, by kind; what lies outside the file is never looked at."""
    folder = dirname(part)
    name = archive.find(join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels"))
    if not name:
        return {}
    root = read_tree_or_nothing(archive.path, KIND, archive.chunks(name), PREFIXES)
    return dict(_targets(root, folder))


def _targets(root: Node, folder: str) -> Iterator[tuple[str, str]]:
    for node in root.children:
        if node.get("TargetMode") != "External" and node.get("Target"):
            yield node.get("Type").rpartition("/")[2], normpath(join("/", folder, node.get("Target"))).lstrip("/")


def _tree(archive: Archive, part: str) -> Node:
    """A part that the text can be read without."""
    name = archive.find(part)
    return read_tree(archive.path, KIND, archive.chunks(name), PREFIXES) if name else Node("", {})
