"""Workers die, hang, print, stop: each input has one answer all the same, and the others never notice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scorer.batch.engine import Pool
from scorer.batch.items import Answer, Ask, Item
from scorer.batch.problems import BatchError
from scorer.batch.waiting import MOST, Waiting
from tests.batch.stand_in import StandIn


def asks(*paths: str) -> Iterator[Ask]:
    return (Ask(i, Item(path).encode()) for i, path in enumerate(paths))


def answers(*paths: str, jobs: int = 2, work: StandIn = StandIn()) -> list[Answer]:  # noqa: B008
    with Pool(work, "settings", jobs) as pool:
        found = list(pool.run(asks(*paths), len(paths)))
    assert sorted(a.index for a in found) == list(range(len(paths))), "one answer for each, none doubled"
    return sorted(found, key=lambda a: a.index)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_ask_has_its_answer(jobs: int) -> None:
    paths = [f"{i}.txt" for i in range(50)]
    assert [a.row.decode() for a in answers(*paths, jobs=jobs)] == paths


def test_a_worker_that_always_dies_over_an_item_costs_that_item() -> None:
    found = answers(*["a"] * 20, "die", *["b"] * 20)
    assert [a.index for a in found if a.failed] == [20]
    assert (found[20].row, "9" in found[20].line.decode()) == (b"I117", True)


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    found = answers("a", f"die-once:{tmp_path / 'mark'}", "b")
    assert not [a for a in found if a.failed]


def test_several_that_die_and_hang() -> None:
    found = answers("die", "hang", "a", "die", "b", "hang")
    assert [a.row.decode() for a in found] == ["I117", "I118", "a", "I117", "b", "I118"]


def test_what_a_library_prints_is_no_answer() -> None:
    assert [a.row.decode() for a in answers("print", "print:2")] == ["print", "print:2"]


def test_what_is_wrong_with_the_rules_ends_the_run() -> None:
    with pytest.raises(BatchError) as caught:
        answers("a", "stop", "b")
    assert [p.code for p in caught.value.problems] == ["R201"]


def test_workers_that_cannot_start() -> None:
    with pytest.raises(BatchError) as caught:
        answers("a", work=StandIn(stillborn=True))
    assert [p.code for p in caught.value.problems] == ["B506"]


def test_a_killed_worker_is_replaced() -> None:
    with Pool(StandIn(), "settings", 2) as pool:
        run = pool.run(asks(*"abcdefghijklmnopqrstuvwxyz" * 8), 26 * 8)
        found = [next(run) for _ in range(20)]
        for worker in list(pool._workers):
            worker._process.kill()
        found += run
    assert sorted(a.index for a in found) == list(range(26 * 8))
    assert not [a for a in found if a.failed]


def test_asks_are_taken_when_needed() -> None:
    taken = []
    with Pool(StandIn(), "settings", 2) as pool:
        run = pool.run((taken.append(a.index) or a for a in asks(*"a" * 1000)), 1000)
        next(run)
        assert len(taken) <= 2 * MOST + 2
    waiting = Waiting(asks(*"a" * 100), 100, 2)
    sizes = []
    while chunk := waiting.chunk():
        sizes.append(len(chunk))
    assert sizes == sorted(sizes, reverse=True), "fewer towards the end, so that all workers end together"
    assert (sizes[0], sizes[-1]) == (12, 1)
