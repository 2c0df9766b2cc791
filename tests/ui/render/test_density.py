"""Where in a text something lies, as a line of blocks."""

from __future__ import annotations

import pytest

from briefing.model.span import Span
from briefing.ui.render.density import density_line
from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import Row, Words, draw_row


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([], "▁▁▁▁▁"),
        ([0], "█▁▁▁▁"),
        ([0, 10, 20, 99], "█▅▁▁▅"),
        ([0, 1, 2, 3, 40, 41, 60], "█▁▅▂▁"),
        ([100], "▁▁▁▁█"),
    ],
)
def test_each_part_of_the_text_has_a_block_as_high_as_there_is_much(
    starts: list[int], expected: str
) -> None:
    spans = [Span(start, start + 1) for start in starts]
    assert density_line(spans, 100, 5) == expected


def test_where_nothing_is_the_line_is_as_faint_as_a_rule() -> None:
    palette = Palette({"foreground": "#000000", "rule": "#cccccc", "muted": "#666666"})
    row = Row((Words("FR"),), aside=Words("▁▁█▁ 3", "muted"), aside_cells=6)
    (strip,) = draw_row(row, 20, palette)
    drawn = [(segment.text, segment.style) for segment in strip][-4:]
    muted, rule = palette.pen("muted"), palette.pen("rule")
    assert drawn == [("▁▁", rule), ("█", muted), ("▁", rule), (" 3", muted)]
