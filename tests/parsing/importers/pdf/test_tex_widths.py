"""Bold and slanted type of TeX's bitmap fonts is known, though they have no names."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.tex_widths import Bitmaps, style_by_widths

BOLD = {"a": 0.559, "e": 0.527, "n": 0.639, "o": 0.575, "t": 0.447}
LEANING = {"a": 0.511, "e": 0.46, "n": 0.562, "h": 0.511, "t": 0.332}
UPRIGHT = {"a": 0.5, "e": 0.444, "n": 0.556, "h": 0.556, "t": 0.389}


@pytest.mark.parametrize(
    ("widths", "size", "style"),
    [
        (BOLD, 10, (True, False, "bitmap-serif")),
        (
            {letter: 0.957 * wide for letter, wide in BOLD.items()},
            14.4,
            (True, False, "bitmap-serif"),
        ),
        (LEANING, 10, (False, True, "bitmap-serif")),
        (UPRIGHT, 10, (False, False, "bitmap-serif")),
        (
            {letter: 1.062 * wide for letter, wide in UPRIGHT.items()},
            8,
            (False, False, "bitmap-serif"),
        ),
        (dict.fromkeys(BOLD, 0.525), 10, None),
        ({"a": 0.559, "e": 0.527}, 10, None),
    ],
)
def test_the_widths_of_letters_tell_a_style(
    widths: dict[str, float], size: float, style: tuple[bool, bool, str] | None
) -> None:
    assert style_by_widths(widths, size) == style


def test_what_came_before_enough_letters_is_told_again() -> None:
    fonts = Bitmaps()
    assert fonts.style_of(1, 10, [("a", 0.559)]) == (False, False, "")
    assert not fonts.settled()
    assert fonts.style_of(1, 10, BOLD.items()) == (True, False, "bitmap-serif")
    assert fonts.settled()
    assert not fonts.settled()
