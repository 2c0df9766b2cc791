"""The states of a text, each with where and how often it is named."""

from briefing.model.brief import Brief
from briefing.model.span import Span
from briefing.model.state_list import State
from briefing.ui.render.panels import state_rows


def test_a_state_that_is_never_named_counts_by_its_adjectives_and_its_capital() -> None:
    named = State("NO", "Norway", (Span(10, 16),), (Span(20, 29), Span(40, 49)))
    meant = State("EG", "Egypt", (), (Span(70, 75), Span(90, 98)))
    rows = state_rows([named, meant], Brief(), 100)
    assert [row.aside and row.aside.text for row in rows] == ["1", "2"]
    assert rows[1].spans == meant.other_mentions
    assert len(set(rows[1].line)) > 1
