"""Tables without a head, and rows that are one though little or nothing sets them apart."""

from __future__ import annotations

from time import process_time

import pytest

from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.table_heads import stand_over_several
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import read

COUNTS = [
    ("Northmouth", "82 875", "73", "Local"),
    ("Bay of Larks", "10 156", "94", "Local"),
    ("Aldersea", "5 454", "230", "Imported"),
    ("Port Quill", "3 483", "0", "Local"),
]
PLACES = (40.0, 140.0, 210.0, 280.0)


def table_of(*rows: tuple[str, ...], first_gap: float = 14, bold: int = 0) -> list[str]:
    """The lines of the table in Markdown that is read of rows, so many of their cells in bold."""
    bases = [400.0, *(400 - first_gap - 14 * at for at in range(len(rows) - 1))]
    cells = [
        (left, base, words)
        for row, base in zip(rows, bases, strict=True)
        for left, words in zip(PLACES, row, strict=False)
    ]
    lines = read(drawn.lines(*cells, size=9, bold=bold)).body.split("\n")
    return [line for line in lines if line.startswith("|")]


def with_head(*rows: tuple[str, ...]) -> list[str]:
    first, *others = ["| " + " | ".join(row) + " |" for row in rows]
    return [first, "|" + " --- |" * len(rows[0]), *others]


def without_head(*rows: tuple[str, ...]) -> list[str]:
    first, rule, *others = with_head(*rows)
    return ["|" + "  |" * len(rows[0]), rule, first, *others]


def test_a_table_whose_first_row_is_like_the_others_has_an_empty_head() -> None:
    assert table_of(*COUNTS) == without_head(*COUNTS)


def test_a_table_without_a_head_goes_on_over_pages() -> None:
    rows = [(f"Place {at}", f"{at * 3}", f"{at * 17}") for at in range(90)]
    body = read(drawn.table(rows, padding=6, repeated=0)).body
    assert body.count("| --- | --- | --- |") == 1
    lines = [line.partition("-->")[2] or line for line in body.split("\n")]
    assert [line.strip("| ") for line in lines if "Place" in line] == [" | ".join(r) for r in rows]


WORDS = [("Larkland", "Very high"), ("Isles", "High"), ("Mainland", "Very high")]


def test_a_cell_of_words_that_comes_again_in_its_column_is_no_head() -> None:
    assert table_of(*WORDS) == without_head(*WORDS)


@pytest.mark.parametrize(
    "head",
    [
        ("Place", "Cases", "New", "Spread"),
        ("Place", "2023", "2024", "Spread"),
        ("Place", "2022/23", "2023/24", "Spread"),
    ],
    ids=["words", "years", "seasons"],
)
def test_words_and_years_over_other_numbers_are_a_head(head: tuple[str, ...]) -> None:
    assert table_of(head, *COUNTS) == with_head(head, *COUNTS)


def test_numbers_that_rise_by_one_over_others_are_a_head() -> None:
    head = ("Quarter", "1", "2", "3")
    rows = [(place, new, f"{at}7", f"3{at}") for at, (place, _all, new, _how) in enumerate(COUNTS)]
    assert table_of(head, *rows) == with_head(head, *rows)


@pytest.mark.parametrize("apart", [{"first_gap": 22}, {"bold": 4}], ids=["gap", "bold"])
def test_numbers_that_are_set_apart_are_a_head(apart: dict[str, int]) -> None:
    head = ("Age up to", "10", "40", "Spread")
    table = [line.replace("**", "") for line in table_of(head, *COUNTS, **apart)]
    assert table == with_head(head, *COUNTS)


@pytest.mark.parametrize("room", [16, 27])
def test_the_name_of_a_group_below_a_head_of_several_lines_is_a_row(room: float) -> None:
    one, two, three, four = PLACES
    head = [
        *((one, 400, "Reporting"), (three, 400, "New"), (four, 400, "Mode of")),
        (two, 393, "Cases"),
        *((one, 386, "place"), (three, 386, "cases"), (four, 386, "spread")),
        (two, 379, "in all"),
    ]
    top = 379 - room
    rows = [
        (left, top - 14 - 14 * at, words)
        for at, row in enumerate(COUNTS)
        for left, words in zip(PLACES, row, strict=True)
    ]
    cells = [*head, (one, top, "Northern Coast"), *rows]
    bold = len(head) + 1
    body = read(drawn.lines(*cells, size=11, bold=bold)).body.replace("**", "")
    names = ("Reporting place", "Cases in all", "New cases", "Mode of spread")
    wanted = with_head(names, ("Northern Coast", "", "", ""), *COUNTS)
    assert [line for line in body.split("\n") if line.startswith("|")] == wanted


def test_two_rows_of_hundreds_of_cells_are_compared_in_time() -> None:
    rows = [
        [Stretch(f"{at}", 40 * at, 40 * at + 9, base, 9, bold=False) for at in range(600)]
        for base in (100, 90)
    ]
    before = process_time()
    assert not stand_over_several(rows[0], rows[1])
    assert process_time() - before < 4.0
