"""A change of a figure must never be told as one of words."""

from __future__ import annotations

from briefing.analysis.weighing import weigh
from briefing.model.change import Weighs


def test_a_number_that_differs_weighs_as_a_figure() -> None:
    assert weigh("over 350 firms", "over 30 firms") is Weighs.FIGURE


def test_other_words_around_the_same_number_do_not() -> None:
    assert weigh("350 large firms", "350 big firms") is Weighs.WORDS
