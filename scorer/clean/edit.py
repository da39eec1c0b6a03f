"""What a repair does to a text: characters swapped one for one, and ranges cut out; and how edits add up to an offset map."""

from collections.abc import Callable
from operator import ne

from msgspec import Struct

from scorer.model.text import OffsetMap

Cuts = list[tuple[int, int]]


class Edit(Struct, frozen=True):
    """`text` has the length of the text that was repaired; `cuts` (sorted, apart) are then taken out of it."""

    text: str
    cuts: tuple[tuple[int, int], ...] = ()
    count: int = 0

    @property
    def result(self) -> str:
        """The repaired text.

        >>> Edit("法x治", ((1, 2),), 1).result
        '法治'
        """
        if not self.cuts:
            return self.text
        kept, at = [], 0
        for start, end in self.cuts:
            kept.append(self.text[at:start])
            at = end
        kept.append(self.text[at:])
        return "".join(kept)


Fix = Callable[[str], Edit]


def cut(text: str, cuts: Cuts) -> Edit:
    """An edit that only takes ranges out."""
    return Edit(text, tuple(cuts), len(cuts))


def swap(old: str, new: str) -> Edit:
    """An edit that only swaps characters; counts those that differ."""
    if len(old) != len(new):
        raise ValueError("a replacement must keep the length of the text")
    return Edit(new, (), sum(map(ne, old, new)) if old != new else 0)


class Trail:
    """The way back from the text as repaired so far, while edits follow one another; costs by the cut, not by the character."""

    def __init__(self) -> None:
        self._cuts: list[int] = []
        self._shifts: list[int] = []

    def follow(self, edit: Edit) -> None:
        """Lay the cuts of `edit`, whose offsets are in the text as it is now, over those made before."""
        if not edit.cuts:
            return
        old, old_shifts = self._cuts, self._shifts
        self._cuts, self._shifts = [], []
        i = removed = shift = 0
        for start, end in edit.cuts:
            while i < len(old) and old[i] < start:
                shift = old_shifts[i]
                self._add(old[i] - removed, shift + removed)
                i += 1
            while i < len(old) and old[i] <= end:
                shift = old_shifts[i]
                i += 1
            removed += end - start
            self._add(end - removed, shift + removed)
        for at, shift in zip(old[i:], old_shifts[i:], strict=True):
            self._add(at - removed, shift + removed)

    def _add(self, at: int, shift: int) -> None:
        if self._cuts and self._cuts[-1] == at:
            self._shifts[-1] = shift
        else:
            self._cuts.append(at)
            self._shifts.append(shift)

    def offset_map(self, length: int) -> OffsetMap:
        """The map for a clean text of `length` characters; what was cut from its end moves nothing.

        >>> t = Trail()
        >>> t.follow(Edit("ab??cd", ((2, 4),), 1))
        >>> t.follow(Edit("abcd", ((1, 2),), 1))
        >>> t.offset_map(3)
        OffsetMap(cuts=(1,), shifts=(3,))
        """
        keep = len(self._cuts) - (self._cuts[-1:] == [length])
        return OffsetMap(tuple(self._cuts[:keep]), tuple(self._shifts[:keep]))
