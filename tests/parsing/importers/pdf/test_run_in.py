"""Bold words that fill a line are part of the paragraph that they begin, and headings are not."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.looks import BOLD
from briefing.parsing.importers.pdf.run_in import is_run_in

TEXT = "said that the boats of the harbour had come home"


def row(text: str, left: float, right: float, base: float, *, bold: bool = False) -> Row:
    looks = f"{BOLD}{text}" if text.startswith("Mr") and not bold else ""
    stretch = Stretch(text, left, right, base, 10, bold, looks=looks)
    return Row([stretch], 0, 50, 300)


@pytest.mark.parametrize(
    ("above", "left", "right", "below", "is_one"),
    [
        ("The member for the harbour of Leer:", 60, 298, row(TEXT, 50, 300, 488), True),
        ("The member for the harbour of Leer:", 50, 298, row(TEXT, 50, 300, 488), False),
        ("The member for the harbour of Leer:", 60, 200, row(TEXT, 50, 300, 488), False),
        ("The member for the harbour of Leer", 60, 298, row(TEXT, 50, 300, 488), False),
        ("The member for the harbour", 50, 298, row(f"Mr Leer: {TEXT}", 50, 300, 488), True),
        ("Of boats in the harbour", 56, 294, row(f"Mr Leer: {TEXT}", 62, 300, 488), False),
    ],
    ids=["who speaks", "at the edge", "short", "no colon", "goes on", "in the middle"],
)
def test_a_bold_line_is_part_of_what_follows_where_it_begins_a_paragraph(
    above: str, left: float, right: float, below: Row, *, is_one: bool
) -> None:
    assert is_run_in([row(above, left, right, 500, bold=True)], below, 10) == is_one
