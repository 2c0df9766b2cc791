"""A click must hit the character under the pointer."""

from __future__ import annotations

from briefing.layout.cells import cell_of, offset_at
from briefing.layout.flow import lay_out
from briefing.parsing.reading import open_document


def test_columns_and_characters_agree() -> None:
    chunk = open_document("- 漢字 *ab* e\u0301x", name="x").chunk(0)
    (line,) = lay_out(chunk, 40)
    assert line.text == "• 漢字 ab e\u0301x"
    assert [offset_at(line, cell) for cell in (0, 1)] == [None, None]
    assert [offset_at(line, cell) for cell in range(2, 11)] == [0, 0, 1, 1, 2, 3, 4, 5, 6]
    assert offset_at(line, 11) == 8
    assert offset_at(line, 12) is None
    assert [cell_of(line, offset) for offset in (0, 1, 3, 8, 99)] == [2, 4, 7, 11, 12]
