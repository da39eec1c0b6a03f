"""Frozen, slotted dataclasses that cost next to nothing to define.

`dataclasses` writes and compiles seven methods for every class, each time the program starts: for sixty classes that
takes longer than to score a report. Here all classes share these methods. To type checkers they are dataclasses, and to
`replace`, `fields` and `asdict` of `dataclasses` as well.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen, slots):
        """As in `dataclasses`, for records: always frozen and slotted, with plain values as defaults."""
        assert frozen and slots
        return _slotted

    def replace(record, **changes):
        """A copy with other values in these fields."""
        values = [changes.pop(name) if name in changes else getattr(record, name) for name in record.__match_args__]
        return type(record)(*values, **changes)


__all__ = ["dataclass", "replace"]


def _slotted(kind: type) -> type:
    names = tuple(kind.__annotations__)
    defaults = tuple(kind.__dict__[name] for name in names if name in kind.__dict__)
    body = {key: value for key, value in kind.__dict__.items() if key not in (*names, "__dict__", "__weakref__")}
    body |= {"__qualname__": kind.__qualname__, "__slots__": names, "__match_args__": names, "__dataclass_fields__": _Fields(kind), **_SHARED}
    made = type(kind)(kind.__name__, kind.__bases__, body)
    made.__init__ = _initializer(kind.__name__, names, [made.__dict__[name].__set__ for name in names], defaults)  # type: ignore[misc]
    return made


def _initializer(kind: str, names: tuple[str, ...], setters: list[Any], defaults: tuple[Any, ...]) -> Any:
    """`__init__` of a class with these fields, the last of which have defaults."""
    optional = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))

    def complete(given: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
        values = list(given)
        for name in names[len(given) :]:
            if name not in named and name not in optional:
                raise TypeError(f"{kind}() lacks {name!r}")
            values.append(named.pop(name) if name in named else optional[name])
        if named or len(values) > len(names):
            raise TypeError(f"{kind}() takes each of {', '.join(names)} once")
        return values

    def __init__(self: object, *given: Any, **named: Any) -> None:
        values = given if len(given) == len(setters) and not named else complete(given, named)
        for store, value in zip(setters, values):  # noqa: B905 - as many as there are fields
            store(self, value)

    return __init__


class _Fields:
    """What `dataclasses` asks a class for, made when it asks."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def __get__(self, record: object, owner: type) -> dict[str, Any]:
        import dataclasses

        found: dict[str, Any] = dataclasses.dataclass(type(owner.__name__, (), dict(self._kind.__dict__))).__dataclass_fields__  # type: ignore[attr-defined]
        return found


def _values(record: Any) -> tuple[Any, ...]:
    return tuple([getattr(record, name) for name in record.__match_args__])


def _is_equal(record: Any, other: Any) -> Any:
    return _values(record) == _values(other) if type(record) is type(other) else NotImplemented


def _hash(record: Any) -> int:
    return hash(_values(record))


def _show(record: Any) -> str:
    shown = ", ".join(f"{name}={getattr(record, name)!r}" for name in record.__match_args__)
    return f"{type(record).__qualname__}({shown})"


def _refuse(record: Any, name: str, *_: object) -> None:
    raise AttributeError(f"cannot change field {name!r} of {type(record).__name__}")


def _reduce(record: Any) -> tuple[type, tuple[Any, ...]]:
    return type(record), _values(record)


_SHARED = {"__eq__": _is_equal, "__hash__": _hash, "__repr__": _show, "__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
