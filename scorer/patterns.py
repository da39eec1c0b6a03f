"""Regular expressions that are compiled when they are first used: most reports need but a third of them."""

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, which takes up to a millisecond where a class holds Chinese characters.

    >>> pattern("[一二三]是").match("二是").group()
    '二是'
    """
    return cast("re.Pattern[str]", _Later(source, flags))


class _Later:
    """Stands for a compiled pattern; each of its methods is looked up once and then found here."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found
