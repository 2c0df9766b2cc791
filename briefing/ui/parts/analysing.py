"""Analysis of a library in the background: which states its articles name, for `state:` to find."""

from __future__ import annotations

from functools import partial

from briefing.model.errors import BusyError, StorageError
from briefing.session.library_states import analyse
from briefing.text.i18n import ngettext
from briefing.text.local_forms import number
from briefing.ui.idle import Idle, in_thread
from briefing.ui.parts.shelf import Shelf


class Analysing:
    """Analyses the articles of a list in the time that keys and the list itself leave over."""

    def __init__(self, shelf: Shelf, idle: Idle) -> None:
        self._shelf, self._idle = shelf, idle
        self._is_running = self._is_stopped = False

    async def run(self) -> None:
        """Go on until all are analysed or it is stopped; what was found until then is kept."""
        if self._is_running:
            return
        self._is_running = True
        try:
            while not self._is_stopped and await self._analyse_some():
                pass
        except (BusyError, StorageError):
            pass  # another program is at it, or the list has told already that there is no index
        finally:
            self._is_running = False
            self._tell(0)

    def stop(self) -> bool:
        """Stop until `resume`; whether it was going on."""
        was = self._is_running and not self._is_stopped
        self._is_stopped = self._is_stopped or was
        return was

    def resume(self) -> None:
        """Let it go on, once it is begun again."""
        self._is_stopped = False

    async def _analyse_some(self) -> int:
        """Analyse until a key is pressed or the list is looked through; how many are left."""
        await self._idle.quiet()
        async with self._shelf.turn:
            left = await in_thread(partial(analyse, self._shelf.library, self._goes_on))
        self._tell(left)
        return left

    def _goes_on(self) -> bool:
        return self._idle.is_quiet and not self._is_stopped and not self._shelf.is_gathering

    def _tell(self, left: int) -> None:
        if self._shelf.is_gathering:
            return
        said = ngettext("{count} to be analysed", "{count} to be analysed", left)
        self._shelf.foot.progress = said.format(count=number(left)) if left else ""
