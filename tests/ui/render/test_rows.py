"""Rows of a panel: nothing is lost in wrapping, nothing stands outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.safe import visible
from briefing.text.width import cells
from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import CURRENT, CURSOR, Row, Words, draw_row, wrap_row

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"]) | st.just(" "))
WIDTHS = st.integers(2, 40)


def _lines(row: Row, width: int) -> list[str]:
    return ["".join(words.text for words in line) for line in wrap_row(row, width)]


@given(TEXTS, TEXTS, WIDTHS)
def test_wrapping_keeps_every_letter_in_its_order(one: str, other: str, width: int) -> None:
    lines = _lines(Row((Words(one), Words(other, bold=True))), width)
    assert _letters("".join(lines)) == _letters(visible(one + other))


def _letters(text: str) -> str:
    """All but spaces, and hyphens, which a word that is divided gains."""
    return text.replace(" ", "").replace("-", "")


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_panel(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in _lines(Row((Words(text),)), width))


@given(TEXTS, st.integers(4, 40))
def test_a_drawn_row_fills_exactly_the_width(text: str, width: int) -> None:
    strips = draw_row(Row((Words(text),)), width, Palette({}), CURSOR)
    assert strips
    assert all(strip.cell_length == width for strip in strips)


@given(TEXTS, WIDTHS, st.integers(1, 3))
def test_a_row_that_is_cut_says_so_and_still_fits(text: str, width: int, most: int) -> None:
    whole = _lines(Row((Words(text),)), width)
    cut = _lines(Row((Words(text),), max_lines=most), width)
    assert len(cut) <= max(1, most)
    assert all(cells(line) <= width for line in cut)
    assert (len(whole) > most) == cut[-1].endswith("…") or "…" in text


def test_words_are_broken_at_spaces() -> None:
    assert _lines(Row((Words("alfa beta gamma"),)), 10) == ["alfa beta", "gamma"]


def test_looks_stay_with_their_words_over_a_break() -> None:
    lines = wrap_row(Row((Words("uno due "), Words("tre quattro", "number", bold=True))), 11)
    assert [[(w.text, w.bold) for w in line] for line in lines] == [
        [("uno due ", False), ("tre", True)],
        [("quattro", True)],
    ]


def test_without_colour_only_the_row_that_keys_move_is_reversed() -> None:
    palette = Palette({}, has_color=False)
    (strip,) = draw_row(Row((Words("one"),)), 10, palette, CURRENT)
    assert strip.text.startswith("›")
    assert all(segment.style is not None and segment.style.bold for segment in strip)
    assert not any(segment.style is not None and segment.style.reverse for segment in strip)


@pytest.mark.parametrize("look", [CURSOR, CURRENT])
def test_the_row_of_the_reader_keeps_its_number(look: str) -> None:
    (strip,) = draw_row(Row((Words("one"),), sign="4"), 10, Palette({}), look)
    assert strip.text.startswith("4›one")


def test_the_row_under_the_cursor_is_signed_also_without_colour() -> None:
    palette = Palette({}, has_color=False)
    row = Row((Words("uno"),), sign="•")
    (plain,), (chosen,) = draw_row(row, 10, palette), draw_row(row, 10, palette, CURSOR)
    assert plain.text.startswith("• uno")
    assert chosen.text.startswith("•›uno")
    assert all(segment.style is not None and segment.style.reverse for segment in chosen)


def test_a_control_character_is_shown_as_a_stand_in() -> None:
    (line,) = _lines(Row((Words("a\x1b[31mb"),)), 20)
    assert "\x1b" not in line
