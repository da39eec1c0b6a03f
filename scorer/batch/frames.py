"""Byte strings in a row, with a checksum: one form for the journal on disk and for the pipes to the workers."""

import struct
from io import BufferedReader
from typing import BinaryIO
from zlib import crc32

Parts = tuple[bytes, ...]

_HEAD = struct.Struct("<4sQI")
_MARK = b"fzj1"
LARGEST = 1 << 30
"""Bytes of one frame; a length beyond is damage."""


def pack(parts: Parts) -> bytes:
    """One frame."""
    body = struct.pack(f"<I{len(parts)}Q", len(parts), *map(len, parts)) + b"".join(parts)
    return _HEAD.pack(_MARK, len(body), crc32(body)) + body


def read(file: BinaryIO | BufferedReader) -> Parts | None:
    """The next frame; None at the end, and where a frame is cut short or damaged."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    mark, size, checksum = _HEAD.unpack(head)
    if mark != _MARK or size > LARGEST:
        return None
    body = file.read(size)
    return _split(body) if len(body) == size and crc32(body) == checksum else None


def _split(body: bytes) -> Parts:
    (count,) = struct.unpack_from("<I", body)
    sizes = struct.unpack_from(f"<{count}Q", body, 4)
    parts, start = [], 4 + 8 * count
    for size in sizes:
        parts.append(body[start : start + size])
        start += size
    return tuple(parts)
