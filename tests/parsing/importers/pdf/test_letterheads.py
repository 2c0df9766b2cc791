"""What stands on both sides of a letterhead is read one side after the other."""

from __future__ import annotations

from briefing.parsing.importers.pdf.columns import rows_in_order
from briefing.parsing.importers.pdf.lines import Page, Stretch


def line(text: str, left: float, base: float, size: float = 9.0) -> Stretch:
    return Stretch(text, left, left + len(text) * size / 2, base, size, False)


TOLD = "To the crews of the harbour, who were told of it in spring"
TEXT = [line(TOLD, 60, 600 - 12 * n) for n in range(30)]


def order(*stretches: Stretch, page: int = 0) -> list[str]:
    rows = rows_in_order(Page(page, "1", [*stretches, *TEXT]), 0)
    return [row.text for row in rows if not row.text.startswith("To the")]


OFFICE = [line("Harbour Council", 60, 760, 18), line("Press office", 60, 745)]
ADDRESS = [line("Pier Road 3, Leer", 380, 756), line("crews@harbour.example", 380, 744)]


def test_an_address_on_the_right_is_read_behind_the_name_on_the_left() -> None:
    assert order(*OFFICE, *ADDRESS) == [
        "Harbour Council",
        "Press office",
        "Pier Road 3, Leer",
        "crews@harbour.example",
    ]


def test_lines_of_one_height_are_cells_and_other_pages_have_no_letterhead() -> None:
    level = [line(f"Boats of {n} crews", 60, address.base) for n, address in enumerate(ADDRESS, 3)]
    assert order(*level, *ADDRESS) == [
        "Boats of 3 crews Pier Road 3, Leer",
        "Boats of 4 crews crews@harbour.example",
    ]
    assert order(*OFFICE, *ADDRESS, page=1)[0] == "Harbour Council"


def test_the_second_column_of_a_text_is_no_address() -> None:
    beside = [line(f"in the year 20{n} the boats", 380, 996 - 12 * n) for n in range(20, 22)]
    column = [line("and all of the crews", 380, beside[-1].base - 25 - 12 * n) for n in range(3)]
    assert order(*OFFICE, *beside, *column)[0] == "Harbour Council"
    assert order(*OFFICE, *beside, *column)[1].startswith("in the year")


def test_what_stands_below_several_lines_is_no_letterhead() -> None:
    above = [line(f"Boats of {n} crews", 60, 840 - 20 * n) for n in range(3)]
    names = [line(f"B{n} CREW", 380, 760 - 12 * n) for n in range(3)]
    assert order(*above, line("Boats and crews", 60, 760), *names)[3] == "Boats and crews B0 CREW"


def test_a_large_name_on_a_line_with_an_address_is_no_cell_beside_it() -> None:
    address = [*ADDRESS, line("Leer 26789", 380, 732)]
    office = [line("Harbour Council", 60, 744, 22), line("Press office", 60, 732)]
    assert order(*office, *address)[:3] == ["Harbour Council", "Press office", "Pier Road 3, Leer"]
