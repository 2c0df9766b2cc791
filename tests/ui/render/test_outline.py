"""The outline tells what is read and what is ahead, without a word more."""

from __future__ import annotations

from briefing.model.article import Heading
from briefing.model.span import Place
from briefing.parsing.reading import open_document
from briefing.session.progress import Progress
from briefing.ui.render.outline import OutlineRows
from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import Row, Words, draw_row, index_of

TEXT = "Forty characters of text for one line.. "
SOURCE = (
    f"# T\n\nLead.\n\n## Read\n\nShort.\n\n## Begun\n\n{TEXT * 10}\n\n"
    f"## A heading that is longer than the outline\n\n{TEXT * 300}\n\n## Empty\n"
)


def _asides() -> list[str]:
    document = open_document(SOURCE, name="a")
    while document.parse_next():
        pass
    progress = Progress(document)
    begun = document.headings[1]
    progress.see(Place(0, 0), Place(begun.chunk, 200))
    rows = OutlineRows(document.headings, document.title, progress)
    return [row.aside.text if row.aside else "" for row in rows]


def test_each_section_has_a_tick_its_share_or_its_minutes() -> None:
    assert _asides() == ["✓", "✓", "40%", "12′", ""]


def test_what_stands_aside_ends_the_first_line_and_no_letter_is_lost() -> None:
    row = Row((Words("portata del supporto militare"),), aside=Words("12′"), aside_cells=3)
    lines = [strip.text for strip in draw_row(row, 21, Palette({}))]
    assert lines == ["  portata del     12′", "  supporto militare  "]


def test_a_row_of_one_line_is_cut_before_what_stands_aside() -> None:
    row = Row((Words("portata del supporto"),), max_lines=1, aside=Words("✓"), aside_cells=3)
    assert [strip.text for strip in draw_row(row, 21, Palette({}))] == ["  portata del su…   ✓"]


def test_a_row_is_found_by_its_heading() -> None:
    headings = [Heading(f"Part {n}", 2, n, 0, n) for n in range(1_000)]
    rows = OutlineRows(headings, "The title")
    for row in (rows[0], rows[1], rows[500], rows[1_000]):
        assert rows[index_of(rows, row.ref) or 0] == row
    assert index_of(rows, "1000") is None
