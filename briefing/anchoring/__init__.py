"""How a passage is remembered, and found again in a text that has changed."""

from briefing.anchoring.describe import describe
from briefing.anchoring.find import find_quote
from briefing.anchoring.neighbours import Lead, choose
from briefing.anchoring.resolve import resolve
from briefing.anchoring.textmap import TextMap
from briefing.anchoring.track import track, track_revisions
from briefing.anchoring.worded import worded

__all__ = [
    "Lead",
    "TextMap",
    "choose",
    "describe",
    "find_quote",
    "resolve",
    "track",
    "track_revisions",
    "worded",
]
