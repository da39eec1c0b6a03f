"""XML -> nodes, by expat alone: no document types, no entities of its own, bounded depth and size."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from xml.parsers import expat

from scorer.errors import InputError
from scorer.ingest.limits import current
from scorer.ingest.refusals import damaged, over_limit

ELEMENTS = 300_000
"""Elements held at once: a table of 30,000 cells; whole files are longer, but are read block by block."""
CHARACTERS = 10_000_000
"""Of text in one part; a report has 20,000."""
_SEPARATOR = "\n"
_OTHER = re.compile(rb"\s*<\?xml[^>]{0,80}encoding\s*=\s*[\"'](gb\w{1,10})", re.IGNORECASE)
"""Encodings of domestic programs, which expat does not know."""


class Node:
    """An element: `text` is all of its own character data, whatever stands between."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Node] = []
        self.text = ""

    def find(self, *tags: str) -> "Node | None":
        """The first child of a child … by these tags."""
        node = self
        for tag in tags:
            found = next((c for c in node.children if c.tag == tag), None)
            if found is None:
                return None
            node = found
        return node

    def all(self, tag: str) -> "list[Node]":
        """Children with this tag."""
        return [c for c in self.children if c.tag == tag]

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)

    def everywhere(self, *tags: str) -> "Iterator[Node]":
        """Descendants with one of these tags, in the order of the text."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if node.tag in tags:
                yield node
            stack.extend(reversed(node.children))


class _Parser:
    """Collects nodes; those right below `container` are handed out one by one and forgotten."""

    def __init__(self, path: str, kind: str, prefixes: Mapping[str, str], container: str) -> None:
        self._path, self._kind, self._prefixes, self._container = path, kind, prefixes, container
        self._stack: list[Node] = []
        self._held = self._characters = 0
        self._names: dict[str, str] = {}
        self.ready: list[Node] = []

    def feed(self, chunks: Iterable[bytes]) -> Iterator[Node]:
        parser: expat.XMLParserType | None = None
        try:
            for chunk, encoding in _in_unicode(chunks):
                parser = parser or self._start(encoding)
                parser.Parse(chunk, False)
                yield from self._take()
            if parser is None:
                raise damaged(self._path, self._kind, "内部文件是空的")
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            line = f"第 {error.lineno} 行" if isinstance(error, expat.ExpatError) else ""
            raise damaged(self._path, self._kind, f"XML {line}有误") from error
        yield from self._take()

    def _take(self) -> list[Node]:
        taken, self.ready = self.ready, []
        return taken

    def _start(self, encoding: str | None) -> expat.XMLParserType:
        parser = expat.ParserCreate(encoding, _SEPARATOR)
        parser.buffer_text, parser.buffer_size = True, 1 << 20
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._refuse
        return parser

    def _refuse(self, *_: object) -> None:
        raise over_limit(self._path, self._kind, "XML 中带有文档类型或实体声明")

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._held += 1
        if len(self._stack) >= current().depth:
            raise over_limit(self._path, self._kind, f"XML 嵌套超过 {current().depth} 层")
        if self._held > ELEMENTS:
            raise over_limit(self._path, self._kind, f"一个段落或表格的 XML 元素多于 {ELEMENTS} 个")
        node = Node(self._name(name), {self._name(k): v for k, v in attributes.items()})
        if self._stack and self._stack[-1].tag != self._container:
            self._stack[-1].children.append(node)
        self._stack.append(node)

    def _close(self, _: str) -> None:
        node = self._stack.pop()
        if not self._stack or self._stack[-1].tag == self._container:
            self.ready.append(node)
            self._held = len(self._stack)

    def _data(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > CHARACTERS:
            raise over_limit(self._path, self._kind, f"文字多于 {CHARACTERS // 10_000} 万")
        if self._stack:
            self._stack[-1].text += text

    def _name(self, name: str) -> str:
        """`prefix:local` for the name spaces that the reader knows, the bare name for all others."""
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(_SEPARATOR)
            prefix = self._prefixes.get(space, "")
            known = f"{prefix}:{local}" if prefix else local
            if len(self._names) < 1000:
                self._names[name] = known
        return known


def _in_unicode(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, str | None]]:
    """Chunks that expat can read, with the encoding to read them in; None where the file says it itself."""
    decoder: codecs.IncrementalDecoder | None = None
    for i, chunk in enumerate(chunks):
        if i == 0 and _OTHER.match(chunk):
            decoder = codecs.getincrementaldecoder("gb18030")("replace")
        yield (decoder.decode(chunk).encode(), "utf-8") if decoder else (chunk, None)


def read_tree(path: str, kind: str, chunks: Iterable[bytes], prefixes: Mapping[str, str]) -> Node:
    """The whole of a small part."""
    root: Node | None = None
    for node in _Parser(path, kind, prefixes, "").feed(chunks):
        root = node
    if root is None:
        raise damaged(path, kind, "XML 没有内容")
    return root


def read_blocks(path: str, kind: str, chunks: Iterable[bytes], prefixes: Mapping[str, str], container: str) -> Iterator[Node]:
    """The children of `container`, one by one, so that a long part takes no more memory than its longest paragraph; then the root."""
    return _Parser(path, kind, prefixes, container).feed(chunks)


def read_tree_or_nothing(path: str, kind: str, chunks: Iterable[bytes], prefixes: Mapping[str, str]) -> Node:
    """A part that only helps: one that is damaged counts as empty, one that is hostile is refused all the same."""
    try:
        return read_tree(path, kind, chunks, prefixes)
    except InputError as error:
        if error.problems[0].code != "I109":
            raise
        return Node("", {})
