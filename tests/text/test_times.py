from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.times import from_epoch, is_utc, utc


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-22T08:15:30Z", "2026-11-22T08:15:30Z"),
        ("2026-11-22T08:15:30.5Z", "2026-11-22T08:15:30.5Z"),
        ("2026-11-22T08:15:30.156927+00:00", "2026-11-22T08:15:30Z"),
        ("2026-11-22T00:15:30+01:00", "2026-11-21T23:15:30Z"),
        ("2026-11-22 08:15:30", "2026-11-22T08:15:30Z"),
        ("2026-11-22", "2026-11-22T00:00:00Z"),
        ("0001-01-01T00:00:00+05:00", None),
        ("2026-13-22T08:15:30Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_of_other_programs_become_ours(written: str, read: str | None) -> None:
    assert utc(written) == read


@given(st.datetimes())
def test_our_own_times_are_kept_as_they_are(moment: object) -> None:
    ours = str(moment).replace(" ", "T") + "Z"
    assert is_utc(ours)
    assert utc(ours) == ours


@given(st.floats() | st.integers())
def test_any_number_of_seconds_is_a_time_or_none(seconds: float) -> None:
    time = from_epoch(seconds)
    assert time is None or is_utc(time)
