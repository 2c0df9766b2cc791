"""What stands at the top of a box is no heading of the text around it."""

from __future__ import annotations

from contextlib import closing

from pypdfium2 import PdfDocument

from briefing.parsing.importers.pdf.boxed import with_boxes
from briefing.parsing.importers.pdf.drawn import Shape, shapes_on
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.paragraphs import Lines
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_headings import LONG, TEXT, block, levels

LINES = [Stretch(f"Line {at}", 60, 300, 700 - 12 * at, 10, bold=False) for at in range(12)]
UPRIGHT = [Shape(left, left + 1, 640, 50) for left in (50, 310)]


def numbers(*shapes: Shape) -> list[int]:
    return [stretch.box for stretch in with_boxes(LINES, shapes)[0]]


def test_lines_in_what_is_filled_or_framed_are_in_a_box() -> None:
    held = [int(615 <= line.base <= 665) for line in LINES]
    assert numbers(Shape(50, 310, 640, 50)) == held
    assert numbers(*UPRIGHT) == held


def test_backgrounds_bars_behind_a_line_and_cells_of_a_table_are_no_boxes() -> None:
    assert not any(numbers(Shape(0, 400, 400, 800)))
    assert not any(numbers(Shape(50, 310, 646, 20)))
    assert not any(numbers(*UPRIGHT, Shape(150, 151, 640, 50)))


def boxed(text: str, size: float = 10.0, *, bold: bool = False) -> Lines:
    return Lines([Row([Stretch(text, 50, 400, 500, size, bold, box=1)], 0, 50, 400)])


def test_the_title_of_a_box_is_no_heading_unless_headings_are_set_so() -> None:
    sections = [part for name in "ABC" for part in (block(f"{name} crew", 12), block(LONG))]
    title = block("The title", 20)
    found = levels(title, *sections, boxed("Did you know?", bold=True), boxed(LONG), *sections)
    assert "Did you know?" not in found
    found = levels(title, *sections, boxed("Did you know?", 12), boxed(LONG), *sections)
    assert "Did you know?" in found
    for counted in ("B. Boats", "2. Boats", "Section 2 of boats"):
        found = levels(title, *sections, boxed(counted, bold=True), boxed(LONG), *sections)
        assert counted in found


def test_titles_of_slides_in_frames_are_headings_where_none_is_outside() -> None:
    title = boxed("The title", 20)
    slides = [part for n in "ABC" for part in (boxed(f"{n} crew", 12), boxed(TEXT), block(LONG))]
    assert {"A crew", "B crew", "C crew"} <= levels(title, *slides, block(LONG)).keys()
    sections = [block("Boats", 14), block(LONG), block("Nets", 14), block(LONG)]
    assert "B crew" not in levels(title, *slides, *sections, *sections)


def test_an_abstract_in_a_box_is_a_part_of_its_paper_however_small_it_is_set() -> None:
    sections = [part for name in "ABC" for part in (block(f"{name} crew", 12), block(LONG))]
    title = block("The title", 20)
    found = levels(title, boxed("Abstract", 8.8, bold=True), boxed(LONG, 9), *sections)
    assert "Abstract" in found
    found = levels(title, boxed("Boats", 8.8, bold=True), boxed(LONG, 9), *sections)
    assert "Boats" not in found


def test_lines_that_are_drawn_between_columns_make_no_box_of_the_middle_one() -> None:
    beside = [
        Stretch(f"Line {at}", left, left + 150, 700 - 12 * at, 10, bold=False)
        for at in range(12)
        for left in (-120, 330)
    ]
    columns = [*LINES, *beside]
    assert not any(stretch.box for stretch in with_boxes(columns, UPRIGHT)[0])
    frame = [*UPRIGHT, Shape(50, 311, 665, 1)]
    assert any(stretch.box for stretch in with_boxes(columns, frame)[0])


def test_the_title_of_a_box_of_several_short_lines_is_no_heading() -> None:
    sections = [part for name in "ABC" for part in (block(f"{name} crew", 12), block(LONG))]
    lines = [boxed("450 boats"), boxed("37 nets mended"), boxed("12 sails")]
    found = levels(block("The title", 20), boxed("In figures", bold=True), *lines, *sections)
    assert "In figures" not in found


def test_what_fills_a_page_and_is_clipped_to_a_box_is_a_box() -> None:
    drawing = "10 Tf 10 50 Td (boats) Tj ET q 20 10 100 40 re W n 0 0 300 90 re f Q BT"
    with closing(PdfDocument(drawn.operators(drawing))) as pdf:
        assert shapes_on(pdf[0]) == [Shape(20, 120, 30, 40)]
    drawing = "10 Tf 10 50 Td (boats) Tj ET q 20 10 100 40 re W n 0 0 90 30 re f Q BT"
    with closing(PdfDocument(drawn.operators(drawing))) as pdf:
        assert shapes_on(pdf[0]) == [Shape(0, 90, 15, 30)]
