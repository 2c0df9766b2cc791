"""Where a column ends is told by its text, not by what stands in the middle above it."""

from __future__ import annotations

from briefing.parsing.importers.pdf.lines import Stretch, rows_of

TEXT = "The boats came home in the evening of that very day."


def edge(title: Stretch) -> float:
    lines = [Stretch(TEXT, 72, 300, 600 - 12 * at, 10, bold=False) for at in range(6)]
    return rows_of([title, *lines], 0)[0].right_edge


def test_a_title_in_the_middle_of_a_page_widens_no_justified_column() -> None:
    assert edge(Stretch("Boats", 250, 360, 660, 17, bold=False)) == 300
