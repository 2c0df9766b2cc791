"""A word that tells nothing once tells nothing again, and one that tells always does."""

from __future__ import annotations

from briefing.analysis._telltales import Telltales


def test_phrases_are_told_by_their_longest_word_alone_or_in_another_one() -> None:
    told = Telltales(("hundreds of", "million"))
    for _again in range(2):
        assert told.may_be_among(["some", "hundreds"])
        assert told.may_be_among(["a", "multi-million"])
        assert not told.may_be_among(["of", "some", "thousand"])


def test_a_phrase_without_letters_may_stand_anywhere() -> None:
    assert Telltales(("≥",)).may_be_among([])


def test_without_phrases_nothing_is_told() -> None:
    assert not Telltales(()).may_be_among(["some", "hundreds"])
