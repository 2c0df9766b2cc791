from __future__ import annotations

import pytest

from briefing.anchoring.track import track
from briefing.model.anchor import MatchState
from briefing.model.span import Span

OLD = "Wer kommt? Niemand kommt – sagt er."


@pytest.mark.parametrize(
    ("span", "new", "found"),
    [
        ((9, 10), "Und wer kommt? Niemand kommt – sagt er.", Span(13, 14)),
        ((11, 11), "Und: Wer kommt? Niemand kommt – sagt er.", Span(16, 16)),
        ((25, 26), "Wer kommt? Niemand kommt, sagt er.", None),
        ((9, 10), "Etwas ganz anderes steht hier.", None),
        ((0, 0), "Neu! Wer kommt? Niemand kommt – sagt er.", None),
    ],
    ids=["moved", "empty", "comma for dash", "other text", "before the first word"],
)
def test_spots_and_punctuation_follow_the_words_around_them(
    span: tuple[int, int], new: str, found: Span | None
) -> None:
    [match] = track(OLD, new, [span])
    assert match.span == found
    assert (match.state is MatchState.ORPHAN) == (found is None)
