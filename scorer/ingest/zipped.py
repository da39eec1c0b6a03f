"""The parts of a zip, read as far as the limits allow: office formats are zips, and so are bombs."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from scorer.ingest.limits import MIB, current
from scorer.ingest.refusals import damaged, locked, over_limit

MEMBERS = 10_000
"""Parts in one zip; a report of 500 pages in OFD has some 2,000."""
CHUNK = MIB // 4
_ENTRY = b"PK\x01\x02"
_WRONG = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError, EOFError, OSError)
"""What `zipfile` raises over damaged files; it documents the first only."""
_UNPACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The methods that office programs use; of the others `zipfile` unpacks whole blocks, whatever their size."""


def list_names(data: bytes) -> list[str]:
    """Names of the parts; none where the list at the end is damaged or has too many."""
    if data.count(_ENTRY) > MEMBERS:
        return []
    try:
        return [_plain(n) for n in zipfile.ZipFile(BytesIO(data)).namelist()]
    except _WRONG:
        return []


class Archive:
    """The parts of one file by name; what is read is counted against the limits."""

    def __init__(self, path: str, data: bytes, kind: str) -> None:
        self.path, self.kind = path, kind
        if data.count(_ENTRY) > MEMBERS:
            raise over_limit(path, kind, f"内含文件多于 {MEMBERS} 个")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _WRONG as error:
            raise damaged(path, kind, "压缩结构不完整") from error
        self._parts = {_plain(i.filename): i for i in self._zip.infolist()}
        self._folded = {name.lower(): name for name in self._parts}
        self._left = current().uncompressed

    def find(self, name: str) -> str:
        """The name as it is in the file, whose programs do not agree on case and slashes; empty where there is no such part."""
        name = _plain(name)
        return name if name in self._parts else self._folded.get(name.lower(), "")

    def names(self) -> list[str]:
        """Every part, in the order of the file."""
        return list(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Content of a part that `find` or `names` has named, piece by piece."""
        info = self._parts[name]
        if info.flag_bits & 1:
            raise locked(self.path, self.kind)
        if info.compress_type not in _UNPACKED:
            raise damaged(self.path, self.kind, f"{name[:60]} 的压缩方法不受支持")
        size = 0
        for chunk in self._unpack(info):
            size += len(chunk)
            self._left -= len(chunk)
            if self._left < 0:
                raise over_limit(self.path, self.kind, f"解压后超过 {current().uncompressed // MIB} MB")
            if size > MIB and size > current().ratio * info.compress_size:
                raise over_limit(self.path, self.kind, f"压缩比超过 {current().ratio} 倍")
            yield chunk

    def _unpack(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except _WRONG as error:
            raise damaged(self.path, self.kind, "解压失败") from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")
