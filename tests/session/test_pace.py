"""How long a text takes to read is told in whole minutes."""

from __future__ import annotations

import pytest

from briefing.session.pace import minutes


@pytest.mark.parametrize(
    ("characters", "expected"), [(0, 0), (-5, 0), (1, 1), (999, 1), (5043, 5), (1_000_000, 1000)]
)
def test_reading_time_is_in_whole_minutes_and_never_nothing_for_a_text(
    characters: int, expected: int
) -> None:
    assert minutes(characters) == expected
