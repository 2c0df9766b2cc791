"""Captions whose words hang beside their number are no heads of tables."""

from __future__ import annotations

from briefing.parsing.importers.pdf.hanging_captions import with_whole_captions
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.looks import BOLD
from briefing.parsing.importers.pdf.tables import Table, with_tables


def row(base: float, *cells: tuple[float, str], looks: str = "") -> Row:
    parts = [Stretch(words, x, x + 5 * len(words), base, 10, False) for x, words in cells]
    if looks:
        parts[0] = Stretch(parts[0].text, parts[0].left, parts[0].right, base, 10, False, (), looks)
    return Row(parts, 0, 50, 500)


CAPTION = [
    row(500, (50, "Table 3:"), (110, "Boats that came home in the years from 1996 to 2006")),
    row(486, (110, "and those of other harbours")),
]
CELLS = [row(465 - 14 * at, (150, f"{at}.5"), (250, f"{at}.7"), (350, "9")) for at in range(4)]


def test_the_words_beside_a_number_are_one_caption_above_the_table() -> None:
    parts = list(with_tables([*CAPTION, *CELLS]))
    words = "Table 3: Boats that came home in the years from 1996 to 2006"
    assert [part.text for part in parts if isinstance(part, Row)] == [
        words,
        "and those of other harbours",
    ]
    (table,) = (part for part in parts if isinstance(part, Table))
    assert table.cells[0] == ["0.5", "0.7", "9"]


def test_the_next_line_of_a_caption_begins_where_it_does() -> None:
    whole = list(with_whole_captions([*CAPTION, row(465, (110, "A cell below"))]))
    assert [each.left for each in whole] == [50, 50, 110]


def test_a_label_in_bold_stays_bold() -> None:
    bold = row(500, (50, "Figure 2."), (110, "Boats of each harbour"), looks=f"{BOLD}Figure 2.")
    (whole,) = with_whole_captions([bold])
    assert whole.marked == f"{BOLD}Figure 2. Boats of each harbour"


def test_a_row_of_other_words_and_a_list_of_tables_stay_cells() -> None:
    others = [
        row(500, (50, "Phase 1:"), (110, "Boats that came home")),
        row(486, (50, "Table 3"), (110, "Boats")),
        row(479, (50, "Fig. 3."), (110, "to the text of the next column")),
        row(472, (50, "Table 3:"), (110, "Boats that came home"), (400, "12")),
    ]
    assert list(with_whole_captions(others)) == others
