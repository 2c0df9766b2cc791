from __future__ import annotations

import pytest

from briefing.anchoring.blocks import pair_tokens
from briefing.anchoring.pairing import NONE
from briefing.anchoring.tokens import tokenize


def origins(old: str, new: str) -> list[int]:
    """For each new word where it came from."""
    return list(pair_tokens(tokenize(old), tokenize(new)).backward)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c d", "a b c d", [0, 1, 2, 3]),
        ("a b c d", "a x b c d", [0, NONE, 1, 2, 3]),
        ("eins zwei drei", "eins zwo drei", [0, NONE, 2]),
        ("der Bericht kam", "der Berichtt kam", [0, 1, 2]),
        ("A b c. D e f.", "D e f. A b c.", [3, 4, 5, 0, 1, 2]),
        ("T u v\nT u v\nT u w x", "T u v\nT u w x", [0, 1, 2, 6, 7, 8, 9]),
        ("", "a", [NONE]),
        ("a", "", []),
    ],
    ids=["same", "added", "replaced", "typo", "moved", "twin struck", "from empty", "to empty"],
)
def test_every_word_is_led_back_to_where_it_came_from(
    old: str, new: str, expected: list[int]
) -> None:
    assert origins(old, new) == expected


def test_no_word_is_explained_twice() -> None:
    old = "la la la sol la mi la la sol la do re mi la " * 5
    new = "sol la la mi do la la la re la sol mi la sol " * 4
    pairing = pair_tokens(tokenize(old), tokenize(new))
    pairs = [(i, j) for i, j in enumerate(pairing.forward) if j != NONE]
    assert len({j for _, j in pairs}) == len(pairs)
    assert all(pairing.backward[j] == i for i, j in pairs)


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("Es regnet. Er kam spät. Er ging früh.", "Es regnet. Er ging früh.", [0, 1, 5, 6, 7]),
        ("Er ging früh.", "Er kam spät. Er ging früh.", [NONE, NONE, NONE, 0, 1, 2]),
    ],
    ids=["struck", "added"],
)
def test_whole_sentences_are_struck_and_added(old: str, new: str, kept: list[int]) -> None:
    assert origins(old, new) == kept
