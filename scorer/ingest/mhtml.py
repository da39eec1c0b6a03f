"""A page that a browser saved with everything in one file (.mht, .mhtml) -> the page in it."""

from email import message_from_bytes, policy

from scorer.ingest.extract import Extract
from scorer.ingest.html import read_page
from scorer.ingest.refusals import damaged

KIND = "MHTML 文件"


def read_mhtml(path: str, data: bytes) -> Extract:
    """The text of the first page in the file; raises `InputError` where there is none."""
    # the oldest policy: it takes headers as they are, where newer ones fail over damaged ones
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() == "text/html" and isinstance(page := part.get_payload(decode=True), bytes) and page.strip():
            return read_page(path, page, str(part.get_content_charset("")))
    raise damaged(path, KIND, "里面没有网页")
