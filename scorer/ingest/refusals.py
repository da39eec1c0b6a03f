"""The reasons for which a reader gives a file back, worded once for all formats: I109 to I113."""

from scorer.errors import InputError
from scorer.ingest.files import refuse


def damaged(path: str, kind: str, detail: str) -> InputError:
    """I109: the file is not what its format says; `kind` names the format, `detail` the first thing found wrong."""
    return refuse(path, "I109", f"{kind}已损坏或不完整（{detail}）", f"请重新下载或索取该文件；若能用办公软件打开，请另存为新的{kind}后再试")


def over_limit(path: str, kind: str, detail: str) -> InputError:
    """I110: reading it would take more than a report may; such files are built to stop programs, or are no reports."""
    return refuse(path, "I110", f"{kind}超出读取限制（{detail}），不像一份报告", "请只提供报告正文；可用办公软件打开后把正文另存为新文件")


def not_installed(path: str, kind: str, what: str, advice: str) -> InputError:
    """I111: a library or program that this format needs is absent; `advice` says how to install it."""
    return refuse(path, "I111", f"读取{kind}需要 {what}，本机没有安装", advice)


def locked(path: str, kind: str) -> InputError:
    """I112: the content is encrypted."""
    return refuse(path, "I112", f"{kind}设有密码", "请用办公软件打开，取消密码后另存")


def not_converted(path: str, kind: str, detail: str) -> InputError:
    """I113: the program that should have converted the file did not."""
    return refuse(path, "I113", f"{kind}未能转换（{detail}）", "请用 Word 或 WPS 打开该文件，另存为 .docx 后再试")


def scanned(path: str, kind: str) -> InputError:
    """I116: every page is a picture."""
    return refuse(path, "I116", f"{kind}里没有文字，可能是扫描件", "请先作文字识别（OCR），另存为带文字的文件后再试")
