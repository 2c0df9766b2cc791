"""A passage of any length is found, and looking for it takes no longer than reading it."""

from __future__ import annotations

import random

import pytest

from briefing.anchoring import blocks
from briefing.anchoring.resolve import resolve
from briefing.anchoring.tokens import Tokens
from briefing.model.anchor import Anchor, MatchState
from briefing.model.span import Span


def _words(count: int, seed: int) -> list[str]:
    choose = random.Random(seed)
    return ["".join(choose.choices("abcdefghilmnoprstuvz", k=6)) for _ in range(count)]


TEXT = " ".join(_words(30_000, 1))
START, END = 7 * 7_000, 7 * 21_000 - 1


@pytest.fixture(autouse=True)
def no_long_alignment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quote of 1 MB was aligned word by word with the whole text: 10 to 20 s."""
    align = blocks.pair_tokens

    def only_short(old: Tokens, new: Tokens) -> object:
        assert len(old) < 5_000
        assert len(new) < 15_000
        return align(old, new)

    monkeypatch.setattr("briefing.anchoring.alignment.pair_tokens", only_short)


def test_a_long_passage_is_found_between_its_ends() -> None:
    words = TEXT[START:END].split(" ")
    words[100:-100:50] = ["zzzzzz"] * len(words[100:-100:50])
    found = resolve(Anchor(" ".join(words)), TEXT)
    assert (found.span, found.state, found.changed) == (
        Span(START, END),
        MatchState.ANCHORED,
        True,
    )


def test_a_long_passage_whose_ends_went_is_only_a_guess() -> None:
    words = [*_words(1_000, 2), *TEXT[START:END].split(" ")]
    found = resolve(Anchor(" ".join(words)), TEXT)
    assert found.state is MatchState.UNCERTAIN
    assert found.span is not None
    assert abs(found.span.start - START) < 1_600
    assert found.span.end == END


def test_another_long_text_is_nowhere() -> None:
    assert resolve(Anchor(" ".join(_words(20_000, 3))), TEXT).span is None


def test_a_long_passage_of_which_only_a_part_is_there_is_nowhere() -> None:
    words = [*_words(20_000, 3), *TEXT[START:END].split(" ")[:2_000]]
    assert resolve(Anchor(" ".join(words)), TEXT).span is None
