"""Weights are those of a logistic regression, whatever order the examples have."""

from __future__ import annotations

import math

import pytest

from tests.accuracy.logistic import fit, odds_of


def test_a_sign_of_three_right_examples_in_four_has_the_logarithm_of_their_odds() -> None:
    weights = fit({"a": [0, 1, 2, 3]}, [True, True, True, False], [1.0] * 4, penalty=1e-6)
    assert weights["a"] == pytest.approx(math.log(3), abs=0.01)
    assert odds_of(weights["a"]) == pytest.approx(0.75, abs=0.01)


def test_examples_that_count_more_move_a_weight_more_and_a_penalty_draws_it_to_zero() -> None:
    some = {"a": [0, 1]}, [True, False]
    assert fit(*some, [1.0, 1.0], penalty=1.0)["a"] == pytest.approx(0, abs=0.01)
    free, drawn = (fit(*some, [9.0, 1.0], penalty=one)["a"] for one in (1e-6, 5.0))
    assert free == pytest.approx(math.log(9), abs=0.02)
    assert 0 < drawn < free / 2


def test_the_order_of_examples_makes_no_difference() -> None:
    right = [True, False, True, True]
    signs = {"a": [0, 1], "b": [1, 2, 3]}
    turned = {sign: [3 - one for one in some] for sign, some in signs.items()}
    there = fit(signs, right, [1.0] * 4, penalty=0.5)
    back = fit(turned, right[::-1], [1.0] * 4, penalty=0.5)
    assert there == pytest.approx(back, abs=0.01)
