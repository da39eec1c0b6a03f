"""The value in a phrase's slot against the slot's bound."""

from typing import NamedTuple

from scorer.match.assemble import Hit
from scorer.match.quantities import Quantity, passes
from scorer.model.result import Doubt, Reason, Value
from scorer.model.rule import Slot, SlotKind

PLAIN_DAYS_FINE, PLAIN_DAYS_DOUBT = 7, 9
"""Days without 工作日: up to 7 pass, 8 and 9 pass but are reviewed, 10 and more fail but are reviewed (checklist)."""
NEAR_BOUND = 1.0
"""Percentage points from the bound within which a ratio is to be reviewed."""


class Measured(NamedTuple):
    """A value, where it stands, and whether a person should look at it."""

    value: Value
    reason: Reason
    doubts: tuple[Doubt, ...]


def measure(hit: Hit) -> Measured | None:
    """The value of the hit's slot, None where its phrase has none."""
    slot, q = (hit.part.slot if hit.part else None), hit.quantity
    if slot is None or q is None:
        return None
    passed, is_doubtful = passes(slot, q), False
    if slot.operator and slot.kind is SlotKind.DAYS and q.unit == "日" and slot.bound <= PLAIN_DAYS_FINE:
        passed, is_doubtful = q.high <= PLAIN_DAYS_DOUBT, q.high > PLAIN_DAYS_FINE
    elif slot.operator:
        is_doubtful = passed is None or _is_close(slot, q)
    bound = f"{slot.operator} {slot.bound:g}" if slot.operator else ""
    value = Value(slot.kind.value, q.high, q.unit, bound, passed)
    return Measured(value, Reason(q.span, "value"), (Doubt.BOUND,) if is_doubtful else ())


def _is_close(slot: Slot, q: Quantity) -> bool:
    """True for a ratio off its bound by less than a percentage point."""
    return slot.kind is SlotKind.RATIO and q.high != slot.bound and abs(q.high - slot.bound) < NEAR_BOUND
