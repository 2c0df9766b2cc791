"""What stands in the middle of a short last page is told by the column of the page before."""

from __future__ import annotations

from briefing.parsing.importers.pdf.centred import is_centred
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.short_pages import widen_short


def row(left: float, right: float, edge: float, page: int, column: int = 1) -> Row:
    stretch = Stretch("Schedule 1", left, right, 500, 10, bold=True)
    return Row([stretch], page, 50, edge, column)


def test_a_short_page_is_as_wide_as_the_one_before() -> None:
    rows = [row(190, 260, 300, 1), row(50, 300, 300, 1)]
    assert not is_centred(rows[0])
    widen_short(rows, row(50, 400, 400, 0, column=0))
    assert is_centred(rows[0])
    assert {each.right_edge for each in rows} == {400}


def test_long_pages_columns_and_other_edges_are_left_alone() -> None:
    above = row(50, 400, 400, 0, column=0)
    for rows in (
        [row(50, 300, 300, 1) for _ in range(20)],
        [row(50, 300, 300, 1), row(50, 300, 300, 1, column=2)],
        [row(50, 300, 300, 1), row(50, 420, 300, 1)],
        [],
    ):
        widen_short(rows, above)
        assert all(each.right_edge == 300 for each in rows)
    first = [row(50, 300, 300, 0)]
    widen_short(first, None)
    assert first[0].right_edge == 300
