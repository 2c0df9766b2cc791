"""The ways from a list to articles: its rows, a search, and all notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from briefing.model.errors import BriefingError
from briefing.model.passage import Passage
from briefing.text.i18n import _
from briefing.ui.browsing import browse, is_page
from briefing.ui.library_door import Opened, Surroundings
from briefing.ui.parts.deeds import Deeds
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.fault_words import error_line
from briefing.ui.screens.finding import AllNotesDialog, FindDialog

LookAgain = Callable[[Path | None], None]
"""Brings the list up to date, with the cursor on an article."""


class Openings:
    """Opens articles above the list, or answers with the one that was chosen."""

    def __init__(
        self,
        screen: Screen[Path | None],
        shelf: Shelf,
        deeds: Deeds,
        given: Surroundings,
        look_again: LookAgain,
    ) -> None:
        """Begin with the list.

        Args:
            screen: The list's.
            shelf: The articles.
            deeds: What is done with them.
            given: How they are opened.
            look_again: Called when the list may stand otherwise.
        """
        self._screen, self._shelf, self._deeds, self._given = screen, shelf, deeds, given
        self._look_again = look_again

    def open(self, passage: Passage) -> None:
        """Open an article, at a passage where one is named; where that fails, say so."""
        try:
            self._open(passage)
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)

    def find(self, words: str = "") -> None:
        """Search texts and notes: for what was asked last, unless something else is."""
        if words:
            self._given.search.ask_next(words)
        self._push(FindDialog)

    def all_notes(self) -> None:
        """Look through the notes of all articles."""
        self._push(AllNotesDialog)

    def open_page(self) -> None:
        """Show the page that the article at hand came from in the browser."""
        entry = self._shelf.entry
        if entry is None or entry.source is None or not is_page(entry.source):
            self._shelf.strip.tell(_("it is not known from which page this came"))
        else:
            self._screen.run_worker(self._browse(entry.source), group="browser")

    async def _browse(self, address: str) -> None:
        try:
            await browse(self._screen.app, self._shelf.strip, address)
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)

    def _open(self, passage: Passage) -> None:
        if self._given.open_article is None:
            self._given.aim(passage.span)
            self._screen.dismiss(passage.path)
            return
        opened = self._given.open_article(passage.path, passage.span)
        entry = self._shelf.entry_of(passage.path)
        if entry is not None:
            self._deeds.marks.opened(entry)
        self._screen.app.push_screen(opened.screen, lambda _none: self._come_back(opened))

    def _push(self, kind: type[FindDialog | AllNotesDialog]) -> None:
        app, search = self._screen.app, self._given.search
        if self._given.open_article is not None:
            # A search may be saved there, and stands beside the list then.
            app.push_screen(kind(search, self._open), lambda _ref: self._look_again(None))
            return
        dialog = kind(search)
        app.push_screen(dialog, lambda _ref: self._leave_for(dialog.passage))

    def _leave_for(self, passage: Passage | None) -> None:
        if passage is not None:
            self._open(passage)

    def _come_back(self, opened: Opened) -> None:
        """The article was left: it stands otherwise now."""
        here = None
        try:
            here = opened.close()
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)
        self._look_again(here)
