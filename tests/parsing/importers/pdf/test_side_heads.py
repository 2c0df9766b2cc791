"""What runs along beside the text goes; notes in the margin and columns stay."""

from __future__ import annotations

from briefing.parsing.importers.pdf.lines import Page, Stretch
from briefing.parsing.importers.pdf.side_heads import take_side_heads

LINE = "The boats came home in the evening of that day."


def page(index: int, *asides: Stretch, text: int = 12) -> Page:
    lines = [Stretch(LINE, 60, 400, 600 - 12 * at, 10, False) for at in range(text)]
    return Page(index, str(index), [*lines, *asides])


def aside(words: str, base: float = 595, *, is_left: bool = True) -> Stretch:
    left, right = (20, 45) if is_left else (500 - 6 * len(words), 500)
    return Stretch(words, left, right, base, 12, False)


def left(pages: list[Page]) -> list[str]:
    take_side_heads(pages)
    return [s.text for each in pages for s in each.stretches if s.text != LINE]


def journal(index: int) -> Page:
    """A page with the name of a journal, or of its article, and its number in the outer margin."""
    is_left = index % 2 == 0
    name = aside("Boats" if is_left else "Nets of crews", is_left=is_left)
    return page(index, name, aside(str(162 + index), 530, is_left=is_left))


def test_names_and_numbers_in_the_outer_margins_of_pages_go() -> None:
    pages = [journal(index) for index in range(6)]
    assert take_side_heads(pages) == ["Boats", "162", "Nets of crews"]
    assert all(len(each.stretches) == 12 for each in pages)


def test_they_go_beside_a_table_of_short_cells_too() -> None:
    pages = [journal(index) for index in range(6)]
    cells = [Stretch("12", 80, 95, 560, 10, False)]
    pages.append(Page(6, "6", [aside("Boats"), aside("168", 530), *cells]))
    assert left(pages) == ["12"]


def test_notes_in_the_margin_that_say_something_else_on_each_page_stay() -> None:
    notes = ["A first note", "A second", "One more", "The last"]
    assert left([page(at, aside(note)) for at, note in enumerate(notes)]) == notes


def test_two_pages_are_not_enough() -> None:
    assert left([page(at, aside("Boats")) for at in range(2)]) == ["Boats"] * 2


def test_a_column_with_more_lines_stays_though_its_head_comes_again() -> None:
    column = [aside(words, 590 - 14 * at) for at, words in enumerate(("Boats", *"abcdef"))]
    pages = [page(at, *column) for at in range(4)]
    assert len(left(pages)) == 4 * 7


def test_what_stands_beside_few_lines_of_text_stays() -> None:
    assert left([page(at, aside("Boats"), text=4) for at in range(4)]) == ["Boats"] * 4
