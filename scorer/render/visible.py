"""Foreign text made safe to show: what a report or a file name holds must never steer the reader's terminal."""

import re

from scorer.patterns import pattern

_UNSAFE = pattern(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, invisible and direction-changing characters, lone surrogates, non-characters, tags."""


def visible(text: str) -> str:
    """`text` on one line with every control or invisible character as a symbol: ␛ for ESC, ⟨202E⟩ for a bidi override."""
    return text if text.isprintable() else _UNSAFE.sub(_symbol, text)


def visible_lines(text: str) -> str:
    """As `visible`, but line ends and tabs stay what they are."""
    return _UNSAFE.sub(lambda m: m[0] if m[0] in "\n\t" else _symbol(m), text.replace("\r\n", "\n"))


def path_text(path: str) -> str:
    """A path for machine-readable output: bytes that are not UTF-8 as `\\xNN`, all else unchanged."""
    return re.sub("[\udc80-\udcff]", _byte, path)


def _symbol(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return _byte(match) if 0xDC80 <= code <= 0xDCFF else f"⟨{code:04X}⟩"


def _byte(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]) - 0xDC00:02x}"
