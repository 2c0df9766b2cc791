"""Figures that must not fall: seeded edits of ten texts in ten languages, with known answers."""

from __future__ import annotations

import pytest

from tests.anchoring.grading import shares
from tests.anchoring.trials import score


@pytest.mark.parametrize(
    ("way", "seeds", "least_exact", "most_wrong", "most_false"),
    [
        ("with the old text", 2, 99.0, 0.2, 1.5),
        ("without", 1, 97.5, 0.4, 1.0),
        ("20 revisions", 2, 98.0, 0.8, 1.0),
    ],
)
def test_notes_stay_at_their_passages(
    way: str, seeds: int, least_exact: float, most_wrong: float, most_false: float
) -> None:
    reached = shares(score(way, range(seeds))["all"])
    assert reached["exact"] >= least_exact
    assert reached["wrong"] <= most_wrong
    assert reached["false"] <= most_false
