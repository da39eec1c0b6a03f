"""Blind variations: short paragraphs by writers who had not seen the phrases, each with the state it should give.

`python tests/variations.py [FILE…]` prints the figures and every error.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorer.authoring.figures import Figures, Pair, figures
from scorer.model.result import State
from scorer.model.text import Source
from scorer.pipeline import Overrides, Scorer
from scorer.yamlio import load

BLIND = Path(__file__).parent / "cases" / "blind"
OPEN = sorted(BLIND.glob("*.yml"))
SEALED = sorted((BLIND / "sealed").glob("*.yml"))
"""Set aside unread until the rules were settled; see docs/accuracy.md for its first reading."""


@dataclass(frozen=True, slots=True)
class Variation:
    """A paragraph about one element."""

    writer: str
    element: str
    kind: str
    text: str
    wanted: State
    found: State


def run(paths: list[Path], scorer: Scorer) -> Iterator[Variation]:
    """Judge every variation of these files."""
    for path in paths:
        data: Any = load(path).data
        writer = data["writer"]
        overrides = Overrides(body=writer["body"], year=int(writer["year"]))
        for v in data["variations"]:
            rule, _, element = v["element"].partition(".")
            card = scorer.score_source(Source(v["element"], "", v["text"] + "\n"), overrides, pack=scorer.pack_of(rule))
            judgement = next(j for j in card.judgements if j.rule.id == rule)
            found = next(e.state for e in judgement.elements if e.id == element)
            yield Variation(writer["id"], v["element"], v["kind"], v["text"], State(v["state"]), found)


def pairs(variations: list[Variation]) -> list[Pair]:
    """(found, wanted) pairs for the figures."""
    return [(v.found, v.wanted) for v in variations]


def by_state(variations: list[Variation]) -> dict[State, float]:
    """Share right among the variations of each state."""
    shares = {}
    for state in State:
        mine = [v for v in variations if v.wanted is state]
        shares[state] = sum(v.found is state for v in mine) / len(mine) if mine else 1.0
    return shares


def main(paths: list[Path]) -> None:
    """Print errors and figures."""
    variations = list(run(paths or OPEN, Scorer()))
    for v in variations:
        if v.found is not v.wanted:
            print(f"{v.writer} {v.element}: {v.found.value}, should be {v.wanted.value}\n    {v.text!r}")
    total: Figures = figures(pairs(variations))
    print(f"{total.n} variations, right {total.right:.3f}, kappa {total.kappa:.3f}")
    print(", ".join(f"{s.value} {share:.3f}" for s, share in by_state(variations).items()))


if __name__ == "__main__":
    main([Path(p) for p in sys.argv[1:]])
