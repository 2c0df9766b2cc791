"""Documents come into the library that is shown, while keys are answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from briefing.text.i18n import _
from briefing.ui.dialogs.add import AddDialog
from briefing.ui.idle import in_thread
from briefing.ui.library_door import AddDocuments
from briefing.ui.parts.shelf import Shelf


class Adding:
    """Asks for a path or an address, and adds what is there."""

    def __init__(
        self,
        screen: Screen[Path | None],
        shelf: Shelf,
        add: AddDocuments,
        look_again: Callable[[Path | None], None],
    ) -> None:
        """Begin with nothing asked.

        Args:
            screen: The list's.
            shelf: The articles.
            add: Adds what a word names.
            look_again: Called when there are more articles, with the one that came last.
        """
        self._screen, self._shelf, self._add = screen, shelf, add
        self._look_again = look_again

    def open(self) -> None:
        """Ask what is to be added."""
        self._screen.app.push_screen(AddDialog(), self._begin)

    def _begin(self, source: str | None) -> None:
        if source is not None:
            self._screen.run_worker(self._take_in(source), group="add")

    async def _take_in(self, source: str) -> None:
        self._shelf.strip.tell(_("adding {source} …").format(source=source))
        added = await in_thread(lambda: self._add(source))
        self._shelf.strip.tell(" · ".join(added.told), is_warning=added.has_failed)
        self._look_again(added.paths[-1] if added.paths else None)
