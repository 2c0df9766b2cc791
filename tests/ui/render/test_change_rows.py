"""Changes as rows: said in words, and found again by their place in the list."""

from __future__ import annotations

from briefing.model.change import Change, ChangeKind, Weighs
from briefing.model.span import Span
from briefing.ui.render.change_rows import ChangeRows
from briefing.ui.render.rows import index_of


def test_each_change_is_a_row_that_is_found_by_its_reference() -> None:
    figure = Change(ChangeKind.REPLACED, Span(5, 8), Span(5, 7), "350", "30", Weighs.FIGURE)
    gone = Change(ChangeKind.REMOVED, Span(20, 26), Span(19, 19), "in May", "")
    rows = ChangeRows([figure, gone])
    assert [row.text for row in rows] == ["figure: was «350» now «30»", "removed «in May»"]
    assert [row.spans for row in rows] == [(Span(5, 7),), (Span(19, 19),)]
    assert [index_of(rows, row.ref) for row in rows] == [0, 1]
    assert index_of(rows, "2") is None
