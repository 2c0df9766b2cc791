"""Looking for the states that a library's documents name, a few documents at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.model.library import Entry
from briefing.session.library import Library

_AT_ONCE = 20
"""Documents whose states are looked for in one go."""


def analyse(library: Library, goes_on: Callable[[], bool] = lambda: True) -> int:
    """Look for the states that some documents name: of so many that it takes half a second.

    Args:
        library: Where they are.
        goes_on: Asked after each document; what was found until then is kept.

    Returns:
        How many documents are left.

    Raises:
        BusyError: Another program is writing.
        StorageError: The index cannot be read or written.
    """
    with library.index.writing():
        found: list[Entry] = []
        for entry in library.index.unanalysed(_AT_ONCE):
            found.append(replace(entry, states=library.named(entry)))
            if not goes_on():
                break
        library.index.put_states(found)
        return library.index.unanalysed_count
