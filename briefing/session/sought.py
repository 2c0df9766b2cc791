"""Words that the reader was at, sought in a text that changed."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.reading_state import SavedPlace
from briefing.model.span import Place
from briefing.session.memory import clamped, found_again, where_now
from briefing.session.reading import Reading


@dataclass(slots=True)
class Sought:
    """What was not found near where it was left: it is sought everywhere once all is parsed."""

    saved: SavedPlace | None = None
    """The words, and where they were; None where nothing is missed."""

    def look_for(self, reading: Reading, saved: SavedPlace) -> Place:
        """Where a saved place is, or nearly; then its words are missed."""
        place = where_now(reading.document, saved)
        self.saved = saved if place is None else None
        return place or clamped(reading.document, saved.place)

    def find(self, reading: Reading, *, is_wanted: bool) -> Place | None:
        """Where the words are that were missed, the whole text known; None where nowhere.

        Args:
            reading: The text.
            is_wanted: Whether the reader is still where they were put instead.
        """
        saved, self.saved = self.saved, None
        if saved is None or not is_wanted:
            return None
        offset = found_again(reading.article.text, saved)
        if offset is None:
            self.saved = saved
            return None
        return reading.place(offset)
