"""A first page that was kept, put on the screen before anything else is loaded.

It stands there until the reader takes it over, or until whatever comes instead takes it away.
"""

from __future__ import annotations

import os
import sys

from briefing.ui.terminal_mode import ENTER, LEAVE, Attributes, restore, silence, write_all

_STDIN, _STDOUT = 0, 1


class EarlyPage:
    """A page on the screen, and how the terminal was before."""

    def __init__(self, page: str, before: Attributes) -> None:
        self.page = page
        """The rows, as `FirstPage.draw` gives them."""
        self.before = before
        """The settings of the terminal, to be restored."""


_standing: list[EarlyPage] = []
"""The page that stands on the screen and that nobody has taken over; one at most."""


def put_up(page: str) -> None:
    """Show a page, and take it away should a signal end the program now."""
    _standing.append(EarlyPage(page, silence(_STDIN)))
    write_all(_STDOUT, (ENTER + page).encode("utf-8", "replace"))
    import signal  # noqa: PLC0415 - the words are on the screen, and did not wait for it

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, lambda number, _frame: _end(number))


def take_over() -> EarlyPage | None:
    """The page that stands there, if any: from now on the caller looks after the terminal."""
    return _standing.pop() if _standing else None


def take_away() -> None:
    """Give the terminal back as it was, unless somebody took the page over."""
    standing = take_over()
    if standing is not None:
        restore(_STDIN, standing.before)
        write_all(_STDOUT, LEAVE.encode("ascii"))


def _end(number: int) -> None:
    """End as a signal asks. Nothing is open yet; an exception could get lost in an import."""
    take_away()
    sys.stderr.flush()
    os._exit(128 + number)
