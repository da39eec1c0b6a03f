"""Values out of foreign JSON: each is of the type asked for, or the place of the wrong one is told."""

from typing import Any

LONGEST = 100_000
"""Characters of a text value; titles, paths and quotes are far shorter."""


class Misfit(Exception):
    """A value that is not what the contract says; carries the path of its key, such as `rules[3].points`."""


class Fields:
    """An object of the JSON, and how it is reached: the object above it, its key there, its number in a list."""

    __slots__ = ("_above", "_key", "_number", "_value")

    def __init__(self, value: object, above: "Fields | None" = None, key: str = "", number: int = -1) -> None:
        self._above, self._key, self._number = above, key, number
        if not isinstance(value, dict):
            raise Misfit(self._path())
        self._value: dict[str, Any] = value

    def at(self, key: str) -> str:
        """The path of a key."""
        path = self._path()
        return f"{path}.{key}" if path else key

    def _path(self) -> str:
        """Put together only when something is wrong: there are thousands of objects in a line."""
        number = f"[{self._number}]" if self._number >= 0 else ""
        return f"{self._above.at(self._key)}{number}" if self._above else ""

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return key in self._value

    def raw(self, key: str) -> Any:
        """The value as it is; the key must be there."""
        if key not in self._value:
            raise Misfit(self.at(key))
        return self._value[key]

    def text(self, key: str) -> str:
        """A string."""
        value = self.raw(key)
        if not isinstance(value, str) or len(value) > LONGEST:
            raise Misfit(self.at(key))
        return value

    def text_or_none(self, key: str) -> str | None:
        """A string or null."""
        return None if self.raw(key) is None else self.text(key)

    def integer(self, key: str, least: int, most: int) -> int:
        """A whole number within bounds; true and false are none."""
        value = self.raw(key)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise Misfit(self.at(key))
        return value

    def number(self, key: str, least: float, most: float) -> int | float:
        """A number within bounds."""
        value = self.raw(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            raise Misfit(self.at(key))
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.raw(key)
        if not isinstance(value, bool):
            raise Misfit(self.at(key))
        return value

    def object(self, key: str) -> "Fields":
        """An object inside this one."""
        return Fields(self.raw(key), self, key)

    def objects(self, key: str) -> list["Fields"]:
        """A list of objects."""
        value = self.raw(key)
        if not isinstance(value, list):
            raise Misfit(self.at(key))
        return [Fields(v, self, key, i) for i, v in enumerate(value)]

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self.raw(key)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise Misfit(self.at(key))
        return tuple(value)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """All keys with their values, which must be strings."""
        return tuple((key, self.text(key)) for key in self._value)
