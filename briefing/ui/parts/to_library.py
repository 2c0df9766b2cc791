"""From an article to the library in which it lies, and to its neighbours there."""

from __future__ import annotations

from pathlib import Path

from briefing.text.i18n import _
from briefing.ui.library_door import LibraryDoor
from briefing.ui.parts.articles import Articles
from briefing.ui.parts.stage import Stage


class ToLibrary:
    """Keys that lead to other articles of the library."""

    def __init__(self, stage: Stage, articles: Articles, door: LibraryDoor) -> None:
        self._stage = stage
        self._articles = articles
        self._door = door

    def open(self) -> None:
        """Show the library; the article that is chosen there is shown here."""
        screen = self._stage.screen
        if self._door.make is not None:
            path = self._stage.sitting.reading.source.path
            screen.app.push_screen(self._door.make(path), self._show)
        elif len(screen.app.screen_stack) > 1:
            screen.dismiss()

    def step(self, *, forward: bool) -> None:
        """To the next article that is not read yet, or the previous one."""
        path, neighbour = self._stage.sitting.reading.source.path, self._door.neighbour
        if path is None or neighbour is None:
            key = self._stage.key("library")
            self._stage.strip.tell(_("open the library first: {key}").format(key=key))
            return
        found = neighbour(path, forward)
        if found is None:
            said = _("no unread article follows") if forward else _("no unread article before")
            self._stage.strip.tell(said)
            return
        self._show(found)

    def _show(self, path: Path | None) -> None:
        """Show the article that was chosen, unless it is the one that is shown."""
        if path is None or path == self._stage.sitting.reading.source.path:
            return
        with self._stage.telling():
            self._articles.open(path, "")
