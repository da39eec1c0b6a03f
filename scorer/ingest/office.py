"""DOC, WPS and RTF -> text through LibreOffice or antiword, whichever is installed; neither is asked to reach the network."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from scorer.errors import InputError
from scorer.ingest.antiword import by_antiword
from scorer.ingest.docx import read_docx
from scorer.ingest.extract import Extract
from scorer.ingest.limits import current
from scorer.ingest.processes import run_bounded
from scorer.ingest.refusals import locked, not_converted, not_installed

OFFICE = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ADVICE = "请安装 LibreOffice（如 apt-get install libreoffice-writer）或 antiword（只用于 .doc），或用 Word、WPS 另存为 .docx 后再试"
_ADVICE_OFFICE = "请安装 LibreOffice（如 apt-get install libreoffice-writer），或用 Word、WPS 另存为 .docx 后再试"
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
"""Of the private profile: no macros, nothing fetched from where a document points to."""


def read_doc(path: str, data: bytes) -> Extract:
    """A file of Word 97 to 2003, or of Kingsoft WPS, which writes the same."""
    if _LOCKED in data:
        raise locked(path, "DOCX 文件")
    return _convert(path, data, "DOC 文件", ".doc")


def read_wps(path: str, data: bytes) -> Extract:
    """A file named .wps: of Kingsoft WPS or of Microsoft Works."""
    return _convert(path, data, "WPS 文件", ".doc" if "WordDocument".encode("utf-16-le") in data else ".wps")


def read_rtf(path: str, data: bytes) -> Extract:
    """Rich text, which many files named .doc are; antiword does not read it."""
    return _convert(path, data, "RTF 文件", ".rtf")


def _convert(path: str, data: bytes, kind: str, suffix: str) -> Extract:
    """LibreOffice first, as it knows numbers, tables and changes; antiword where it is absent or gives up."""
    ways: list[Callable[[], Extract]] = []
    if office := _find_office():
        ways.append(lambda: _by_office(office, path, data, kind, suffix))
    if suffix == ".doc" and (antiword := shutil.which("antiword")):
        ways.append(lambda: by_antiword(antiword, path, data, kind))
    if not ways:
        what = "LibreOffice 或 antiword" if suffix == ".doc" else "LibreOffice"
        raise not_installed(path, kind, what, _ADVICE if suffix == ".doc" else _ADVICE_OFFICE)
    for way in ways[:-1]:
        try:
            return way()
        except InputError:
            continue
    return ways[-1]()


def _find_office() -> str | None:
    return next(filter(None, map(shutil.which, (*OFFICE, *_ELSEWHERE))), None)


def _by_office(program: str, path: str, data: bytes, kind: str, suffix: str) -> Extract:
    with tempfile.TemporaryDirectory(prefix="fazhi-office-", ignore_cleanup_errors=True) as folder:
        profile, source, out = Path(folder, "profile"), Path(folder, f"report{suffix}"), Path(folder, "out")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), "utf-8")
        source.write_bytes(data)
        options = ["--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", f"-env:UserInstallation={profile.as_uri()}"]
        command = [program, *options, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)]
        run_bounded(command, folder, current().seconds, lambda reason: not_converted(path, kind, f"LibreOffice {reason}"))
        made = out / "report.docx"
        if not made.is_file():
            raise not_converted(path, kind, "LibreOffice 没有给出结果，文件可能已损坏或设有密码")
        if made.stat().st_size > current().bytes:
            raise not_converted(path, kind, "结果过大")
        converted = made.read_bytes()
    return read_docx(path, converted)


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
