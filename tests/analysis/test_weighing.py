"""A change of a figure must never be told as one of words."""

from __future__ import annotations

from briefing.analysis.weighing import weigh
from briefing.model.change import Weighs


def test_a_number_that_differs_weighs_as_a_figure() -> None:
    assert weigh("over 350 firms", "over 30 firms") is Weighs.FIGURE


def test_other_words_around_the_same_number_do_not() -> None:
    assert weigh("350 large firms", "350 big firms") is Weighs.WORDS


def test_what_qualifies_no_number_may_negate() -> None:
    assert weigh("nicht über", "über", "de", after="zu wenig") is Weighs.NEGATION
    assert weigh("no more than", "over", "en", after="40 men") is Weighs.QUALIFIER


def test_a_qualifier_that_begins_a_sentence_is_no_name() -> None:
    assert weigh("Près de", "Plus de", "fr", before="fin. ", after="45 t") is Weighs.QUALIFIER
