"""Typing narrows a list down to the rows that a reader looks for, under their headings."""

import pytest

from briefing.ui.render.narrowing import narrowed
from briefing.ui.render.rows import Row, Words


def _row(text: str, *, is_heading: bool = False) -> Row:
    return Row((Words(text),), ref=text, is_heading=is_heading)


ROWS = [
    _row("14 soldiers"),
    _row("Économie", is_heading=True),
    _row("5 % inflation"),
    _row("30 € fine"),
    _row("Weather", is_heading=True),
    _row("20 °C at noon"),
]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("", [row.text for row in ROWS]),
        ("SOLD", ["14 soldiers"]),
        ("inflation 5", ["Économie", "5 % inflation"]),
        ("economie", ["Économie", "5 % inflation", "30 € fine"]),
        ("weather 20", ["Weather", "20 °C at noon"]),
        ("weather 5", []),
    ],
)
def test_rows_are_those_that_have_all_words_with_the_heading_of_their_group(
    words: str, shown: list[str]
) -> None:
    assert [row.text for row in narrowed(ROWS, words)] == shown
