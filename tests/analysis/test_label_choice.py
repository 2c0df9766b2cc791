"""A label is less sure where another phrase is about as likely, but not where a longer one is."""

from __future__ import annotations

import math

import pytest

from briefing.analysis._label_choice import surest
from briefing.model.span import Span

TOLL, DEATH_TOLL, STRIKE = Span(10, 14), Span(4, 14), Span(20, 26)


def test_the_likeliest_piece_is_as_sure_as_its_weights_where_none_stands_beside_it() -> None:
    assert surest({TOLL: 1.0, DEATH_TOLL: 2.0}) == (DEATH_TOLL, 2.0)


def test_a_piece_that_shares_no_word_with_it_makes_it_less_sure_the_likelier_it_is() -> None:
    (_, alone), (_, beside), (best, rivalled) = (
        surest({TOLL: 2.0, STRIKE: sure}) for sure in (-9.0, 0.0, 1.9)
    )
    assert best == TOLL
    assert alone == pytest.approx(2.0, abs=0.001)
    assert alone > beside > rivalled


def test_of_no_pieces_none_is_the_likeliest() -> None:
    assert surest({}) == (None, -math.inf)
