"""Key figures and what they count are read together, one after the other."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = "#set page(width: 170mm, height: 150mm, margin: 14mm)\n#set text(10pt)\n"
TEXT = "The boats came home in the evening of that day, and nobody of those on board was hurt. " * 3
FIGURES = [("61,200", "people told"), ("450", "boats in the port"), ("37 %", "of all nets mended")]


@pytest.mark.parametrize("where", ["left", "center"])
def test_figures_side_by_side_are_read_with_what_each_counts(where: str) -> None:
    cells = "".join(
        f"align({where})[#text(20pt)[*{number}*] \\ {told}]," for number, told in FIGURES
    )
    text = text_of(compiled(f"{PAGE}{TEXT}\n\n#grid(columns: (1fr, 1fr, 1fr), {cells})\n\n{TEXT}"))
    said = " ".join(text.split())
    assert " ".join(f"{number} {told}" for number, told in FIGURES) in said


def test_filled_boxes_above_each_other_with_a_figure_each_are_no_cells_of_a_table() -> None:
    cells = "".join(
        f"block(fill: luma(230), inset: 8pt, width: 100%, height: 24mm)[*{name}* \\ "
        f"#grid(columns: (22mm, 1fr), text(20pt)[*{n}*], [boats in the port, and that is \\ "
        f"the most of all that came home to the {name}])],"
        for n, name in enumerate(("north", "south", "west", "east"), 41)
    )
    made = f"{PAGE}{TEXT}\n\n#grid(columns: (1fr, 1fr), gutter: 8pt, {cells})\n\n{TEXT}"
    said = " ".join(text_of(compiled(made)).split())
    assert "north 41 boats in the port, and that is the most of all that" in said
    assert said.index("to the north") < said.index("south 42") < said.index("west 43")


def test_numbers_in_large_type_above_the_columns_of_a_table_stay_in_their_row() -> None:
    cells = "".join(f"text(14pt)[*{year}*], " for year in (2023, 2024, 2025))
    rows = "".join(f"[{n}], [{n + 7}], [{n + 31}], " for n in (11, 57, 93))
    made = f"{PAGE}{TEXT}\n\n#table(columns: (1fr, 1fr, 1fr), {cells}{rows})\n\n{TEXT}"
    assert "2023\t2024\t2025\n11\t18\t42\n" in text_of(compiled(made))


def test_figures_in_the_head_of_a_table_stay_in_their_row() -> None:
    heads = "".join(f"[#text(20pt)[{n}] \\ months]," for n in (3, 6, 12))
    rows = "".join(f"[for {n} years]," for n in (1, 3, 5)) * 2
    made = (
        f"{PAGE}{TEXT}\n\n#table(columns: (1fr, 1fr, 1fr), stroke: none, {heads}{rows})\n\n{TEXT}"
    )
    said = " ".join(text_of(compiled(made)).split())
    assert "for 1 years for 3 years for 5 years for 1 years for 3 years" in said


def test_a_figure_whose_unit_had_no_room_behind_it_is_read_with_it() -> None:
    cells = "".join(
        f"[#text(20pt)[*{number}*] \\ {told}],"
        for number, told in (("4.2* \\ *million", "people told"), *FIGURES[1:])
    )
    text = text_of(compiled(f"{PAGE}{TEXT}\n\n#grid(columns: (1fr, 1fr, 1fr), {cells})\n\n{TEXT}"))
    assert "4.2 million people told 450 boats in the port" in " ".join(text.split())
