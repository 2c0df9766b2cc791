"""Cells of several lines are read cell by cell, where no lines are drawn between the rows."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 150mm, height: auto, margin: 15mm)\n#set text(9pt)\n"
ROWS = [
    ("Place", "What was found", "What was done about it"),
    ("North quay", "Two of the five mooring rings were rusted through.", "New rings were ordered."),
    ("Old slip", "The slope is green with weed.", "It is brushed on Mondays, before the boats."),
    ("Light", "The lamp goes out in a wind from the south-east, every autumn.", "Nothing so far."),
    ("Steps", "One step of nine is missing.", "A mason from the town came twice to look at it."),
]
WORDS = " ".join(cell for row in ROWS for cell in row)


def table(align: str, gutter: str) -> str:
    """Such a table between two paragraphs."""
    cells = "".join(f"[{cell}]," for row in ROWS for cell in row)
    drawn = (
        f"#table(columns: (20mm, 40mm, 40mm), stroke: none, align: {align}, row-gutter: {gutter},"
        f" inset: (x: 6pt, y: 2pt), {cells})"
    )
    text = (
        "The quay was looked at in spring, and all that was found there is told below in a table."
    )
    return f"{PAGE}{text}\n\n{drawn}\n\n{text}"


@pytest.mark.parametrize("gutter", ["5pt", "9pt"])
@pytest.mark.parametrize("align", ["top", "horizon", "bottom"])
def test_cells_of_several_lines_are_read_one_after_the_other(align: str, gutter: str) -> None:
    words = " ".join(text_of(compiled(table(align, gutter))).split())
    assert WORDS in words.replace("south- east", "south-east")


def test_rows_in_groups_stay_rows() -> None:
    rows = [f"[Boat {n}], [{n * 7} crowns paid], [{n * 3} men on board]," for n in range(1, 10)]
    groups = "".join(
        "".join(rows[at : at + 3]) + "table.cell(colspan: 3, v(4pt))," for at in (0, 3, 6)
    )
    source = f"{PAGE}#table(columns: 3, stroke: none, column-gutter: 20pt, inset: 2pt, {groups})"
    words = " ".join(text_of(compiled(source)).split())
    assert "Boat 1 7 crowns paid 3 men on board Boat 2 14 crowns paid 6 men on board" in words
