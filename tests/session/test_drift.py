"""The line about changed notes says when a figure is among them, in words or in digits."""

from __future__ import annotations

import pytest

from briefing.model.anchor import Match, MatchState
from briefing.model.span import Span
from briefing.session.drift import first_drift
from briefing.session.placing import PlacedNote
from tests.notes.sample_notes import sample


@pytest.mark.parametrize(
    ("language", "was", "now", "figures"),
    [
        ("de", "fünfzig Boote", "sechzig Boote", 1),
        ("it", "duecento case", "trecento case", 1),
        (None, "over 350", "over 30", 1),
        ("de", "aus Leipzig", "aus Dresden", 0),
    ],
)
def test_a_figure_among_the_changed_notes_is_counted(
    language: str | None, was: str, now: str, figures: int
) -> None:
    match = Match(Span(0, len(now)), MatchState.ANCHORED, 0.9, changed=True, now=now)
    drift = first_drift([PlacedNote(sample("a1", quote=was), match)], "0" * 64, language)
    assert (drift.changed, drift.figures) == (1, figures)
