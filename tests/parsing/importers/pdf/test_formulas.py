"""A formula that stands by itself is one paragraph, whatever its parts stand above."""

from __future__ import annotations

from briefing.parsing.importers.pdf.formulas import with_whole_formulas
from briefing.parsing.importers.pdf.lines import RAISED, RAISED_END, Row, Stretch


def cell(text: str, left: float, base: float) -> Stretch:
    return Stretch(text, left, left + 5 * len(text), base, 10, False)


def row(*cells: Stretch) -> Row:
    return Row(list(cells), 0, 50, 450)


def texts(*rows: Row) -> list[str]:
    return [each.text for each in with_whole_formulas(rows)]


def test_a_fraction_and_the_number_of_a_formula_are_read_in_its_place() -> None:
    raised = f"x{RAISED}2{RAISED_END}"
    assert texts(
        row(cell("It follows from the fees that", 50, 530)),
        row(cell("a + b", 150, 507)),
        row(cell("F =", 120, 500), cell(f"+ {raised}", 190, 500), cell("(3)", 430, 500)),
        row(cell("c", 155, 493)),
        row(cell("G = 7", 120, 475), cell("(4)", 430, 475)),
    ) == ["It follows from the fees that", "F = a + b c + x² (3)", "G = 7 (4)"]


def test_words_rows_of_numbers_and_what_begins_at_the_edge_are_no_formulas() -> None:
    words = row(cell("q = 2", 120, 500), cell("boats", 200, 500), cell("(3)", 430, 500))
    numbers = [
        row(cell("q = 2", 120, base), *(cell(f"0.{at}", at, base) for at in (200, 240, 280)))
        for base in (500, 491)
    ]
    edge = row(cell("q = 2", 50, 500), cell("(3)", 430, 500))
    for rows in ([words], numbers, [edge]):
        assert list(with_whole_formulas(rows)) == rows
