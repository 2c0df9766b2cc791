"""A colour becomes the one of 256 that a reader would take for it."""

from __future__ import annotations

import pytest

from briefing.model.xterm import FIRST, LAST, hex_of, nearest, oklab


@pytest.mark.parametrize(
    ("number", "color"),
    [(16, "#000000"), (21, "#0000ff"), (67, "#5f87af"), (231, "#ffffff"), (232, "#080808"),
     (244, "#808080"), (255, "#eeeeee")],
)  # fmt: skip
def test_the_values_are_those_of_xterm(number: int, color: str) -> None:
    assert hex_of(number) == color


def test_every_colour_that_there_is_stays_itself() -> None:
    for number in range(FIRST, LAST + 1):
        assert hex_of(nearest(hex_of(number))) == hex_of(number)


@pytest.mark.parametrize(
    ("color", "number"),
    [("#f9f5ec", 255), ("#1c1f26", 234), ("#a33327", 124), ("#ffdf3f", 220)],
    ids=["cream, not lemon", "slate, not navy", "brick", "yellow"],
)
def test_the_nearest_is_what_the_eye_says(color: str, number: int) -> None:
    assert nearest(color) == number


def test_white_has_full_lightness_and_no_tint() -> None:
    assert oklab("#ffffff") == pytest.approx((1, 0, 0), abs=1e-4)
