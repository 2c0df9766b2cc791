"""What changed since the article was read: offered when it is opened, shown by a key."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Sequence
from types import ModuleType
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
    from briefing.model.article import Document
    from briefing.model.change import Change
    from briefing.session.in_view import InView
    from briefing.session.reading import Reading

    Compared = tuple[str, Sequence[Change]]
    """What changed, in a line and one by one."""


class Changes:
    """Telling that something changed, and showing it."""

    def __init__(self, stage: Stage, text: Text, panels: Panels, panes: Panes) -> None:
        self._stage = stage
        self._text = text
        self._panels = panels
        self._panes = panes
        self._compared: tuple[weakref.ref[Document], asyncio.Task[Compared]] | None = None

    async def offer(self, sitting: Sitting) -> None:
        """Say in one line that the article was changed since it was read, and which key tells."""
        try:
            said, found = await asyncio.shield(self._compare(sitting))
        except NotFoundError:
            return  # it was never read, and no other text of it is kept
        if found and self._stage.sitting is sitting:
            key = self._stage.key("changes")
            offered = _("{changes}; {key} shows them")
            self._stage.strip.add(offered.format(changes=said, key=key))

    def look_again(self) -> None:
        """Offer what changed anew: another text is the one that was read last."""
        self._compared = None
        sitting = self._stage.sitting
        self._stage.run_alone(lambda: self.offer(sitting), group="changes")

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
            comparing = self._compare(sitting)
            if not comparing.done():
                view = sitting.in_view()
                self._list(sitting, await in_thread(lambda: _near(sitting.reading, view)))
            is_listed = bool(sitting.changes)
            said, found = await asyncio.shield(comparing)
            has_ended = is_listed and not sitting.changes
            if self._stage.sitting is sitting and not has_ended:
                self._stage.strip.tell(said)
                self._list(sitting, found)

    def _list(self, sitting: Sitting, found: Sequence[Change]) -> None:
        """Mark and list changes; where some were listed before, the reader has the keys already."""
        if not found or self._stage.sitting is not sitting:
            return
        is_first = not sitting.changes
        sitting.changes = tuple(found)
        if is_first:
            self._text.forget_search()
        self.show()
        if is_first:
            self._panes.bring("changes")

    def _compare(self, sitting: Sitting) -> asyncio.Task[Compared]:
        """Compare an article once, however often it is asked for."""
        document = sitting.document
        if self._compared is None or self._compared[0]() is not document:
            task = asyncio.ensure_future(in_thread(lambda: _all_of(sitting)))
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
            self._compared = weakref.ref(document), task  # a text that goes is not held
        return self._compared[1]

    def show(self) -> None:
        """Draw the marks and the panel of the changes that the reader goes through; maybe none."""
        sitting = self._stage.sitting
        text = sitting.reading.article.text if sitting.changes else ""
        for kind, spans in change_marks(sitting.changes, text).items():
            self._stage.article.set_overlay(kind, spans if sitting.memory.draws(kind) else ())
        self._panels.fill_changes()


def _all_of(sitting: Sitting) -> Compared:
    """What changed, in a line and one by one; called in a thread."""
    compare = _compare()
    earlier, found = compare.since_read(sitting.reading)
    return compare.summed_up(found, earlier), found


def _near(reading: Reading, view: InView) -> Sequence[Change]:
    """What changed in view; called in a thread."""
    found: Sequence[Change] = _compare().near(reading, view.first, view.last)
    return found


def _compare() -> ModuleType:
    """What compares texts; loaded by the thread that needs it."""
    from briefing.session import changes  # noqa: PLC0415 - in a thread

    return changes
