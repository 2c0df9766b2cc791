"""How the screen is divided: nobody can make a part of it useless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.render.measure import (
    MEASURE_CELLS,
    MEDIUM_CELLS,
    SIDE_CELLS,
    WIDE_CELLS,
    column_cells,
    side_cells,
    size_name,
)

SIZES = st.dictionaries(
    st.sampled_from(["outline", "panels", "lone_outline", "lone_panels"]), st.integers(0, 1000)
)


@given(st.integers(WIDE_CELLS, 400), st.sets(st.sampled_from(sorted(SIDE_CELLS))), SIZES)
def test_side_by_side_all_keep_room_enough(
    width: int, sides: set[str], sizes: dict[str, int]
) -> None:
    found = side_cells(width, sides, sizes)
    assert width - sum(found.values()) >= 32
    assert all(
        found[side] in SIDE_CELLS[side] if side in sides else not found[side] for side in found
    )


@given(st.integers(MEDIUM_CELLS, WIDE_CELLS - 1), st.sampled_from(sorted(SIDE_CELLS)), SIZES)
def test_beside_one_side_the_text_keeps_room_enough(
    width: int, side: str, sizes: dict[str, int]
) -> None:
    assert width - side_cells(width, {side}, sizes)[side] >= 32


@pytest.mark.parametrize(
    ("width", "outline", "panels"), [(120, 24, 36), (153, 24, 36), (250, 40, 60)]
)
def test_sides_grow_by_themselves_only_once_the_text_has_its_measure(
    width: int, outline: int, panels: int
) -> None:
    found = side_cells(width, {"outline", "panels"}, {})
    assert (found["outline"], found["panels"]) == (outline, panels)
    text = column_cells(width - outline - panels)
    assert text == (MEASURE_CELLS if width > WIDE_CELLS else text)


def test_a_side_alone_has_a_width_of_its_own() -> None:
    sizes = {"panels": 50, "lone_panels": 30}
    assert side_cells(120, {"panels"}, sizes)["panels"] == 50
    assert side_cells(100, {"panels"}, sizes)["panels"] == 30
    assert size_name("outline", 100) == "lone_outline"
