"""A line of keys never stops in the middle of one."""

from __future__ import annotations

import pytest

from briefing.text.width import cells
from briefing.ui.widgets.hint import fitting

KEYS = "Ctrl+s save · Esc close · Tab next field"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (60, KEYS),
        (cells(KEYS), KEYS),
        (30, "Ctrl+s save · Esc close"),
        (12, "Ctrl+s save"),
        (3, "Ctrl+s save"),
    ],
)
def test_what_does_not_fit_is_left_out_whole(width: int, said: str) -> None:
    assert fitting(KEYS, width) == said
