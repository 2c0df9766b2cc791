"""A table below or between columns is read behind what stands above it, not within a column."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_columns import LATE, SENTENCES
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 170mm, height: auto, margin: 12mm)\n#set text(9pt)\n"
ROWS = "Year Boats Crowns 2023 31 15.2 2024 33 16.9"
TABLE = "#table(columns: 3, {stroke} {cells})"
NARROW, WIDE = "inset: (x: 3mm, y: 1mm),", "inset: (x: 11mm, y: 1mm),"


def table(stroke: str = "") -> str:
    return TABLE.format(stroke=stroke, cells=", ".join(f"[{cell}]" for cell in ROWS.split()))


def columns(left: int, right: int, last: str = "") -> str:
    """Sentences in two columns, from one to another, with words at the end of the first."""
    half = (left + right) // 2
    one, two = (" ".join(SENTENCES[a:b]) for a, b in ((left, half), (half, right)))
    return f"#grid(columns: 2, gutter: 8mm, [{one} {last}], [{two}])"


def words_of(*parts: str) -> str:
    return " ".join(text_of(compiled(PAGE + "\n\n".join(parts))).split())


@pytest.mark.parametrize("stroke", [NARROW, WIDE, f"stroke: none, {NARROW}"])
def test_a_table_below_columns_that_end_level_is_read_behind_both(stroke: str) -> None:
    words = words_of(columns(0, 8), table(stroke))
    assert words.endswith(f"{' '.join(SENTENCES[:8])} {ROWS}")


@pytest.mark.parametrize("stroke", [NARROW, WIDE, "stroke: none, inset: (x: 18mm, y: 1mm),"])
def test_a_table_between_columns_is_read_between_them(stroke: str) -> None:
    words = words_of(columns(0, 8), table(stroke), columns(8, 16))
    assert f"{' '.join(SENTENCES[:8])} {ROWS} {' '.join(SENTENCES[8:16])}" in words


def test_a_table_in_the_left_column_of_a_text_that_goes_on_at_its_right_stays_in_it() -> None:
    left, right = " ".join(SENTENCES[:4]), " ".join([*SENTENCES[4:9], LATE])
    words = words_of(f"#grid(columns: 2, gutter: 8mm, [{left}\n\n{table(NARROW)}], [{right}])")
    assert f"{left} {ROWS} {right}" in words
