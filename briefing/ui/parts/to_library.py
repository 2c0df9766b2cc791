"""From an article to the library in which it lies, and to its neighbours there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.text.i18n import _
from briefing.ui.library_door import LibraryDoor
from briefing.ui.parts.articles import Articles
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text

if TYPE_CHECKING:  # it is loaded when it is opened
    from briefing.ui.screens.finding import FindDialog


class ToLibrary:
    """Keys that lead to other articles of the library."""

    def __init__(self, stage: Stage, text: Text, articles: Articles, door: LibraryDoor) -> None:
        self._stage = stage
        self._text = text
        self._articles = articles
        self._door = door

    def open(self) -> None:
        """Show the library; the article that is chosen there is shown here."""
        screen = self._stage.screen
        if self._door.make is not None:
            path = self._stage.sitting.reading.source.path
            screen.app.push_screen(self._door.make(path), self._show)
        elif self._stage.is_above_list:
            screen.dismiss()

    def find(self) -> None:
        """Search the library; the passage that is chosen there is shown here."""
        if self._door.find is not None:
            dialog = self._door.find(self._stage.sitting.reading.source.path)
            self._stage.screen.app.push_screen(dialog, lambda _ref: self._show_passage(dialog))

    def show_aim(self) -> None:
        """Show the passage that the article was chosen for."""
        if self._door.passage is not None:
            self._text.jump(self._door.passage)
            self._door.passage = None

    def _show_passage(self, dialog: FindDialog) -> None:
        if dialog.passage is not None:
            self._door.passage = dialog.passage.span
            self._show(dialog.passage.path)

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

    def star(self) -> None:
        """Give the article a star, or take it away."""
        path, star = self._stage.sitting.reading.source.path, self._door.star
        if path is None or star is None:
            self._stage.strip.tell(_("only a file can have a star"))
            return
        with self._stage.telling():
            is_starred = star(path)
            said = _("it has a star; {key} takes it away") if is_starred else _("no star any more")
            self._stage.strip.tell(said.format(key=self._stage.key("star")))

    def _show(self, path: Path | None) -> None:
        """Show the article that was chosen, at the passage that was, if any."""
        span, self._door.passage = self._door.passage, None
        if path is None:
            return
        with self._stage.telling():
            if path != self._stage.sitting.reading.source.path:
                anchor = "" if span is None else f"p-{span.start}-{span.end}"
                self._articles.ways.open(path, anchor, lambda: self._text.mark(span))
            elif span is not None:
                self._text.jump(span)
