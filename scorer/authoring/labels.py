"""Labelled reports: `NAME.gold.yaml` beside a report says what a careful reader found in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from scorer.errors import PackError, Place, Problem
from scorer.model.result import State
from scorer.yamlio import load


class Label(Struct, frozen=True):
    """What one element should be: `also` holds further states that count as right."""

    state: State
    also: tuple[State, ...] = ()
    quotes: tuple[str, ...] = ()
    weakness: tuple[str, ...] = ()

    def accepts(self, state: State) -> bool:
        """True where `state` is right."""
        return state is self.state or state in self.also


ABSENT = Label(State.ABSENT)


class Gold(Struct, frozen=True):
    """A labelled report; an element that is not listed is absent."""

    name: str
    report: Path
    body: str | None
    year: int | None
    sector: str
    published: date | None
    signed: date | None
    elements: dict[str, Label]

    def label(self, key: str) -> Label:
        """The label of `rule-id.element-id`."""
        return self.elements.get(key, ABSENT)


def read_labels(folder: Path) -> Iterator[Gold]:
    """Every `*.gold.yaml` below `folder`, by path."""
    for path in sorted(folder.rglob("*.gold.yaml")):
        yield read_gold(path)


def read_gold(path: Path) -> Gold:
    """One label file; raises PackError with the reason where it cannot be used."""
    data: Any = load(path).data
    try:
        return Gold(
            name=path.name.removesuffix(".gold.yaml"),
            report=path.parent / data["report"],
            body=_given(data.get("body")),
            year=int(y) if (y := _given(data.get("year"))) else None,
            sector=data.get("sector", "general"),
            published=_date(data.get("published")),
            signed=_date(data.get("signed")),
            elements={key: _label(entry) for key, entry in data["elements"].items()},
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        problem = Problem("R270", f"标注文件不合格式：{error}", "请对照样例 reports/good.gold.yaml 检查该文件", Place(str(path)))
        raise PackError(problem) from error


def _given(value: str | None) -> str | None:
    return None if value in (None, "", "null", "~") else value


def _date(value: str | None) -> date | None:
    given = _given(value)
    return date.fromisoformat(given) if given else None


def _label(entry: dict[str, Any]) -> Label:
    return Label(
        State(entry["state"]),
        tuple(State(s) for s in entry.get("also", ())),
        tuple(entry.get("quotes", ())),
        tuple(entry.get("weakness", ())),
    )
