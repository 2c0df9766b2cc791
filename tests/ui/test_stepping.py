"""`n` and `N` leave out no passage, and go around both ends."""

from __future__ import annotations

import pytest

from briefing.model.span import Span
from briefing.ui.parts.stepping import nearest

SPANS = [Span(5, 9), Span(20, 20), Span(40, 44)]


@pytest.mark.parametrize(
    ("offset", "forward", "start"),
    [(0, True, 5), (5, True, 5), (6, True, 20), (41, True, 5), (41, False, 40), (40, False, 20)],
)
def test_the_nearest_passage_is_gone_to(offset: int, forward: bool, start: int) -> None:
    assert nearest(SPANS, offset, forward=forward).start == start


def test_before_the_first_comes_the_last() -> None:
    assert nearest(SPANS, 5, forward=False).start == 40
