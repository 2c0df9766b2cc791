"""The feeds of a library with their real servers, states and articles."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from briefing.cli.feeds_apart import FeedsApart
from briefing.model.settings import Settings
from briefing.session.clock import SystemClock
from briefing.session.feed_clearing import FeedClearing
from briefing.session.feed_desk import FeedDesk
from briefing.session.taking_in import Arrived
from briefing.storage.feed_servers import FeedServers
from briefing.storage.feed_states import FeedStates
from briefing.storage.library_articles import LibraryArticles
from briefing.storage.library_attached import LibraryAttached
from briefing.storage.library_file import LibraryFileStore


def desk_of(folder: Path, settings: Settings) -> FeedDesk:
    """The feeds of the library in a folder, whose path is absolute."""
    file, states, clock = LibraryFileStore(folder), FeedStates(folder), SystemClock()
    attached = LibraryAttached(folder, settings.notes_folder)
    clearing = FeedClearing(file, states, attached, lambda: _pointed_at(folder, settings), clock)
    return FeedDesk(
        file,
        states,
        LibraryArticles(folder),
        FeedServers(),
        clock,
        clearing,
        lambda came: _lost(folder, settings, came),
        FeedsApart(),
    )


def _pointed_at(folder: Path, settings: Settings) -> Collection[str]:
    """The articles of a library that its drafts quote, or notes of others are about."""
    from briefing.cli.library_opening import open_library
    from briefing.session.pointing import pointed_at
    from briefing.storage.pointing import may_point

    candidates = list(may_point(folder))
    return pointed_at(open_library(folder, settings), candidates) if candidates else ()


def _lost(folder: Path, settings: Settings, arrived: Arrived) -> list[str]:
    """What does not hold any more since articles came into a library, a line each."""
    from briefing.cli.rechecking import lost_lines

    return lost_lines(folder, settings, arrived)
