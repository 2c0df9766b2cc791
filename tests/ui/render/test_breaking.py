"""Where lines of a narrow column end: as a person would end them, and no letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.width import cells
from briefing.ui.render.breaking import broken


def _lines(text: str, width: int, first: int | None = None) -> list[str]:
    lines = broken(text, width, width if first is None else first)
    return [line.span.of(text) + "-" * line.is_divided for line in lines]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Sicherheitsratsresolution und mehr", 14, ["Sicherheits-", "ratsresolution", "und mehr"]),
        ("disinformazione internazionale", 12, ["disinforma-", "zione", "internazio-", "nale"]),
        ("internationalization of it", 10, ["interna-", "tionaliza-", "tion of it"]),
        ("Nord-Süd-Beziehungen heute", 14, ["Nord-Süd-", "Beziehungen", "heute"]),
        ("https://example.org/some/path", 14, ["https://", "example.org/", "some/path"]),
        ("due  parole", 6, ["due", "parole"]),
        ("北京在东京新宿西口大久保", 10, ["北京在东京", "新宿西口大", "久保"]),
        ("xxxxxxxxxxxx", 8, ["xxxxxxxx", "xxxx"]),
        ("", 8, []),
    ],
)
def test_a_line_ends_at_a_space_after_a_hyphen_or_between_syllables(
    text: str, width: int, expected: list[str]
) -> None:
    assert _lines(text, width) == expected


def test_the_first_line_may_have_less_room() -> None:
    assert _lines("Cooperazione illegale", 12, 9) == ["Coopera-", "zione", "illegale"]


@given(st.text("abeiost -/北é", max_size=60), st.integers(2, 20))
def test_no_letter_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = list(broken(text, width, width))
    assert "".join(line.span.of(text) for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line.span.of(text)) + line.is_divided <= width for line in lines)
