"""What is cut to its room fits, tells that it goes on, and was not read to its end for that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.fitting import ELLIPSIS, beginning, ending, glimpse, shortened, shortened_path
from briefing.text.width import cells

TEXTS = st.text(st.sampled_from("ab 漢字e\u0301👩\u200d🚀🇮🇹…"), max_size=60)
WIDTHS = st.integers(0, 40)


@given(TEXTS, WIDTHS)
def test_what_is_shortened_fits_and_says_that_it_goes_on(text: str, width: int) -> None:
    for cut in (shortened(text, width), shortened_path(text, width)):
        assert cells(cut) <= width
        assert cut == text or not width or ELLIPSIS in cut


@given(TEXTS, WIDTHS)
def test_beginning_and_ending_are_parts_of_the_text_that_no_cluster_would_fit_beside(
    text: str, width: int
) -> None:
    assert text.startswith(beginning(text, width))
    assert text.endswith(ending(text, width))
    assert cells(beginning(text, width)) >= min(cells(text), width) - 1
    assert cells(ending(text, width)) >= min(cells(text), width) - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n b\tc ", "a b c"),
        ("\n\n  later", "later"),
        ("red\x1b[31m", "red␛[31m"),
        ("x" * 20, "x" * 8 + "…"),
        ("", ""),
        (" " * 20, ""),
    ],
)
def test_a_glimpse_is_one_safe_line(text: str, expected: str) -> None:
    assert glimpse(text, 8) == expected
