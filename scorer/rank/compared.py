"""Which rules a group is compared by, and which reports can be: the shared rules, and enough text and rules to judge by."""

from collections.abc import Sequence

from msgspec import Struct

from scorer.model.ranking import Item, PackRef, Reason, Result, RuleHead
from scorer.rank.choices import options_of


class Limits(Struct, frozen=True):
    """What a report needs at least to be ranked."""

    characters: int = 500
    """Of source text; a shorter one is a cover page, a notice, or a scan with a few words of text."""
    rules: int = 50
    """Percent of the rules compared that must apply to it."""


class Compared(Struct, frozen=True):
    """The rules by which some reports are compared."""

    packs: tuple[PackRef, ...]
    rules: tuple[RuleHead, ...]
    left_out: tuple[str, ...]


def compare_by(results: Sequence[Result]) -> Compared:
    """The rules all packs share: the same id, weight and elements; in the order of the first pack by id."""
    packs = dict(sorted({(r.pack.id, r.pack.version, r.pack.sha256): r.pack for r in results}.items()))
    lists = sorted({r.rules for r in results}, key=lambda rules: [h.id for h in rules])
    common = set.intersection(*({_identity(h) for h in rules} for rules in lists)) if lists else set()
    rules = tuple(h for h in lists[0] if _identity(h) in common) if lists else ()
    left_out = {h.id for each in lists for h in each} - {h.id for h in rules}
    return Compared(tuple(packs.values()), rules, tuple(sorted(left_out)))


def items_of(result: Result, compared: Compared) -> tuple[Item, ...]:
    """What a report earned on the rules compared."""
    if result.rules == compared.rules:
        return result.items
    mine = {h.id: i for h, i in zip(result.rules, result.items, strict=True)}
    return tuple(mine[h.id] for h in compared.rules)


def reason_apart(result: Result, items: Sequence[Item], limits: Limits) -> Reason | None:
    """Why a report is not ranked; None for one that is."""
    if result.characters < limits.characters:
        return Reason.LITTLE_TEXT
    if not any(None not in options_of(i) for i in items):
        return Reason.NOTHING
    if 100 * sum(i.applies for i in items) < limits.rules * len(items):
        return Reason.FEW_RULES
    return None


def _identity(head: RuleHead) -> tuple[str, int, tuple[str, ...]]:
    return head.id, head.weight, tuple(element for element, _ in head.elements)
