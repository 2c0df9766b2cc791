"""Garbage is looked for where nobody waits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import monotonic

import pytest

from briefing.ui import idle as idling
from briefing.ui.collector import collect_if_quiet, collect_seldom
from briefing.ui.idle import Idle


@pytest.fixture(autouse=True)
def _thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


class _Ring:
    """Only a search for rings frees it."""

    freed = 0

    def __init__(self) -> None:
        self.own = self

    def __del__(self) -> None:
        _Ring.freed += 1


def test_all_objects_are_looked_through_once_no_key_has_come_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    idle, now, ring, freed = Idle(), monotonic(), _Ring(), _Ring.freed
    monkeypatch.setattr(idling, "monotonic", lambda: now)
    collect_seldom()
    for _time in range(20):
        gc.collect(1)
    del ring  # it is old: no partial collection frees it
    idle.give_way()
    collect_if_quiet(idle)
    assert _Ring.freed == freed
    now += 2.0
    collect_if_quiet(idle)
    assert _Ring.freed == freed + 1
