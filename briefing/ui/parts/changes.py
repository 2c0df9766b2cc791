"""What changed since the article was read: offered when it is opened, shown by a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model.errors import NotFoundError
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.panels import Panels
from briefing.ui.parts.panes import Panes
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.change_rows import change_marks

if TYPE_CHECKING:  # what compares texts is loaded when it is asked for
    from briefing.model.change import Change


class Changes:
    """Telling that something changed, and showing it."""

    def __init__(self, stage: Stage, text: Text, panels: Panels, panes: Panes) -> None:
        self._stage = stage
        self._text = text
        self._panels = panels
        self._panes = panes

    async def offer(self, sitting: Sitting) -> None:
        """Say in one line that the article was changed since it was read, and which key tells."""
        try:
            said, found = await in_thread(lambda: _compared(sitting))
        except NotFoundError:
            return  # it was never read, and no other text of it is kept
        if found and self._stage.sitting is sitting:
            key = self._stage.key("changes")
            offered = _("{changes}; {key} shows them")
            self._stage.strip.add(offered.format(changes=said, key=key))

    def toggle(self) -> None:
        """Mark what changed and list it, the keys for the next hit go through it; again: end it."""
        if self._stage.sitting.changes:
            self.end()
        else:
            self._stage.run_alone(self._begin, group="changes")

    def end(self) -> None:
        """Mark and list no changes any more."""
        self._stage.sitting.changes = ()
        self._text.mark(None)
        self.show()
        self._panes.put_back()

    async def _begin(self) -> None:
        sitting = self._stage.sitting
        with self._stage.telling():
            said, found = await in_thread(lambda: _compared(sitting))
            if self._stage.sitting is not sitting:
                return
            self._stage.strip.tell(said)
            if found:
                self._text.forget_search()
                sitting.changes = tuple(found)
                self.show()
                self._panes.bring("changes")

    def show(self) -> None:
        """Draw the marks and the panel of the changes that the reader goes through; maybe none."""
        sitting = self._stage.sitting
        text = sitting.reading.article.text if sitting.changes else ""
        for kind, spans in change_marks(sitting.changes, text).items():
            self._stage.article.set_overlay(kind, spans if sitting.memory.draws(kind) else ())
        self._panels.fill_changes()


def _compared(sitting: Sitting) -> tuple[str, Sequence[Change]]:
    """What changed, in a line and one by one; called in a thread, which loads what it needs."""
    from briefing.session.changes import since_read, summed_up  # noqa: PLC0415 - in a thread

    earlier, found = since_read(sitting.reading)
    return summed_up(found, earlier), found
