"""The preview beside a list: the article is told once keys pause, read and analysed once they rest.

A key that moves the cursor waits for none of that: with the next key it may be another article.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from briefing.model.library import Entry
from briefing.session.preview import Preview, preview_of
from briefing.text.i18n import _
from briefing.ui.idle import Idle, in_thread
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.library_rows import preview_rows
from briefing.ui.widgets.rows import RowsPane

_PAUSE_SECONDS = 0.06
"""How long the cursor stays before the pane tells of another article: more than between two keys
of one that is held down, and less than one notices."""
_REST_SECONDS = 0.09
"""How much longer it stays before the article is read."""
_KEPT = 50
"""Previews that are kept: to go up and down a page costs nothing."""


class Previewing:
    """Tells of the article under the cursor."""

    def __init__(self, screen: Screen[Any], shelf: Shelf, idle: Idle) -> None:
        """Tell of nothing yet.

        Args:
            screen: The list's.
            shelf: The articles.
            idle: The time that keys leave over.
        """
        self.pane = RowsPane(name="preview", title=_("Preview"))
        """Where it stands."""
        self._screen, self._shelf, self._idle = screen, shelf, idle
        self._waiting: Timer | None = None
        self._wanted: object = None
        """What the cursor stands on, as `_key` knows it."""
        self._made: OrderedDict[object, Preview] = OrderedDict()

    @property
    def is_whole(self) -> bool:
        """Whether all is told of the article at hand."""
        entry = self._shelf.entry
        return self._waiting is None and (entry is None or _key(entry) in self._made)

    def follow(self) -> None:
        """Another article is under the cursor, or it is another one than before."""
        self._wait(_PAUSE_SECONDS, self._show)

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._screen.set_timer(seconds, then)

    def _show(self) -> None:
        """Tell what is known of the article at hand."""
        self._waiting = None
        entry = self._shelf.entry
        if _key(entry) != self._wanted:
            self.pane.cursor = 0
        self._wanted = _key(entry)
        made = self._made.get(self._wanted)
        self.pane.set_rows([] if entry is None else preview_rows(entry, made))
        if made is None and entry is not None and self.pane.is_on_screen:
            self._wait(_REST_SECONDS, self._begin)

    def _begin(self) -> None:
        self._waiting = None
        self._making: Worker[None] = self._screen.run_worker(
            self._make, group="preview", exclusive=True
        )

    async def _make(self) -> None:
        """Analyse in a thread for as long as the cursor stays, and tell of it."""
        entry = self._shelf.entry
        if entry is None or _key(entry) in self._made:
            return
        made = await in_thread(partial(self._made_of, entry))
        if made is not None:
            self._keep(made)
            self.follow()

    def _made_of(self, entry: Entry) -> Preview | None:
        """The whole preview of an article; None once another one is wanted."""
        path, library, wanted = self._shelf.path_of(entry), self._shelf.library, _key(entry)
        made: Preview | None = None
        for step in preview_of(entry, lambda: library.open_document(path)):
            if self._wanted != wanted:
                return None
            self._idle.wait_in_thread()
            made = step
        return made

    def _keep(self, made: Preview) -> None:
        self._made[_key(made.entry)] = made
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)


def _key(entry: Entry | None) -> object:
    """What a preview is of: as long as it is the same, nothing is read again."""
    return None if entry is None else (entry.path, entry.rev, entry.notes)
