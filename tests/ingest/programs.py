"""Documents, PDFs and pages written by real programs, where they are installed with a Chinese font."""

import json
import re
import shutil
import subprocess
from functools import cache
from html import escape
from pathlib import Path

import pytest

from tests.ingest.makers import grouped

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_PAGE = "@page { size: A4; margin: 35mm 26mm 32mm 27mm } body { font-size: 16pt; line-height: 28pt } p { margin: 0; text-indent: 32pt }"
_TITLE = "h1 { font-size: 22pt; line-height: 34pt; text-align: center; font-weight: normal }"
_TABLE = "table { border-collapse: collapse } td { border: 1px solid; padding: 2pt; font-size: 12pt; line-height: 18pt }"


@cache
def _has_font() -> bool:
    listing = shutil.which("fc-list")
    return listing is not None and bool(subprocess.run([listing, ":lang=zh-cn"], capture_output=True, check=False).stdout.strip())


def needs(program: str | None, name: str) -> pytest.MarkDecorator:
    """Skip where the program or a Chinese font is absent."""
    reason = f"{name} is not installed" if program is None else "no Chinese font is installed: apt-get install fonts-noto-cjk"
    return pytest.mark.skipif(program is None or not _has_font(), reason=reason)


needs_office = needs(OFFICE, "LibreOffice")
needs_browser = needs(BROWSER, "Chromium")


def styled(lines: list[str]) -> str:
    """Lines laid out as official documents are: a large title in the middle, indented paragraphs, ruled tables."""
    body = ""
    for is_table, group in grouped(lines):
        if is_table:
            rows = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in line.strip().split(chr(9)))}</tr>" for line in group)
            body += f"<table border=1>{rows}</table>"
        else:
            body += "".join(f"<p>{escape(line.strip())}</p>" for line in group)
    body = body.replace("<p>", "<h1>", 1).replace("</p>", "</h1>", 1) if len(lines[0]) < 60 else body
    return f"<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><style>{_PAGE}{_TITLE}{_TABLE}</style></head><body>{body}</body></html>"


def bare(lines: list[str]) -> str:
    """The same without any style, as browsers show it: every cell has a frame of its own."""
    return re.sub("<style>.*?</style>", "", styled(lines))


def framed(lines: list[str]) -> str:
    """The same as content systems send it: a script puts the article into a page of links, among boxes and a foot."""
    links = "".join(f"<li><a href='/{i}'>聘请法律顾问公告之{i}</a></li>" for i in range(12))
    body = styled(lines).partition("<body>")[2].partition("</body>")[0]
    script = f"document.getElementById('zoom').innerHTML = {json.dumps(body)};"
    return (
        "<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><title>政务公开</title></head><body>"
        f"<div class=top><ul>{links}</ul></div><div class=crumbs>您的位置：<a>首页</a> &gt; <a>政务公开</a></div>"
        f"<div class=box><div id=zoom></div></div><div class=side><h3>相关链接</h3><ul>{links}</ul></div>"
        f"<div class=foot><p>版权所有 网站标识码：0000000001</p></div><script>{script}</script></body></html>"
    )


PDF, DOCX = "pdf:writer_pdf_Export", "docx:MS Word 2007 XML"


def write_office(files: list[Path], folder: Path, target: str = PDF) -> None:
    """All files at once, for LibreOffice takes seconds to start; web pages as documents, not as pages of a browser."""
    assert OFFICE
    usual = [OFFICE, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    for suffix, options in ((".html", ["--infilter=HTML (StarWriter)"]), (".txt", [])):
        if chosen := [str(f) for f in files if f.suffix == suffix]:
            command = [*usual, *options, "--convert-to", target, "--outdir", str(folder), *chosen]
            subprocess.run(command, capture_output=True, timeout=300, check=True)


def browse(file: Path, folder: Path, *options: str) -> bytes:
    """What the browser writes to its output about one file."""
    assert BROWSER
    usual = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder / 'profile'}"]
    return subprocess.run([BROWSER, *usual, *options, file.as_uri()], capture_output=True, timeout=120, check=True).stdout


def print_browser(file: Path, folder: Path, *options: str) -> Path:
    """One file as PDF, with the date, address and page number that browsers print around it unless told otherwise."""
    made = folder / f"{file.stem}.pdf"
    browse(file, folder, *options, f"--print-to-pdf={made}")
    return made


def save_browser(file: Path, folder: Path) -> Path:
    """The page as the browser holds it when its scripts have run."""
    made = folder / f"{file.stem}.saved.html"
    made.write_bytes(browse(file, folder, "--dump-dom"))
    return made
