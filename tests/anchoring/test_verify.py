from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.anchoring.verify import Evidence, judge, similarity
from briefing.model.anchor import MatchState

WHOLE = Evidence(1.0, 1.0, 1.0, support=1.0, size=8.0, kinship=1.0)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, MatchState.ANCHORED),
        ({"support": 0.2}, MatchState.ORPHAN),
        ({"share": 0.5, "similarity": 0.6}, MatchState.ANCHORED),
        ({"share": 0.1, "purity": 0.2, "similarity": 0.3}, MatchState.ORPHAN),
        ({"share": 0.3, "purity": 0.5, "similarity": 0.3}, MatchState.UNCERTAIN),
        ({"support": 0.38}, MatchState.UNCERTAIN),
        ({"support": 0.38, "size": 0.5}, MatchState.ORPHAN),
        ({"support": 0.45, "kinship": 0.0}, MatchState.ORPHAN),
        ({"share": 0.9, "purity": 0.1}, MatchState.ANCHORED),
    ],
)
def test_a_place_is_taken_only_on_enough_evidence(
    change: dict[str, float], state: MatchState
) -> None:
    evidence = replace(WHOLE, **change)
    assert judge(evidence)[0] is state


def test_more_evidence_never_lowers_the_confidence() -> None:
    weak = replace(WHOLE, support=0.5)
    assert judge(weak)[1] < judge(WHOLE)[1] <= 1.0


def test_likeness_ignores_case_and_typography() -> None:
    assert similarity("„Wir Gehen“", '"wir gehen"') == 1.0
    assert similarity("Katze", "Xylophon") < 0.3
    assert similarity("x" * 10_000, "x" * 9_000) > 0.9
