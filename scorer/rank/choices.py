"""What is open about a scorecard: weights that may swing, and verdicts that may be read the other way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, lcm

from msgspec import Struct

from scorer.model.ranking import Item, RuleHead
from scorer.model.result import Verdict

LOW, HIGH = 4, 6
"""Weights in fifths: every weight may be 20 % less or more, the same for all bodies in one choice."""
FINE = 1000
"""Steps of one unit of the scale, for bounds in whole numbers."""
_EARNS = {Verdict.MET: Fraction(1), Verdict.PARTIAL: Fraction(1, 2)}
"""What a verdict earns where the states of its elements are not known, as for a reviewer's decision (scorecard contract)."""

Options = tuple[int | None, ...]
"""The shares of its weight that a rule may earn, the judged one first, in units of the scale; None where the rule does not apply."""


Reach = tuple[int | None, bool]
"""The utmost share that a rule may earn, in fine steps, None where it never applies; and whether it may also not apply."""


def options_of(item: Item) -> tuple[Fraction | None, ...]:
    """The shares a rule may earn: as judged, and by the alternative of a verdict that a person should look at."""
    judged = item.share if item.applies else None
    if not item.needs_review or item.alternative is None or (not item.applies and item.verdict is not Verdict.NA):
        return (judged,)
    other = None if item.alternative is Verdict.NA else _EARNS.get(item.alternative, Fraction(0))
    return (judged,) if other == judged else (judged, other)


class Scale(Struct, frozen=True, dict=True):
    """The rules compared, and the whole number that makes every share whole."""

    rules: tuple[RuleHead, ...]
    unit: int

    @staticmethod
    def of(rules: tuple[RuleHead, ...], bodies: Sequence[Sequence[Item]]) -> "Scale":
        """The scale on which all these bodies' shares are whole numbers."""
        shares = {o for items in bodies for i in items for o in options_of(i) if o is not None}
        return Scale(rules, lcm(*(s.denominator for s in shares)))


class Choices(Struct, frozen=True, dict=True):
    """All that one body's score may be: what every rule may earn."""

    scale: Scale
    options: tuple[Options, ...]

    @staticmethod
    def of(items: Sequence[Item], scale: Scale) -> "Choices":
        """From the items of the scale's rules, in their order."""
        return Choices(scale, tuple(tuple(None if o is None else int(o * scale.unit) for o in options_of(i)) for i in items))

    @cached_property
    def scope(self) -> tuple[bool, ...] | None:
        """Which rules apply; None where that is open for one of them."""
        if any(None in o and len(o) > 1 for o in self.options):
            return None
        return tuple(o != (None,) for o in self.options)

    @cached_property
    def best_bars(self) -> int:
        """A bar for each rule, as many bits as it may earn at best; all rules side by side in one number."""
        return self._bars(max)

    @cached_property
    def worst_bars(self) -> int:
        """As `best_bars`, with what each rule earns at worst."""
        return self._bars(min)

    @cached_property
    def possible(self) -> int:
        """The points its rules could earn, as judged."""
        return sum(head.weight for head, options in zip(self.scale.rules, self.options, strict=True) if options[0] is not None)

    @cached_property
    def earned(self) -> int:
        """The points its rules earned, as judged, in units of the scale."""
        return sum(head.weight * options[0] for head, options in zip(self.scale.rules, self.options, strict=True) if options[0] is not None)

    @cached_property
    def ups(self) -> tuple[Reach, ...]:
        """What each rule may earn at best."""
        return tuple(_reach(options, max) for options in self.options)

    @cached_property
    def downs(self) -> tuple[Reach, ...]:
        """What each rule may earn at worst."""
        return tuple(_reach(options, min) for options in self.options)

    @cached_property
    def least(self) -> Fraction:
        """The lowest score that any choice gives, 0 to `unit`."""
        return min(self._extremes(-1))

    @cached_property
    def most(self) -> Fraction:
        """The highest score that any choice gives."""
        return max(self._extremes(1))

    @cached_property
    def floor(self) -> int:
        """`least` in fine steps, rounded down."""
        return floor(self.least * FINE)

    @cached_property
    def ceiling(self) -> int:
        """`most` in fine steps, rounded up."""
        return ceil(self.most * FINE)

    @cached_property
    def unsure(self) -> frozenset[int]:
        """The rules that do not apply, or may not."""
        return frozenset(i for i, options in enumerate(self.options) if None in options)

    @cached_property
    def sure(self) -> int:
        """As bars, all bits of the rules that surely apply."""
        return self._blocks(lambda _: self.scale.unit)

    def _bars(self, pick: Callable[[Iterable[int]], int]) -> int:
        return self._blocks(lambda options: pick(o for o in options if o is not None))

    def _blocks(self, height: Callable[[Options], int]) -> int:
        """One bar for each rule that surely applies: weight times height bits, of weight times unit."""
        bars = at = 0
        for head, options in zip(self.scale.rules, self.options, strict=True):
            if None not in options:
                bars |= ((1 << head.weight * height(options)) - 1) << at
            at += head.weight * self.scale.unit
        return bars

    def _extremes(self, sign: int) -> Iterator[Fraction]:
        """The scores among which the extreme one is: rules beyond a level weigh most, the others least, and count only where they must.

        The best choice for a score s weighs a rule HIGH exactly where its share is above s, so the levels themselves are the
        only thresholds to try.
        """
        for level in {o for options in self.options for o in options if o is not None}:
            earned = possible = 0
            for head, options in zip(self.scale.rules, self.options, strict=True):
                share = chosen(options, level, 1, sign)
                if share is not None:
                    weight = head.weight * (HIGH if sign * (share - level) > 0 else LOW)
                    earned += weight * share
                    possible += weight
            yield Fraction(earned, possible)


def _reach(options: Options, utmost: Callable[[Iterable[int]], int]) -> Reach:
    shares = [o for o in options if o is not None]
    return utmost(shares) * FINE if shares else None, None in options


def chosen(options: Options, at: int, unit: int, sign: int) -> int | None:
    """The option that lifts (`sign` 1) or lowers (-1) a score of at / unit most.

    One that leaves the rule out leaves such a score where it is, and is taken where the others do no better.
    """
    if len(options) == 1:
        return options[0]
    return max(options, key=lambda o: (0, 1) if o is None else (sign * (o * unit - at), 0))
