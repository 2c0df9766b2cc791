"""Tables with lines drawn between their rows keep the lines of a cell together."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.grids import grids
from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.ruled import with_ruled_rows
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 130mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
ROWS = [
    ("No.", "What we found", "What should be done", "Cost"),
    ("1", "The pier is too short for the ferry of the islands", "Build on it by ten metres", "2"),
    ("2", "The old light", "Put a lamp there that burns all night and can be seen", "14"),
    ("3", "Nobody counts the boats that come home late", "Ask the watchman to count", "5"),
    ("4", "Nets lie in the way of those who walk", "Hang them up behind the shed", "31"),
]
FRAMED = ((50, 152), (150, 352))
"""Where the frames of two cells begin and end, which are drawn on each other's lines."""
TEXT = "Boats come home in the evening and leave again when the tide allows it, as they did before."


def table(stroke: str, columns: str = "(7mm, 1fr, 1fr, 12mm)", rows: object = ROWS) -> bytes:
    """A table between two paragraphs."""
    assert isinstance(rows, list)
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    made = f"#table(columns: {columns}, stroke: {stroke}, {cells})"
    return compiled(f"{PAGE}{TEXT}\n\n{made}\n\n{TEXT}")


@pytest.mark.parametrize("stroke", ["0.4pt", "(x, y) => (bottom: 0.4pt, top: 0.4pt)"])
def test_the_lines_of_wrapped_cells_between_rules_are_one_row(stroke: str) -> None:
    assert text_of(table(stroke)).split("\n")[1:-1] == ["\t".join(row) for row in ROWS]


def test_rules_between_groups_of_rows_do_not_join_these() -> None:
    listed = [(f"Boat {n}", f"{n} men", f"{n * 7}") for n in range(1, 9)]
    groups = [
        tuple(" \\ ".join(row[at] for row in listed[start : start + 4]) for at in range(3))
        for start in (0, 4)
    ]
    lines = text_of(table("0.4pt", "3", [("Name", "Crew", "Price"), *groups])).split("\n")
    assert lines[2:-1] == ["\t".join(row) for row in listed]


def test_a_ruled_table_beside_a_text_is_read_for_itself() -> None:
    cells = "".join(f"[Boat {n}], [{n * 3}]," for n in range(1, 8))
    beside = f"#grid(columns: (1fr, 40mm), gutter: 6mm, [{TEXT * 3}], table(columns: 2, {cells}))"
    data = compiled(f"{PAGE}{beside}")
    assert TEXT in text_of(data)
    assert "Boat 1\t3\nBoat 2\t6\n" in text_of(data)


def test_columns_are_told_by_the_lines_between_them() -> None:
    rows = [("Harbours", "Since", "Boats"), ("A very long name of one", "1900", "3")]
    rows += [("Auk Bay", "", "7"), ("Tern", "1950", "")]
    assert text_of(table("0.4pt", "(40mm, 20mm, 20mm)", rows)).split("\n")[1:-1] == [
        "\t".join(row) for row in rows
    ]


def test_lines_of_a_chart_or_around_a_text_are_no_table() -> None:
    frame = [Shape(50, 350, at, 1) for at in (100, 300, 500)]
    frame += [Shape(at, at + 1, 300, 400) for at in (50, 200, 350)]
    text = [Stretch(TEXT[:30], 60, 190, 480 - 12 * at, 10, bold=False) for at in range(30)]
    assert not any(stretch.ruled for stretch in with_ruled_rows(text, frame))


def test_rows_that_are_filled_in_turn_are_one_row_each_with_those_between() -> None:
    fill = "fill: (x, y) => if calc.odd(y) { luma(230) } else { none }"
    assert text_of(table(f"none, {fill}")).split("\n")[1:-1] == ["\t".join(row) for row in ROWS]


def test_a_caption_and_a_head_at_the_foot_of_a_page_stand_below_both_columns() -> None:
    text = " ".join(f"{TEXT} {n}." for n in range(9))
    head = "".join(f"[{cell}]," for cell in ("Port", "Problem", "Answer", "Cost"))
    made = f"#table(columns: (30mm, 30mm, 30mm, 1fr), stroke: none, fill: luma(220), {head})"
    two = f"#columns(2, gutter: 6mm)[{text}]"
    source = f"{PAGE}#block(height: 70mm, {two[1:]})\nTable 1: What was found\n\n{made}"
    data = compiled(source)
    words = " ".join(text_of(data).split())
    assert f"{text} Table 1: What was found Port Problem Answer Cost" in words


def test_cells_in_frames_of_their_own_make_a_table_that_ends_where_they_stand_apart() -> None:
    rows = [Shape(*ends, at, 22) for at in (400, 420, 440, 500, 520) for ends in FRAMED]
    whole = [Shape(50, 352, 420, 62), Shape(50, 352, 510, 42)]
    found = [grid.levels for grid in grids([*rows, *whole])]
    assert [(levels[0], levels[-1]) for levels in found] == [(367, 473), (467, 553)]
