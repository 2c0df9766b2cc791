from __future__ import annotations

import pytest

from briefing.anchoring.gaps import MAX_CELLS, align_gap


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("a b c", "a c", [(0, 0), (2, 1)]),
        ("der Soldat kam", "der Soldaten kam", [(0, 0), (1, 1), (2, 2)]),
        ("rot", "blau", []),
        ("", "a", []),
        ("raketen granaten", "granate rakete", [(1, 0)]),
    ],
)
def test_words_of_a_gap_are_paired_in_order(
    old: str, new: str, pairs: list[tuple[int, int]]
) -> None:
    found = [(i, j) for i, j, _ in align_gap(old.split(), new.split())]
    assert found == pairs


def test_a_typing_error_counts_less_than_the_word_itself() -> None:
    strengths = {
        j: strength for _, j, strength in align_gap(["und", "munition"], ["und", "muniton"])
    }
    assert strengths[0] == 1.0
    assert 0.6 <= strengths[1] < 1.0


def test_a_gap_too_large_to_compare_is_left_alone() -> None:
    side = int(MAX_CELLS**0.5) + 1
    assert list(align_gap(["a"] * side, ["a"] * side)) == []
