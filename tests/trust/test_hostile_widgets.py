"""The last gate holds for every widget, also for those that are not ours."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color

from briefing.model.span import Span
from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import Row, Words, draw_row
from briefing.ui.theming import Harmless
from tests.counting import Count
from tests.trust.sent import intruders
from tests.trust.test_hostile_output import ANYTHING, SUPPRESSED

BLACK = Color(0, 0, 0)


@settings(max_examples=300, suppress_health_check=SUPPRESSED, deadline=None)
@given(st.lists(ANYTHING, max_size=4))
def test_whatever_a_widget_draws_is_harmless_when_it_reaches_the_terminal(
    count: Count, texts: list[str]
) -> None:
    count("lines that passed the last gate before the terminal")
    passed = Harmless().apply([Segment(text) for text in texts], BLACK)
    sent = "".join(segment.text for segment in passed).encode("utf-8", "surrogateescape")
    assert not intruders(sent, allowed="")
    assert b"\x1b" not in sent


@settings(max_examples=200, suppress_health_check=SUPPRESSED, deadline=None)
@given(ANYTHING, st.integers(4, 60))
def test_a_row_of_a_panel_fills_its_width_and_no_more(count: Count, text: str, width: int) -> None:
    count("rows of panels with hostile words")
    row = Row((Words(text), Words(text, bold=True)), spans=(Span(0, 1),), ref="x")
    for strip in draw_row(row, width, Palette({})):
        assert strip.cell_length == width
        assert not intruders(strip.text.encode("utf-8", "surrogateescape"), allowed="")
