"""Where in a text something lies, as a line of blocks."""

from __future__ import annotations

import pytest

from briefing.model.span import Span
from briefing.ui.render.density import density_line


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
