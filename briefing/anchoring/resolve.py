"""Finding a passage from its words alone, where the text it was taken from is not known."""

from __future__ import annotations

from briefing.anchoring.find import find_quote
from briefing.model.anchor import ORPHAN, Anchor, Match, MatchState


def resolve(anchor: Anchor, text: str) -> Match:
    """Where the passage of an anchor is in a text.

    Args:
        anchor: The passage in words; its span is only a hint.
        text: The reading text to find it in.
    """
    places = find_quote(text, anchor.quote, anchor.before, anchor.after)
    if not places:
        return ORPHAN
    return Match(places[0], MatchState.ANCHORED if len(places) == 1 else MatchState.UNCERTAIN, 0.9)
