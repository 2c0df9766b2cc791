"""What all who share a library agree on: its feeds, saved searches, and what is left out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing.model.feed import FeedSource


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that is asked again and again."""

    name: str
    """What it is called; no two of a library have one name."""
    query: str
    """As it was typed."""


@dataclass(frozen=True, slots=True)
class KeepRead:
    """How long articles of feeds stay once they were read; nothing goes where neither is given."""

    days: int | None = None
    """Days since they came, or were corrected."""
    items: int | None = None
    """How many of the newest articles of a feed stay in any case."""


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """The facts of one library."""

    feeds: tuple[FeedSource, ...] = ()
    """What is asked for news, by name."""
    searches: tuple[SavedSearch, ...] = ()
    """Saved searches, by name."""
    left_out: tuple[str, ...] = ()
    """Folders whose articles are no part of it, from the library's folder, without a ``/`` at the
    end."""
    keep_read: KeepRead = KeepRead()
    """Which articles of feeds go to the trash."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this program does not know, kept as they were read."""

    def with_search(self, search: SavedSearch) -> LibraryFile:
        """With a search saved, in place of one that had its name."""
        others = tuple(each for each in self.searches if each.name != search.name)
        return replace(self, searches=(*others, search))

    def without_query(self, query: str) -> LibraryFile:
        """Without the saved searches for something."""
        return replace(self, searches=tuple(each for each in self.searches if each.query != query))
