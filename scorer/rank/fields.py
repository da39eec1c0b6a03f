"""Values out of foreign JSON: each is of the type asked for, or the place of the wrong one is told."""

from typing import Any

LONGEST = 100_000
"""Characters of a text value; titles, paths and quotes are far shorter."""


class Misfit(Exception):
    """A value that is not what the contract says; carries the path of its key, such as `rules[3].points`."""


class Fields:
    """An object of the JSON with the path that leads to it."""

    def __init__(self, value: object, path: str = "") -> None:
        if not isinstance(value, dict):
            raise Misfit(path)
        self._value: dict[str, Any] = value
        self._path = path

    def at(self, key: str) -> str:
        """The path of a key."""
        return f"{self._path}.{key}" if self._path else key

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
        return Fields(self.raw(key), self.at(key))

    def objects(self, key: str) -> list["Fields"]:
        """A list of objects."""
        value = self.raw(key)
        if not isinstance(value, list):
            raise Misfit(self.at(key))
        return [Fields(v, f"{self.at(key)}[{i}]") for i, v in enumerate(value)]

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self.raw(key)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise Misfit(self.at(key))
        return tuple(value)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """All keys with their values, which must be strings."""
        return tuple((key, self.text(key)) for key in self._value)
