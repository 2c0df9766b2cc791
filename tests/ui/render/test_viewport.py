"""The view over a long text: where it goes, and where it never goes."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.flow import Flow
from briefing.model.span import Place
from briefing.parsing.reading import open_document
from briefing.ui.render.scrollbar import thumb_rows
from briefing.ui.render.viewport import (
    Top,
    end_top,
    lines_from,
    moved,
    share,
    soon_in_view,
    top_of,
)

HEIGHTS = st.integers(1, 40)


@cache
def _flow() -> Flow:
    parts = [f"## Part {n}\n\n" + f"Words of part {n}. " * (n % 7 * 5 + 1) for n in range(40)]
    return Flow(open_document("\n\n".join(parts), name="long", where="long.md"), 40)


@cache
def _tops() -> list[Top]:
    flow = _flow()
    return [Top(seen.chunk, seen.row) for seen in lines_from(flow, Top(0, 0), 100_000)]


def _any_top(data: st.DataObject, height: int) -> Top:
    last = max(1, len(_tops()) - height + 1)
    return _tops()[data.draw(st.integers(0, last - 1))]


@given(st.data(), HEIGHTS, st.integers(0, 300))
def test_going_on_and_back_returns_to_the_same_line(
    data: st.DataObject, height: int, rows: int
) -> None:
    top = _any_top(data, height)
    there = moved(_flow(), top, rows, height=height)
    went = _tops().index(there) - _tops().index(top)
    assert 0 <= went <= rows
    assert moved(_flow(), there, -went, height=height) == top


@given(st.data(), HEIGHTS, st.integers(-2000, 2000))
def test_the_view_is_always_full_of_lines(data: st.DataObject, height: int, rows: int) -> None:
    top = moved(_flow(), _any_top(data, height), rows, height=height)
    seen = list(lines_from(_flow(), top, height))
    assert len(seen) == min(height, len(_tops()))


@given(HEIGHTS)
def test_the_end_shows_the_last_line_at_the_bottom(height: int) -> None:
    seen = list(lines_from(_flow(), end_top(_flow(), height), height))
    assert Top(seen[-1].chunk, seen[-1].row) == _tops()[-1]
    assert share(_flow(), end_top(_flow(), height), height) == 1.0


@given(st.data(), HEIGHTS, st.integers(0, 20))
def test_a_place_that_is_gone_to_is_in_view(data: st.DataObject, height: int, above: int) -> None:
    flow = _flow()
    document = flow.document
    chunk = data.draw(st.integers(0, document.chunk_count - 1))
    text = document.chunk(chunk).text
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    place = Place(chunk, offset)
    top = top_of(flow, place, above=min(above, height - 1), height=height)
    rows = [(seen.chunk, seen.row) for seen in lines_from(flow, top, height)]
    assert flow.row_of(place) in rows


@pytest.mark.parametrize(
    ("height", "whole", "before", "thumb"),
    [
        (10, 5, 0.0, range(0)),
        (10, 10, 0.0, range(0)),
        (10, 20, 0.0, range(5)),
        (10, 20, 1.0, range(5, 10)),
        (10, 1_000_000, 0.5, range(4, 5)),
        (0, 10, 0.0, range(0)),
    ],
)
def test_the_thumb_is_as_long_as_what_is_seen_and_reaches_both_ends(
    height: int, whole: int, before: float, thumb: range
) -> None:
    assert thumb_rows(height, whole, before) == thumb


@given(st.data(), HEIGHTS)
def test_the_next_page_the_last_one_and_both_ends_are_foreseen(
    data: st.DataObject, height: int
) -> None:
    top = _any_top(data, height)
    soon = set(soon_in_view(_flow(), top, height))
    others = [moved(_flow(), top, rows, height=height) for rows in (-height, 0, height)]
    for place in (*others, Top(0, 0), end_top(_flow(), height)):
        assert {seen.chunk for seen in lines_from(_flow(), place, height)} <= soon
