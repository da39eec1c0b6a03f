"""Records are dataclasses in all but the time it takes to define them."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from scorer.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Ours:
    """A record."""

    name: str
    count: int = 0
    places: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        """Twice the count."""
        return 2 * self.count


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same by the book."""

    name: str
    count: int = 0
    places: tuple[int, ...] = ()


GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {}),
    (("a", 1, (2,)), {}),
    (("a",), {"places": (3,)}),
    ((), {"count": 4, "name": "b"}),
    ((), {}),
    (("a", 1, (2,), 5), {}),
    (("a",), {"name": "b"}),
    (("a",), {"other": 1}),
    ((), {"count": 1}),
]


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_made_and_refused_as_by_the_book(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        theirs = Theirs(*given, **named)
    except TypeError:
        with pytest.raises(TypeError):
            Ours(*given, **named)
        return
    ours = Ours(*given, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert hash(ours) == hash(theirs)
    assert ours.double == 2 * theirs.count


def test_equal_only_to_its_kind() -> None:
    assert Ours("a", 1) == Ours("a", 1) != Ours("a", 2)
    assert Ours("a") != Theirs("a")  # type: ignore[comparison-overlap]
    assert len({Ours("a"), Ours("a"), Ours("b")}) == 2


def test_cannot_be_changed() -> None:
    record = Ours("a")
    for change in (lambda: setattr(record, "name", "b"), lambda: setattr(record, "other", 1), lambda: delattr(record, "name")):
        with pytest.raises(AttributeError):
            change()
    assert not hasattr(record, "__dict__")
    assert record == Ours("a")


def test_copied_with_changes_and_as_bytes() -> None:
    record = Ours("a", 1, (2,))
    assert replace(record, count=3) == dataclasses.replace(record, count=3) == Ours("a", 3, (2,))
    with pytest.raises(TypeError):
        replace(record, other=1)  # type: ignore[call-arg]
    assert pickle.loads(pickle.dumps(record)) == copy.deepcopy(record) == record  # noqa: S301 - our own bytes


def test_known_to_dataclasses_and_to_match() -> None:
    assert dataclasses.is_dataclass(Ours)
    assert [(f.name, f.default) for f in dataclasses.fields(Ours)] == [(f.name, f.default) for f in dataclasses.fields(Theirs)]
    match Ours("a", 1):
        case Ours(name, count):
            assert (name, count) == ("a", 1)
