"""Weights make the right pieces likely against the others and against none."""

from __future__ import annotations

import math

import pytest

from tests.accuracy.preference import Choice, fit

RIGHT, WRONG = (["a"], True), (["a"], False)


def test_a_sign_that_is_right_three_times_in_four_has_the_logarithm_of_its_odds_against_none() -> (
    None
):
    weights = fit([Choice([RIGHT])] * 3 + [Choice([WRONG])], ["a"], penalty=1e-6)
    assert weights["a"] == pytest.approx(math.log(3), abs=0.01)


def test_of_two_pieces_that_is_taken_whose_sign_is_the_right_one_more_often() -> None:
    a_is_right = Choice([(["a", "in"], True), (["b", "in"], False)])
    b_is_right = Choice([(["a", "in"], False), (["b", "in"], True)])
    weights = fit([a_is_right] * 4 + [b_is_right], ["a", "b"], penalty=1e-3)
    assert weights["a"] - weights["b"] == pytest.approx(math.log(4), abs=0.02)


def test_choices_that_count_more_move_a_weight_more_and_a_penalty_draws_it_to_zero() -> None:
    assert fit([Choice([RIGHT]), Choice([WRONG])], ["a"], penalty=1.0)["a"] == pytest.approx(
        0, abs=0.01
    )
    some = [Choice([RIGHT], 9.0), Choice([WRONG])]
    free, drawn = (fit(some, ["a"], penalty=one)["a"] for one in (1e-6, 5.0))
    assert free == pytest.approx(math.log(9), abs=0.02)
    assert 0 < drawn < free / 2


def test_the_order_of_choices_makes_no_difference() -> None:
    some = [
        Choice([(["a"], True), (["b"], False)]),
        Choice([(["a", "b"], False)]),
        Choice([(["b"], True), (["a", "b"], True), ([], False)]),
    ]
    there, back = (fit(one, ["a", "b"], penalty=0.5) for one in (some, some[::-1]))
    assert there == pytest.approx(back, abs=0.01)
