"""What rests on articles whose files were edited, or came by other ways than this program's."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from briefing.model.errors import BriefingError, BusyError
from briefing.text.local_forms import number
from briefing.ui.idle import in_thread
from briefing.ui.library_door import Surroundings
from briefing.ui.parts.shelf import Shelf


class Replaced:
    """Tells which notes, quotations and figures do not hold any more since texts are others."""

    def __init__(self, shelf: Shelf, given: Surroundings) -> None:
        """Tell nothing yet.

        Args:
            shelf: The list, whose index knows which articles have other texts.
            given: Checks what rests on them.
        """
        self._shelf, self._given = shelf, given

    async def tell(self) -> None:
        """Tell it once the list is up to date: the first line, and how many there are."""
        index = self._shelf.library.index
        with suppress(BriefingError):  # the list has told already that there is no index
            replaced = await in_thread(index.replaced)
            if not replaced:
                return
            lost = await in_thread(lambda: self._given.recheck(replaced))
            self._say([line for line in lost if line not in self._shelf.told_lost])
            async with self._shelf.turn:
                await in_thread(lambda: self._settle(replaced))

    def _say(self, lost: list[str]) -> None:
        self._shelf.told_lost.update(lost)
        if lost:
            more = f" (+{number(len(lost) - 1)})" if len(lost) > 1 else ""
            self._shelf.strip.add(f"{lost[0]}{more}", is_warning=True)

    def _settle(self, replaced: Mapping[str, str]) -> None:
        index = self._shelf.library.index
        with suppress(BusyError), index.writing():  # another program writes: it is told again
            index.settle(replaced)
