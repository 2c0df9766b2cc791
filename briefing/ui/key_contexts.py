"""Where a key is pressed, and where it is looked up then."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Context(StrEnum):
    """Where a key means what the table says."""

    ANYWHERE = "anywhere"
    ARTICLE = "article"
    SELECTION = "selection"
    PANEL = "panel"
    READING = "reading"
    """The text and the panels beside it, but not while something is being selected."""
    LIBRARY = "library"
    SEARCH = "search"
    DIALOG = "dialog"


TYPED = frozenset({Context.SEARCH, Context.DIALOG})
"""Where letters are typed: nothing that means something anywhere means it there."""


ALSO: Mapping[Context, tuple[Context, ...]] = {
    Context.ARTICLE: (Context.READING,),
    Context.PANEL: (Context.READING, Context.ARTICLE),
    Context.LIBRARY: (Context.PANEL, Context.READING),
}
"""Where else a key is looked up that means nothing of its own: lists move alike everywhere, and
from a panel the text beside it can be moved."""


LIBRARY_TOO = frozenset(
    {
        *("search", "undo", "next_unread", "previous_unread", "next_pane"),
        *("previous_pane", "theme", "help", "palette", "leave", "close", "quit", "suspend"),
        *("interrupt", "find", "all_notes", "star", "open_page"),
    }
)
"""Actions of `Context.ANYWHERE` and `Context.READING` that a list of articles knows, too; it has no
use for the others, whose keys may mean something else there."""

FOLLOWS = {"look_again": "reload"}
"""Actions that do in a list of articles what another one does in an article: each has the key that
a user gives to the other one, where that is free there."""
