"""The sums behind the scroll bar are right after any change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.fenwick import Sums


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 9)), max_size=10),
)
def test_sums_follow_every_change(values: list[int], changes: list[tuple[int, int]]) -> None:
    sums = Sums(values)
    for index, value in changes:
        sums.set(index % len(values), value)
        values[index % len(values)] = value
    assert sums.total == sum(values)
    assert [sums.before(i) for i in range(len(values) + 1)] == [
        sum(values[:i]) for i in range(len(values) + 1)
    ]
    for amount in range(sums.total):
        index, inside = sums.find(amount)
        assert sum(values[:index]) + inside == amount
        assert inside < values[index]
    assert sums.find(sums.total)[0] == len(values)
