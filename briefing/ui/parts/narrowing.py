"""The line that narrows a list of articles while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from textual.screen import Screen

from briefing.text.i18n import _
from briefing.ui.parts.library_panes import LibraryPanes
from briefing.ui.parts.shelf import Shelf
from briefing.ui.widgets.narrowing_line import NarrowingLine


class Narrowing:
    """Shows only the articles that have the words; the cursor of the list follows meanwhile."""

    def __init__(
        self,
        screen: Screen[Any],
        shelf: Shelf,
        panes: LibraryPanes,
        follow: Callable[[], None],
    ) -> None:
        """Begin without words.

        Args:
            screen: Where they are typed.
            shelf: The list.
            panes: Show the list again.
            follow: Told that another article may be at hand.
        """
        self._screen, self._shelf, self._panes, self._follow = screen, shelf, panes, follow
        self.line = NarrowingLine()
        """What stands on the screen."""

    @property
    def is_open(self) -> bool:
        """Whether the line is there, typed in or not."""
        return self.line.has_class("-shown")

    @property
    def is_typed_in(self) -> bool:
        """Whether keys are words."""
        return self.line.field.has_focus

    def open(self) -> None:
        """Type in the line."""
        self.line.add_class("-shown")
        self._shelf.articles.is_led = True
        self._panes.bring(self._shelf.articles)
        self.line.field.focus()
        self._screen.run_worker(self._shelf.prepare_narrowing(), group="prepare")

    def narrow(self, words: str) -> None:
        """Show what has other words."""
        self._screen.run_worker(self._narrow(words), group="narrow", exclusive=True)

    async def _narrow(self, words: str) -> None:
        await self._shelf.narrow(words)
        self._follow()

    def go_on(self) -> None:
        """Go on in the list that was narrowed."""
        if not self.line.field.value:
            self.line.remove_class("-shown")
        self._leave()

    def close(self) -> None:
        """Show all articles again."""
        self.line.remove_class("-shown")
        self.line.field.value = ""
        self._leave()

    def _leave(self) -> None:
        self._shelf.articles.is_led = False
        self._panes.show(self._shelf.articles)

    def keys(self) -> Iterator[tuple[str, str]]:
        """The keys of the line, and what each does."""
        yield "Enter", _("to the list")
        yield "↑ ↓", _("choose")
        yield "Esc", _("show all again")
