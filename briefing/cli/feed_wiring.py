"""The feeds of a library with their real servers, states and articles."""

from __future__ import annotations

from pathlib import Path

from briefing.session.clock import SystemClock
from briefing.session.feed_desk import FeedDesk
from briefing.storage.feed_servers import FeedServers
from briefing.storage.feed_states import FeedStates
from briefing.storage.library_articles import LibraryArticles
from briefing.storage.library_file import LibraryFileStore


def desk_of(folder: Path) -> FeedDesk:
    """The feeds of the library in a folder, whose path is absolute."""
    return FeedDesk(
        LibraryFileStore(folder),
        FeedStates(folder),
        LibraryArticles(folder),
        FeedServers(),
        SystemClock(),
    )
