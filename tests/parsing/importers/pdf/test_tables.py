"""Tables that stand close, that have a head on every page; and numbers that only count lines."""

from __future__ import annotations

import pytest

from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import read, text_of

ROWS = [(f"Place {n}", str(n * 3), str(n * 17), str(1900 + n)) for n in range(60)]


@pytest.mark.parametrize("padding", [4, 6])
def test_a_table_over_pages_with_narrow_columns_keeps_its_head_and_all_cells(padding: int) -> None:
    draft = read(drawn.table([("Place", "Boats", "Crew", "Since"), *ROWS], padding=padding))
    article = open_document(draft.body, name="report").article()
    assert [line for line in article.text.split("\n") if "\t" in line] == [
        "Place\tBoats\tCrew\tSince",
        *("\t".join(row) for row in ROWS),
    ]
    assert draft.dropped == ("Harbour Office, Yearbook 1",)


def test_a_paragraph_that_is_set_wide_is_no_table() -> None:
    wide = (
        "The   harbour   of   the   town   has   seven   boats",
        "and   every   one   of   these   was   built   in   it,",
        "so   that   nobody   there   had   to   buy   any   of",
        "another   town,   whose   boats   are   much   dearer.",
    )
    rows = [(40.0, 400.0 - 10 * at, words) for at, words in enumerate(wide)]
    assert "\t" not in text_of(drawn.lines(*rows, size=8))


def test_numbers_in_the_margin_that_count_lines_are_no_text() -> None:
    draft = read(drawn.transcript(pages=3))
    words = open_document(draft.body, name="report").article().text.split("\n")
    assert words == ["Q. Did the boats come home then?", drawn.ANSWER] * 25
    assert "1 … 25" in draft.dropped


def test_a_page_alone_is_counted_where_empty_lines_are_counted_too() -> None:
    draft = read(drawn.transcript(pages=1, empty=3))
    assert not any(char.isdigit() for char in draft.body.split("-->")[1])


def test_the_first_column_of_a_table_stays_though_it_counts_its_rows() -> None:
    rows = [(str(n), f"Boat {n * 7}", str(n * 31)) for n in range(1, 61)]
    text = text_of(drawn.table([("No.", "Boat", "Crew"), *rows], padding=6))
    assert all("\t".join(row) in text for row in rows)


def test_a_large_initial_is_the_beginning_of_its_word() -> None:
    lines = ((40, 400, "HE boats of the town came home, all of them, in the evening"),)
    assert "THE boats" in text_of(drawn.lines(*lines, size=8, initial="T"))
