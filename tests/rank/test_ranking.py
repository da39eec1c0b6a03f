"""Laws of rankings, on groups of a few made-up bodies."""

import random
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from scorer import rank as room
from scorer.model.ranking import Entry, Item, PackRef, Reason, Result, Results
from scorer.model.result import Verdict
from scorer.rank import Limits, ResultsError, rank
from scorer.rank.choices import Choices, Scale
from scorer.rank.intervals import intervals
from scorer.rank.lead import lead
from scorer.rank.paths import largest
from tests.rank.conftest import item, result

HALF = Fraction(1, 2)
shares = st.sampled_from([Fraction(0), Fraction(1, 3), HALF, Fraction(1)])
alternatives = st.sampled_from([Verdict.MET, Verdict.PARTIAL, Verdict.MISSING, Verdict.NA])
items = st.one_of(
    st.builds(item, shares),
    st.builds(item, shares, alternatives),
    st.just(item(None)),
    st.just(item(None, Verdict.MET)),
)
plain = st.one_of(st.builds(item, shares), st.builds(item, shares, alternatives.filter(lambda v: v is not Verdict.NA)))
EVEN_FEW = Limits(0, 0)


@st.composite
def groups(draw: st.DrawFn, kind: st.SearchStrategy[Item] = items, most: int = 6) -> list[Result]:
    weights = draw(st.lists(st.integers(1, 3), min_size=2, max_size=6))
    n = draw(st.integers(1, most))
    return [result(f"{i}.txt", weights, draw(st.lists(kind, min_size=len(weights), max_size=len(weights)))) for i in range(n)]


def entries(results: list[Result], limits: Limits = EVEN_FEW) -> tuple[Entry, ...]:
    return rank(Results(tuple(results)), (), limits).groups[0].entries


def standing(entry: Entry) -> tuple[object, ...]:
    return entry.result.path, entry.place, entry.band, entry.interval, entry.score


@given(groups(), st.randoms(use_true_random=False))
def test_the_order_of_inputs_changes_nothing(results: list[Result], order: random.Random) -> None:
    shuffled = [replace(r, line=i) for i, r in enumerate(order.sample(results, len(results)), 1)]
    assert [standing(e) for e in entries(results)] == [standing(e) for e in entries(shuffled)]


@given(groups())
def test_places_count_those_above(results: list[Result]) -> None:
    found = entries(results)
    for entry in found:
        assert entry.place == 1 + sum(e.score > entry.score for e in found)


@given(groups())
def test_an_interval_holds_the_place_and_counts_by_lead(results: list[Result]) -> None:
    found = entries(results)
    scale = Scale.of(found[0].result.rules, [e.items for e in found]) if found else None
    for entry in found:
        assert entry.interval is not None
        assert entry.interval.best <= entry.place <= entry.interval.worst
        own = Choices.of(entry.items, scale)
        rivals = [Choices.of(e.items, scale) for e in found if e is not entry]
        assert entry.interval.best == 1 + sum(lead(own, r) < 0 for r in rivals)
        assert entry.interval.worst == 1 + sum(lead(r, own) > 0 for r in rivals)


@given(groups(plain))
def test_the_closed_form_is_the_general_one(results: list[Result]) -> None:
    """Where the same rules apply to both, bars and paths must agree."""
    scale = Scale.of(results[0].rules, [r.items for r in results])
    bodies = [Choices.of(r.items, scale) for r in results]
    for one, other in combinations(bodies, 2):
        assert lead(one, other) == largest(one, other)


@settings(max_examples=60)
@given(groups(plain), st.data())
def test_a_satisfied_element_never_lowers(results: list[Result], data: st.DataObject) -> None:
    """More of what is sure: place and both ends of the interval stay or get better."""
    who, which = data.draw(st.integers(0, len(results) - 1)), data.draw(st.integers(0, len(results[0].items) - 1))
    before = results[who]
    lifted = list(before.items)
    lifted[which] = replace(lifted[which], share=min(lifted[which].share + HALF, Fraction(1)))
    after = [*results[:who], replace(before, items=tuple(lifted)), *results[who + 1 :]]
    old, new = (next(e for e in entries(r) if e.result.path == before.path) for r in (results, after))
    assert new.score >= old.score and new.place <= old.place
    assert new.interval.best <= old.interval.best and new.interval.worst <= old.interval.worst


@given(groups())
def test_bands_part_what_can_be_told_apart(results: list[Result]) -> None:
    found = entries(results)
    scale = Scale.of(found[0].result.rules, [e.items for e in found]) if found else None
    bands: dict[int, list[Entry]] = {}
    for entry in found:
        bands.setdefault(entry.band, []).append(entry)
    assert sorted(bands) == list(range(1, len(bands) + 1))
    firsts = [[Choices.of(e.items, scale) for e in band if e.place == band[0].place] for band in bands.values()]
    for ahead, behind in pairwise(firsts):
        assert all(lead(b, a) < 0 for a in ahead for b in behind)
    for first, band in zip(firsts, bands.values(), strict=True):
        for place in {e.place for e in band[1:]} - {band[0].place}:
            there = [Choices.of(e.items, scale) for e in band if e.place == place]
            assert any(lead(b, a) >= 0 for a in first for b in there)


def test_ties_share_a_place_and_the_next_counts_them() -> None:
    made = [result(p, [1, 1], [item(Fraction(a)), item(Fraction(b))]) for p, a, b in (("a", 1, 1), ("b", 1, 0), ("c", 0, 1), ("d", 0, 0))]
    assert [(e.result.path, e.place) for e in entries(made)] == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]


def test_a_group_beyond_the_limit_has_bands_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "EXACT", 1)
    found = entries([result(p, [1], [item(Fraction(s))]) for p, s in (("a", 1), ("b", 0))])
    assert [(e.band, e.interval) for e in found] == [(1, None), (2, None)]


SHORT = result("short", [1, 1], [item(Fraction(1))] * 2, characters=499)
FEW = result("few", [1, 1, 1], [item(Fraction(1)), item(None), item(None)])
NOTHING = result("nothing", [1, 1], [item(None)] * 2)
OPEN = result("open", [1, 1], [item(Fraction(1), Verdict.NA)] * 2)


@pytest.mark.parametrize(
    ("odd", "reason"),
    [(SHORT, Reason.LITTLE_TEXT), (FEW, Reason.FEW_RULES), (NOTHING, Reason.NOTHING), (OPEN, Reason.NOTHING)],
    ids=lambda v: getattr(v, "path", v),
)
def test_listed_apart(odd: Result, reason: Reason) -> None:
    weights = [h.weight for h in odd.rules]
    good = result("good", weights, [item(Fraction(0))] * len(weights))
    group = rank(Results((odd, good))).groups[0]
    assert [e.result.path for e in group.entries] == ["good"] and group.entries[0].place == 1
    assert [(a.result.path, a.reason) for a in group.apart] == [(odd.path, reason)]


def test_half_of_the_rules_are_enough() -> None:
    half = result("half", [1, 1], [item(Fraction(1)), item(None)])
    assert entries([half], Limits())[0].possible == 1


def test_across_packs_only_shared_rules_count() -> None:
    """Another weight makes another rule; what is not shared is named."""
    one = result("one", [1, 2, 3], [item(Fraction(1)), item(Fraction(0)), item(Fraction(0))])
    two = result("two", [1, 2, 2, 1], [item(Fraction(0)), item(Fraction(1)), item(Fraction(1)), item(Fraction(1))], pack=PackRef("other", "1", "cd"))
    group = rank(Results((one, two)), [["pack"]]).groups[0]
    assert [h.id for h in group.rules] == ["r0", "r1"]
    assert group.left_out == ("r2", "r3")
    assert [(e.result.path, e.earned, e.possible) for e in group.entries] == [("two", 2, 3), ("one", 1, 3)]


def test_groups_by_columns_of_report_and_manifest() -> None:
    made = [
        result(p, [1], [item(Fraction(1))], year=y, groups=(("region", g),)) for p, y, g in (("a", 2021, "东"), ("b", 2022, "东"), ("c", 2022, ""))
    ]
    found = rank(Results(tuple(made)), [["region", "year"], ["year"]]).groups
    assert [(g.key, [e.result.path for e in g.entries]) for g in found[1:]] == [
        ((("region", ""), ("year", "2022")), ["c"]),
        ((("region", "东"), ("year", "2021")), ["a"]),
        ((("region", "东"), ("year", "2022")), ["b"]),
        ((("year", "2021"),), ["a"]),
        ((("year", "2022"),), ["b", "c"]),
    ]
    with pytest.raises(ResultsError, match="D505"):
        rank(Results(tuple(made)), [["county"]])


def test_an_empty_group_has_no_intervals() -> None:
    assert intervals([]) == []
