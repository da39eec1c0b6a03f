"""Errors in English, by code: the stages word them in Chinese, for the people who write reports and rules."""

WORDED_IN_CHINESE = ("I", "R")
"""First letters of codes whose message comes from a stage; the command line words its own in either language."""

ENGLISH: dict[str, tuple[str, str]] = {
    "I101": ("the file does not exist", "Check the path and the file name"),
    "I102": ("this is a folder, not a report", "Name the report files themselves"),
    "I103": ("this is not an ordinary file (a device, pipe or socket)", "Save it as a file first, or read it from standard input with -"),
    "I104": ("the file cannot be read ({0})", "Check the permissions of the file and the folders above it"),
    "I105": ("this is no format that is read ({0})", "Save the report as .docx, .doc, .wps, .pdf, .ofd, .html, .md or .txt"),
    "I106": ("there is hardly any Chinese in this file", "Make sure that it is a Chinese report; a scanned one needs character recognition first"),
    "I107": (
        "the file is too large for a report ({0})",
        "Keep the text of the report only, without pictures and attachments, or allow more with --max-mb",
    ),
    "I108": ("the file is empty", "Make sure that the report was saved to it"),
    "I109": ("the file is damaged or incomplete ({0})", "Download it again, or save it as a new file with an office program that can open it"),
    "I110": ("reading the file would take more than a report may ({0})", "Keep the text of the report only, or save it as a new file"),
    "I111": ("a program or library that this format needs is not installed ({0})", "{1}"),
    "I112": ("the file has a password ({0})", "Take the password off with an office program and save the file"),
    "I113": ("the file could not be converted ({0})", "Open it with Word or WPS and save it as .docx"),
    "I114": (
        "reading the file took too long and was stopped ({0})",
        "Save its text as a new file with an office program, or allow more with --timeout",
    ),
    "I115": ("reading the file broke off ({0})", "It may be damaged or too complex: save its text as a new file with an office program"),
    "I116": ("there is no text in this file; it seems to be a scan ({0})", "Run character recognition (OCR) first and save it with its text"),
    "I117": ("scoring it broke off ({0})", "It may be too complex: save its text as a plain text file"),
    "I118": ("scoring it took too long and was stopped ({0})", "Save its text as a plain text file, or allow more with --timeout"),
}

ENGLISH_BY_KIND: dict[str, tuple[str, str]] = {
    "I": ("the report cannot be read ({0})", "Try another copy of it"),
    "R": ("a problem with the rules: {0}", "{1}"),
}
