"""Floors over the blind variations, the set-aside third included."""

from functools import cache

import pytest

from scorer.authoring.figures import figures
from scorer.model.result import State
from scorer.pipeline import Scorer
from tests.variations import OPEN, SEALED, Variation, by_state, pairs, run


@cache
def results(sealed: bool) -> list[Variation]:
    return list(run(SEALED if sealed else OPEN, Scorer()))


def test_every_element_has_ten_variations_by_three_writers() -> None:
    everything = results(False) + results(True)
    keys = {v.element for v in everything}
    assert len(keys) == 77
    for key in keys:
        mine = [v for v in everything if v.element == key]
        assert len(mine) >= 10, key
        assert len({v.writer for v in mine}) >= 3, key


@pytest.mark.parametrize(("sealed", "floor"), [(False, 0.95), (True, 0.90)])
def test_floors(sealed: bool, floor: float) -> None:
    found = results(sealed)
    assert figures(pairs(found)).right >= floor
    assert min(by_state(found).values()) >= (0.93 if not sealed else 0.85)


def test_nothing_another_body_did_counts_often() -> None:
    others = [v for v in results(False) if v.kind == "other" and v.wanted is State.ABSENT]
    assert sum(v.found is State.DONE for v in others) <= 0.05 * len(others)
