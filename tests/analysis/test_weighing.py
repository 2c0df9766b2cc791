"""A change of a figure must never be told as one of words."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "aus Leipzig", "aus Dresden"),
        ("es", "de Ciencia", "de Salud"),
        ("fr", "le Quartier latin", "le Marais"),
        ("nl", "de Achterhoek", "de Betuwe"),
    ],
)
def test_a_name_that_begins_or_ends_like_a_number_is_no_figure(
    language: str, old: str, new: str
) -> None:
    assert weigh(old, new, language) is Weighs.NAME


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "fünfundzwanzig Boote", "fünfundsechzig Boote"),
        ("it", "diciassette medici", "diciannove medici"),
        ("it", "trecento case", "duecento case"),
        ("nl", "vijfendertig huizen", "vijfenveertig huizen"),
        ("es", "cien casas", "cuatrocientas casas"),
        ("en", "fifteen men", "fifty men"),
        ("fr", "un quart", "un tiers"),
    ],
)
def test_a_number_that_is_spelled_out_is_a_figure(language: str, old: str, new: str) -> None:
    assert weigh(old, new, language) is Weighs.FIGURE


def test_words_that_end_like_numbers_are_words() -> None:
    assert weigh("i medici", "i radici", "it") is Weighs.WORDS
    assert weigh("the canteen", "the kitchen", "en") is Weighs.WORDS
