"""The list of a library is kept up to date: when it is opened, when files change, on a key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from briefing.model.errors import BriefingError
from briefing.ui.library_door import Surroundings
from briefing.ui.parts.analysing import Analysing
from briefing.ui.parts.choices import learn_choices
from briefing.ui.parts.looking import Looking
from briefing.ui.parts.replaced import Replaced
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.fault_words import error_line


class Gathering:
    """Has the list gathered, and its articles analysed once that is done."""

    def __init__(
        self,
        screen: Screen[Any],
        shelf: Shelf,
        given: Surroundings,
        when_done: Callable[[], None],
    ) -> None:
        """Gather nothing yet.

        Args:
            screen: What shows the list, and runs the work.
            shelf: The list.
            given: What the screen is given.
            when_done: Called when the list is up to date.
        """
        self._screen, self._shelf, self._given = screen, shelf, given
        self._when_done = when_done
        shelf.aim = given.here
        self._told = ""
        """What was told of files that cannot be looked at."""
        self._analysing = Analysing(shelf, given.idle)
        self._replaced = Replaced(shelf, given)
        self.looking = Looking(shelf.library, given.idle)
        """What others write."""

    def look_again(self, here: Path | None = None) -> None:
        """Bring the list up to date, with the cursor on an article where one is named."""
        self._shelf.aim = here or self._shelf.aim
        self._screen.run_worker(self._gather(), group="gather")

    def reload(self) -> None:
        """The same for a reader who asks for it: what was stopped goes on."""
        self._analysing.resume()
        self.look_again()

    def look_at_files(self) -> None:
        """Bring the list up to date where another program wrote something."""
        is_seen = self._screen.is_active
        if is_seen and self.looking.is_due and not self._shelf.is_gathering:
            self._screen.run_worker(self._follow_files(), group="look")

    def stop(self) -> bool:
        """Stop what is under way; whether something was."""
        return self._shelf.stop() or self._analysing.stop()

    async def _follow_files(self) -> None:
        try:
            if await self.looking.has_changed():
                async with self._shelf.turn:  # what is under way may have gone past it
                    pass
                self.look_again()
            else:
                await self._follow_marks()
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)
            self._told = error_line(error)
            return
        if self._told and self._told == self._shelf.strip.content:
            self._shelf.strip.clear()  # it holds no more
            self.look_again()
        self._told = ""

    async def _follow_marks(self) -> None:
        """Show articles as another window has marked them, or read them."""
        view = self._shelf.view
        found = await self.looking.stand_otherwise(list(view.entries))
        still = [now for before, now in found if view.entry(now.path) is before]
        for entry in still:
            view.put(entry)
        if still:
            self._shelf.show()
            self._when_done()

    async def _gather(self) -> None:
        await asyncio.gather(learn_choices(self._shelf, self._given), self._shelf.gather())
        self._shelf.show()  # whichever came last
        self._when_done()
        await self._replaced.tell()
        self._screen.run_worker(self._analysing.run(), group="analyse")
