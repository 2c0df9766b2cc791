"""The preview beside a list: the article is read and analysed once the cursor rests on it."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from briefing.model.library import Entry
from briefing.session.preview import Preview, preview_of
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.library_rows import preview_rows
from briefing.ui.widgets.rows import RowsPane

_REST_SECONDS = 0.15
"""How long the cursor stays before an article is read: more than between two repeated keys."""
_KEPT = 50
"""Previews that are kept: to go up and down a page costs nothing."""


class Previewing:
    """Tells of the article under the cursor."""

    def __init__(self, screen: Screen[Any], shelf: Shelf) -> None:
        self.pane = RowsPane(name="preview", title=_("Preview"))
        """Where it stands."""
        self._screen = screen
        self._shelf = shelf
        self._waiting: Timer | None = None
        self._made: OrderedDict[object, Preview] = OrderedDict()

    @property
    def is_whole(self) -> bool:
        """Whether all is told of the article at hand."""
        return self._shelf.entry is None or _key(self._shelf.entry) in self._made

    def follow(self) -> None:
        """Another article is under the cursor, or it is another one than before."""
        entry = self._shelf.entry
        if self._waiting is not None:
            self._waiting.stop()
        if entry is None:
            self.pane.set_rows([])
            return
        made = self._made.get(_key(entry))
        self.pane.set_rows(preview_rows(entry, made))
        self.pane.cursor = 0
        if made is None and self.pane.is_on_screen:
            self._waiting = self._screen.set_timer(_REST_SECONDS, self._begin)

    def _begin(self) -> None:
        self._making: Worker[None] = self._screen.run_worker(
            self._make, group="preview", exclusive=True
        )

    async def _make(self) -> None:
        """Analyse in a thread, a step at a time, for as long as the cursor stays."""
        entry = self._shelf.entry
        if entry is None:
            return
        library = self._shelf.library
        steps = preview_of(entry, lambda: library.open_document(self._shelf.path_of(entry)))
        made = Preview(entry)
        while _key(self._shelf.entry) == _key(entry):
            found = await in_thread(lambda: next(steps, None))
            if found is None:
                self._keep(made)
                self.follow()
                return
            made = found

    def _keep(self, made: Preview) -> None:
        self._made[_key(made.entry)] = made
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)


def _key(entry: Entry | None) -> object:
    """What a preview is of: as long as it is the same, nothing is read again."""
    return None if entry is None else (entry.path, entry.rev, entry.notes)
