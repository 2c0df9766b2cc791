"""How panels share the height: by what they hold, and by which of them is in use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.render.sharing import TITLE_ROWS, shared_heights

NEEDS = st.lists(st.integers(0, 60), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("needs", "height", "in_use", "expected"),
    [
        pytest.param((20, 25, 30, 0), 21, None, [7, 7, 6, 1], id="an empty one is its title"),
        pytest.param((20, 25, 30, 2), 40, None, [13, 12, 12, 3], id="a short one as high as it is"),
        pytest.param((2, 3, 4, 0), 40, None, [3, 4, 5, 1], id="nobody takes more than they need"),
        pytest.param((20, 25, 30, 4), 21, 1, [4, 9, 4, 4], id="the others keep three rows"),
        pytest.param((20, 5, 30, 0), 21, 1, [7, 6, 7, 1], id="one in use takes no more either"),
        pytest.param((20, 25, 30, 4), 11, 1, [1, 8, 1, 1], id="where it is low, only their titles"),
        pytest.param((20, 25, 30, 0), 11, 3, [4, 3, 3, 1], id="an empty one in use needs nothing"),
    ],
)
def test_panels_share_the_height_by_what_they_hold(
    needs: tuple[int, ...], height: int, in_use: int | None, expected: list[int]
) -> None:
    assert shared_heights(needs, height, in_use) == expected


@given(NEEDS, st.integers(0, 80), st.integers(-1, 5))
def test_all_of_the_height_is_used_where_it_is_needed_and_no_more_than_there_is(
    needs: list[int], height: int, used: int
) -> None:
    in_use = used if 0 <= used < len(needs) else None
    found = shared_heights(needs, height, in_use)
    assert all(
        TITLE_ROWS <= one <= TITLE_ROWS + need for one, need in zip(found, needs, strict=True)
    )
    titles = TITLE_ROWS * len(needs)
    assert sum(found) == titles + min(sum(needs), max(0, height - titles))
