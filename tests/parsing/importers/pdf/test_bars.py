"""What is drawn across columns parts what stands above it from what stands below."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.bars import bars_across, bars_of, headed_across
from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Box, Stretch
from tests.parsing.importers.pdf.test_columns import SENTENCES
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 180mm, height: 230mm, margin: 12mm)\n#set text(9pt)\n"
HEADS = {
    "line above": "#line(length: 100%)\n#text(10pt)[*Prices*]",
    "line below": "#text(10pt)[*Prices*]\n#v(-8pt)\n#line(length: 100%)",
    "band": "#block(fill: navy, width: 100%, inset: 5pt, text(white)[*Prices*])",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_heading_at_a_bar_parts_columns_that_end_at_other_heights(head: str) -> None:
    first, second = SENTENCES[:12], SENTENCES[12:23]
    ends = f"#block(height: 42mm, columns(2, gutter: 6mm)[{' '.join(first)}])"
    goes_on = f"#block(height: 42mm, columns(2, gutter: 6mm)[{' '.join(second)}])"
    words = " ".join(text_of(compiled(f"{PAGE}{ends}\n\n{HEADS[head]}\n\n{goes_on}")).split())
    assert words == " ".join([*first, "Prices", *second])


def test_lines_of_a_table_and_pieces_of_a_drawing_are_no_bars() -> None:
    table = [Shape(50, 400, 500 - 20 * at, 0.5) for at in range(4)]
    short = Shape(50, 120, 300, 0.5)
    high = Shape(50, 400, 200, 90)
    assert bars_of([*table, short, high]) == []
    assert bars_of([table[0], high]) == [Box(50, 400, 499.75, 500.25)]


def test_a_line_in_pieces_is_one_bar_unless_uprights_stand_between_them() -> None:
    left, right = Shape(50, 200, 500, 0.5), Shape(200, 400, 500, 0.5)
    assert bars_of([left, right]) == [Box(50, 400, 499.75, 500.25)]
    upright = Shape(199.8, 200.2, 480, 40)
    assert len(bars_of([left, right, upright])) == len([left, right])


def test_a_line_beside_a_row_of_narrow_cells_is_of_a_table() -> None:
    bar = Box(50, 400, 500, 500.5)
    text = [Stretch("the boats came home late", 50, 400, 600, 10, False)]
    row = [Stretch("boats", 50 + 90 * at, 110 + 90 * at, 488, 10, False) for at in range(4)]
    assert bars_across([bar], text) == [bar]
    assert bars_across([bar], [*text, *row]) == []


def test_only_what_stands_alone_at_a_bar_heads_all_columns() -> None:
    bar = Box(50, 400, 500, 515)
    head = Stretch("Prices", 60, 90, 504, 10, True)
    beside = Stretch("A line of the other column", 230, 390, 503, 10, False)
    assert list(headed_across([head], [bar])) == [head]
    assert list(headed_across([head, beside], [bar])) == []
