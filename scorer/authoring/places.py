"""Where the parts of a rule stand in its file, so that a finding can point at the very phrase."""

from collections.abc import Iterator

from msgspec import Struct

from scorer.errors import Place
from scorer.model.rule import Element, Phrase, Rule
from scorer.packs.schema import Json
from scorer.yamlio import Steps, YamlFile

GROUPS = ("phrases", "lacks", "never")


class Placed(Struct, frozen=True):
    """A rule with the file it was read from."""

    rule: Rule
    file: YamlFile
    pack: str

    def at(self, *steps: str | int) -> Place:
        """The place of a value of the rule."""
        return self.file.place(steps)

    def phrases(self, index: int, group: str) -> Iterator[tuple[Phrase, Place]]:
        """The phrases of one element in the order of the file, each where it is written."""
        data: Json = self.file.data
        element: Element = self.rule.elements[index]
        written = _steps(data["elements"][index].get(group, ()))
        for phrase, steps in zip(getattr(element, group), written, strict=True):
            yield phrase, self.file.place(("elements", index, group, *steps))


def _steps(entries: Json) -> Iterator[Steps]:
    for i, entry in enumerate(entries):
        if isinstance(entry, str):
            yield (i,)
        else:
            yield from ((i, "any", k) for k in range(len(entry["any"])))
